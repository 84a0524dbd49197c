# SPDX-License-Identifier: EUPL-1.2
"""JSON of others is measured before it is read, in one walk: nothing in it keeps a process busy."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.integrations.hsds.errors import (
    ExchangeError,
    KeyTwice,
    NotJson,
    TooDeep,
    TooLarge,
)
from ruimbaan.integrations.hsds.json_text import read_json
from ruimbaan.integrations.hsds.limits import USUAL
from ruimbaan.integrations.hsds.tables_text import Dialect, read_rows
from ruimbaan.integrations.twice import first_twice

HERE = Place("services.json")
SHALLOW = replace(USUAL, depth=2)


def depth_of(text: str) -> int:
    """Sign by sign, as slow as it is plain."""
    deepest = depth = 0
    within = escaped = False
    for sign in text:
        if within:
            within = escaped or sign != '"'
            escaped = sign == "\\" and not escaped
        elif sign == '"':
            within = True
        elif sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest


def is_too_deep(text: str) -> bool:
    try:
        with suppress(NotJson, KeyTwice):
            read_json(text, HERE, SHALLOW)
    except TooDeep:
        return True
    return False


@settings(max_examples=1_000)
@given(st.text(st.sampled_from('[]{}"\\a\n'), max_size=60))
@example('[[["\\')
@example('"\\"[[[')
@example('"[[[" [[[')
@example('[["\\\\"[')
def test_it_is_as_deep_as_a_walk_sign_by_sign_says(text: str):
    assert is_too_deep(text) == (depth_of(text) > SHALLOW.depth)


@pytest.mark.parametrize("sign", ['\\"', "\\\\", '"', "a", "["])
def test_a_large_file_with_a_string_that_never_ends_is_refused(sign: str):
    """Two megabytes: with more work than one walk this does not end."""
    with pytest.raises(ExchangeError):
        read_json("[" * (USUAL.depth + 1) + '"' + sign * (2_000_000 // len(sign)), HERE)


def test_a_name_that_comes_twice_is_found_among_very_many():
    names = [f'"{number}": 1' for number in range(200_000)]

    with pytest.raises(KeyTwice, match="199999"):
        read_json("{" + ", ".join([*names, names[-1]]) + "}", HERE)


def test_a_table_of_very_many_columns_is_too_large():
    header = ",".join(["id", *(f"c{number}" for number in range(200_000))])

    with pytest.raises(TooLarge):
        read_rows(header, "service", Place("services.csv"), Dialect())


@given(st.lists(st.sampled_from("abcdef")))
def test_a_name_stands_twice_or_all_differ(names: list[str]):
    found = first_twice(names)

    assert (found is None) == (len(set(names)) == len(names))
    assert found is None or names.count(found) > 1
