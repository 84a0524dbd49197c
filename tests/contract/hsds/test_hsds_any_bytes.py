# SPDX-License-Identifier: EUPL-1.2
"""Whatever is offered is read or refused, in words: nothing breaks, and no row is lost. The long run
is tests/long/fuzz_importers.py."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.records.rows import Content
from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.hsds.reading import read_files
from tests.contract.fuzzing.looking import LIMITS, looked_at
from tests.contract.hsds.mutations import run

RUNS = 400


@pytest.mark.parametrize("first", range(0, 4 * RUNS, RUNS))
def test_official_examples_with_something_broken(first: int):
    outcomes = [run(Random(seed)) for seed in range(first, first + RUNS)]

    assert any(outcome is None for outcome in outcomes)
    assert any(outcome is not None and outcome.records for outcome in outcomes)
    assert any(outcome is not None and outcome.refused for outcome in outcomes)


@settings(max_examples=300)
@given(
    name=st.sampled_from(["services.csv", "phones.csv", "services.json", "hsds.json"]),
    content=st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))
    ),
)
def test_any_bytes(name: str, content: bytes):
    found = Content()
    with suppress(ExchangeError):
        found = read_files({name: content}, limits=LIMITS)

    looked_at(found)
