# SPDX-License-Identifier: EUPL-1.2
"""A released table is read as it was written, and not at all when a byte of it changed."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import pytest

from ruimbaan.core.insight.errors import ReleaseDamaged
from ruimbaan.core.insight.released import Release, read_release

TABLE = b"van,loop,count\n*,*,40\n*,ontmoet,30\n*,ontmoet > w01,\nk8,*,12\n"


def report(table: bytes = TABLE, **changed: object) -> bytes:
    told = {
        "format": 1,
        "name": "overdracht",
        "day": "2026-11-02",
        "population": "handoffs-waalstad",
        "threshold": 10,
        "passed": True,
        "sha256": hashlib.sha256(table).hexdigest(),
        "dimensions": [{"name": "van"}, {"name": "loop"}],
        **changed,
    }
    return json.dumps(told).encode()


def test_a_table_with_its_report_is_read():
    release = read_release("overdracht", TABLE, report())

    assert isinstance(release, Release)
    assert (release.day, release.threshold) == (date(2026, 11, 2), 10)
    assert release.count() == 40
    assert release.count(van="k8") == 12
    assert release.count(loop="ontmoet > w01") is None
    assert release.count(van="k9") == 0
    assert release.categories("loop") == ("ontmoet", "ontmoet > w01")


def test_what_was_counted_together_in_a_category_is_read_along():
    weeks = {"path": ["voor", "kort"], "bases": ["2025-12-29", "2025-12-22"]}
    told = [{"name": "van"}, {"name": "loop", "categories": [weeks]}]

    release = read_release("overdracht", TABLE, report(dimensions=told))

    assert release.bases == {("loop", "voor > kort"): frozenset(weeks["bases"])}
    assert not read_release("overdracht", TABLE, report()).bases


def test_a_dimension_that_is_not_there_is_a_mistake_of_who_asks():
    with pytest.raises(ValueError, match="naar"):
        read_release("overdracht", TABLE, report()).count(naar="k8")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (TABLE.replace(b"12", b"13"), report()),
        (TABLE, report(passed=False)),
        (TABLE, report(format=2)),
        (TABLE, report(dimensions=[{"name": "van"}])),
        (TABLE, report(dimensions=[{"name": "van"}, {"name": "loop", "categories": [{}]}])),
        (TABLE, report(dimensions=[{"name": "van"}, {"name": "loop", "categories": ["voor"]}])),
        (TABLE, report(day="gisteren")),
        (TABLE, b"{"),
        (TABLE + b"k8,*,12\n", report(TABLE + b"k8,*,12\n")),
        (b"", report(b"")),
    ],
    ids=[
        "count",
        "not passed",
        "format",
        "columns",
        "category",
        "no category",
        "day",
        "json",
        "twice",
        "empty",
    ],
)
def test_what_was_changed_is_not_shown(table: bytes, told: bytes):
    with pytest.raises(ReleaseDamaged) as refused:
        read_release("overdracht", table, told)

    assert refused.value.explain("en").code == "RB-INSIGHT-001"
