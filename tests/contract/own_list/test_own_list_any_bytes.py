# SPDX-License-Identifier: EUPL-1.2
"""Whatever list or mapping is offered is read or refused, in words: nothing breaks, and every line is
somewhere with all its cells. The long run is tests/long/fuzz_importers.py."""

from __future__ import annotations

from random import Random

import pytest

from ruimbaan.integrations.own_list import Mapping
from ruimbaan.integrations.own_list.errors import NoMapping, NotInTheList
from ruimbaan.integrations.own_list.mapping import mapping_of
from tests.contract.own_list.mutations import attempt, run

RUNS = 400


@pytest.mark.parametrize("first", range(0, 4 * RUNS, RUNS))
def test_lists_with_something_broken(first: int):
    outcomes = [run(Random(seed)) for seed in range(first, first + RUNS)]

    assert any(outcome is None for outcome in outcomes)
    assert any(outcome is not None and outcome.records for outcome in outcomes)


@pytest.mark.parametrize(
    "text",
    [
        "columns: {name: *nowhere}",
        "columns: &a {name: *a}",
        "columns: {? [name] : Titel}",
        "[" * 2_000,
        "columns: \ufffe",
    ],
)
def test_a_mapping_that_is_none_is_told(text: str):
    with pytest.raises(NoMapping):
        mapping_of(text.encode(), "mapping.yaml")


def test_a_heading_is_text_also_when_it_looks_like_something_else():
    written = b"columns: {name: 2026, phone: yes, wait: !!bool x, id: !!python/object:os.system ls}"

    found = mapping_of(written, "mapping.yaml")

    assert found.columns == {"name": "2026", "phone": "yes", "wait": "x", "id": "ls"}


@pytest.mark.parametrize("heading", ["", "-", " "])
def test_a_column_without_a_heading_cannot_be_named(heading: str):
    with pytest.raises(NotInTheList):
        attempt(b"Naam;Tel;\nHoop;024;\n", Mapping({"email": heading}, "mapping.yaml"))
