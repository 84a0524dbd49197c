# SPDX-License-Identifier: EUPL-1.2
"""Whatever looks like a directory of Ohana is read or refused, in words: nothing breaks, and no cell
is lost. The long run is tests/long/fuzz_importers.py."""

from __future__ import annotations

from random import Random

import pytest

from ruimbaan.core.directory.validation.judging import judge
from ruimbaan.integrations.hsds import errors
from ruimbaan.integrations.ohana.hours import weekday
from ruimbaan.integrations.ohana.reading import read_files
from tests.contract.fuzzing.looking import TODAY
from tests.contract.ohana.mutations import run

RUNS = 400


@pytest.mark.parametrize("first", range(0, 4 * RUNS, RUNS))
def test_the_sample_with_something_broken(first: int):
    outcomes = [run(Random(seed)) for seed in range(first, first + RUNS)]

    assert any(outcome is None for outcome in outcomes)
    assert any(outcome is not None and outcome.records for outcome in outcomes)
    assert any(outcome is not None and outcome.refused for outcome in outcomes)


def test_a_number_too_long_to_count_with_is_no_day():
    assert weekday("9" * 5_000) == "9" * 5_000


def test_half_a_character_in_a_code_is_set_aside():
    tree = b'{"taxonomy": {"top_level": [{"@id": "\\ud800", "@title": "Food"}]}}'

    judged = judge(read_files({"oe.json": tree}, "smc"), TODAY)

    assert [refused.table for refused in judged.refused] == ["taxonomy_term"]


def test_a_second_column_of_codes_is_told_and_takes_no_code_away():
    table = b"taxonomy_id,name,taxonomy_id\n101,Food,102\n"

    with pytest.raises(errors.ColumnTwice):
        read_files({"taxonomy.csv": table}, "smc")


def test_a_cell_that_says_how_the_column_is_called_stays_as_it_is():
    table = b"taxonomy_id,name\n101,about the taxonomy_id\n"

    (row, _) = read_files({"taxonomy.csv": table}, "smc").rows

    assert row.values["name"] == "about the taxonomy_id"
    with pytest.raises(errors.NoIdColumn) as told:
        read_files({"taxonomy.csv": b"code,name\n101,Food\n"}, "smc")
    assert '"taxonomy_id"' in told.value.explain("nl").cause
