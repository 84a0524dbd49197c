# SPDX-License-Identifier: EUPL-1.2
"""A file of another Ruimbaan is read with care, whatever stands in it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.journey import taken_along
from ruimbaan.core.journey.taken_along import (
    NewerTakenAlong,
    NotTakenAlong,
    TakenAlongBroken,
    TakenAlongTooLarge,
    read,
)
from ruimbaan.core.kernel.errors import DomainError

MADE = "2026-11-22T10:00:00+00:00"


def a_file(**changed: Any) -> str:
    whole = {
        "format": "ruimbaan-take-along",
        "version": 1,
        "made": MADE,
        "language": "nl",
        "sections": {"part.wishes": {"about_others": False, "items": [{"words": "Rust."}]}},
        "log": [{"who": "Joke"}, {"who": "Joke"}, {"who": "Ik", "by_me": True}, {"who": None}],
    }
    return json.dumps({**whole, **changed})


def test_sections_come_whole_and_looks_are_counted_by_name():
    taken = read(a_file())

    assert taken.sections["part.wishes"] == ({"words": "Rust."},)
    assert taken.looks == {"Joke": 2}
    assert taken.made.isoformat() == MADE


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", NotTakenAlong),
        ("[]", NotTakenAlong),
        ('{"format": "x"}', NotTakenAlong),
        (a_file(format="ruimbaan-route"), NotTakenAlong),
        (a_file(version=2), NewerTakenAlong),
        (a_file(version=True), NotTakenAlong),
        (a_file(version=0), NotTakenAlong),
        (a_file(made="gisteren"), NotTakenAlong),
        (a_file(made="0001-01-01T00:00:00+14:00"), NotTakenAlong),
        (a_file(made="9999-12-31T23:59:59-14:00"), NotTakenAlong),
        (a_file(made="2026-11-22T10:00:00"), NotTakenAlong),
        (a_file(sections=[]), NotTakenAlong),
        (a_file(sections={"part.wishes": {"items": {}}}), TakenAlongBroken),
        (a_file(sections={"part.wishes": {"items": ["Rust."]}}), TakenAlongBroken),
        (a_file(sections={"part.wishes": {"items": [{"words": {"a": 1}}]}}), TakenAlongBroken),
        (a_file(sections={"part.wishes": {"items": [{"words": 1.5}]}}), TakenAlongBroken),
        (a_file(sections={"\ud800": {"items": [[]]}}), TakenAlongBroken),
        (a_file(log={}), TakenAlongBroken),
        (a_file().replace("1,", "NaN,", 1), NotTakenAlong),
        (a_file().replace("1,", f"{'9' * 5000},", 1), NotTakenAlong),
        (a_file().replace('"version"', '"format": "x", "version"'), NotTakenAlong),
        ("[" * 100_000, NotTakenAlong),
        ('{"a":' * 50_000, NotTakenAlong),
        (a_file(more="é" * (taken_along.MOST_BYTES // 2 + 1)), TakenAlongTooLarge),
        (a_file(sections={"x": {"items": [{}] * 5_001}}), TakenAlongTooLarge),
        (a_file(log=[{}] * 50_001), TakenAlongTooLarge),
    ],
)
def test_what_is_not_whole_is_refused_with_a_reason(text: str, error: type[DomainError]):
    with pytest.raises(error) as raised:
        read(text)

    str(raised.value).encode()  # can be shown, whatever stood in the file


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    st.fixed_dictionaries(
        {},
        optional={"made": anything, "sections": anything, "log": anything, "version": anything},
    )
)
def test_whatever_is_changed_it_is_read_or_refused(changed: dict[str, Any]):
    with suppress(DomainError):  # any other error fails
        assert read(a_file(**changed)).made.tzinfo is not None


@given(st.text())
def test_whatever_was_sent_it_is_refused(text: str):
    with pytest.raises(DomainError):
        read(text)
