# SPDX-License-Identifier: EUPL-1.2
"""Every public log gives what PM4Py gave; tests/long/pm4py_twin.py asked it, and asks it anew."""

from __future__ import annotations

import csv
import json
from random import Random

import pytest

from tests.pm4py_logs import KEPT, PUBLIC, differences

TOLD = json.loads(KEPT.read_text(encoding="utf-8"))["logs"]
EACH = pytest.mark.parametrize(
    ("asked", "theirs"),
    list(zip(PUBLIC, TOLD, strict=True)),
    ids=[f"{asked.file} {asked.case}" for asked in PUBLIC],
)


@EACH
def test_flows_performance_variants_durations_rework_and_handovers_are_equal(asked, theirs):
    assert list(differences(asked, asked.path, theirs)) == []


@pytest.mark.parametrize(
    ("asked", "theirs"), [(PUBLIC[0], TOLD[0])], ids=["pm4py_running-example.csv"]
)
def test_rows_in_another_order_give_the_same(tmp_path, asked, theirs):
    with asked.path.open(encoding="utf-8", newline="") as stream:
        header, *rows = list(csv.reader(stream))
    Random(7).shuffle(rows)
    target = tmp_path / asked.file
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])

    assert list(differences(asked, target, theirs)) == []


def test_a_difference_is_noticed():
    asked, theirs = PUBLIC[0], TOLD[0]
    first, *others = theirs["transitions"]
    for wrong in (
        theirs | {"variants": theirs["variants"][1:]},
        theirs | {"durations": [days + 1e-6 for days in theirs["durations"]]},
        theirs | {"rework": []},
        theirs | {"handovers": theirs["handovers"][1:]},
        theirs | {"transitions": [[*first[:3], first[3] + 1e-6, first[4]], *others]},
    ):
        assert list(differences(asked, asked.path, wrong)) != []
