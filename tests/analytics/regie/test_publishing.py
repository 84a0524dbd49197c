# SPDX-License-Identifier: EUPL-1.2
"""The tables of a region: equal to a plain count, no small group anywhere, and nothing to work out
from all releases together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from ruimbaan.analytics.disclosure.auditing import audit
from ruimbaan.analytics.disclosure.errors import CannotBeSafe, Contradiction, ReleaseExists
from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.disclosure.tables import Rule, Table
from ruimbaan.analytics.regie.handoffs import (
    HALVES,
    MOST_KINDS,
    PAIRS,
    REASONS,
    WEEKS,
    HandoffCubes,
    halves_of,
    kinds_shown,
)
from ruimbaan.analytics.regie.publishing import publish
from ruimbaan.core.insight.courses import MET, NO_PLACE, NOES, WAITS, Cohort, Course, cohort_at
from ruimbaan.core.insight.released import Release, read_release
from tests.regie_courses import FIRST, made_courses, slow_count

COHORT = cohort_at(FIRST + timedelta(weeks=117))
LATER = cohort_at(FIRST + timedelta(weeks=121))
COURSES = made_courses(count=600, kinds=2)


def released(folder: Path, courses: Sequence[Course], cohort: Cohort = COHORT) -> None:
    def made(earlier: Sequence[Table]):
        kinds = kinds_shown("waalstad", courses, earlier)
        return HandoffCubes("waalstad", cohort, kinds, tuple(courses)).all()

    publish(folder, cohort.cut, made, print, quick=True)


def read(folder: Path) -> dict[str, Release]:
    found = {}
    for file in sorted(folder.glob("*.csv")):
        report = file.with_name(f"{file.stem}.audit.json")
        one = read_release(file.stem, file.read_bytes(), report.read_bytes())
        found[one.name] = one
    return found


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regie")
    released(folder, COURSES)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_tables_are_those_of_the_agreement(once: Path):
    tables = read(once)

    assert set(tables) == {PAIRS, WEEKS, REASONS, HALVES}
    assert tables[PAIRS].dimensions == ("van", "naar", "loop", "gevraagd")
    assert {one.population for one in tables.values()} == {"handoffs-waalstad"}
    assert "ontmoet > w06" in tables[PAIRS].categories("loop")
    assert "w06 > 5" in tables[WEEKS].categories("loop")
    assert tables[PAIRS].day == COHORT.cut


def test_what_is_shown_equals_a_plain_count(once: Path):
    tables, window = read(once), (COHORT.first, COHORT.end)
    ways = {"*": (*MET, *NOES, "gestopt", WAITS), "ontmoet > w03": MET[2:4], "niet > nee": NOES}
    shown = 0
    for van in ("*", "4", "5", "zelf"):
        for naar in ("*", "4", "5"):
            for loop, held in ways.items():
                count = tables[PAIRS].count(van=van, naar=naar, loop=loop)
                if count is not None:
                    slow = slow_count(COURSES, *window, van=van, naar=naar, ways=held)
                    assert count == slow
                    shown += 1
    no_place = slow_count(COURSES, *window, van="*", naar="*", ways=[NO_PLACE])
    fifth = slow_count(COURSES, *window, van="*", naar="*", ways=[MET[5]])

    assert shown > 10
    assert tables[REASONS].count(loop="plek") in (no_place, None)
    assert tables[WEEKS].count(loop="w06 > 5") in (fifth, None)
    assert tables[HALVES].count(gevraagd="2024H1") == slow_count(
        COURSES, date(2024, 1, 1), date(2024, 7, 1), van="*", naar="*", ways=ways["*"]
    )


def test_no_table_shows_a_small_group_and_nobody_works_one_out(once: Path):
    tables = read_releases(once)

    assert all(not ((one.shown > 0) & (one.shown < 10)).any() for one in tables)
    for at, one in enumerate(tables):
        assert audit(one, Rule(10), tables[:at] + tables[at + 1 :]).report.leaks == ()


def test_the_same_weeks_with_one_more_do_not_come_out_again(once: Path):
    """Also under another day: the difference would be that one."""
    before = files(once)
    more = (*COURSES, Course("4", "5", COHORT.first, MET[3], "place-4-a", "place-5-a"))

    with pytest.raises((Contradiction, CannotBeSafe)):
        released(once, more, Cohort(COHORT.first, COHORT.end, COHORT.cut + timedelta(weeks=1)))

    assert files(once) == before


def test_the_same_twice_is_said_and_changes_nothing(once: Path):
    before = files(once)

    with pytest.raises(ReleaseExists):
        released(once, COURSES)

    assert files(once) == before


def test_a_month_later_it_is_safe_or_it_does_not_come_out(tmp_path: Path, once: Path):
    """Two windows that overlap: whoever subtracts one from the other finds nobody."""
    for name, content in files(once).items():
        (tmp_path / name).write_bytes(content)
    try:
        released(tmp_path, COURSES, LATER)
        fresh = 4
    except (CannotBeSafe, Contradiction):
        fresh = 0
    tables = read_releases(tmp_path)

    assert len(tables) == 4 + fresh
    assert audit(tables[-1], Rule(10), tables[:-1]).report.passed


def test_a_disk_that_fails_leaves_no_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    renamed, rename = [], Path.rename

    def full(self: Path, target: Path) -> Path:
        renamed.append(target)
        if len(renamed) == 3:
            raise OSError(28, "full")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(Exception, match="full"):
        released(tmp_path, COURSES)

    assert len(renamed) == 3
    assert list(tmp_path.iterdir()) == []


def test_only_whole_half_years_are_laid_beside_each_other():
    halves = halves_of(cohort_at(date(2026, 11, 23)).weeks)

    assert {leaf[0] for leaf in halves} == {"2025H1", "2026H1"}
    assert {len(weeks) for weeks in halves.values()} <= {25, 26, 27}


def test_kinds_stay_those_of_the_first_release(once: Path):
    other = made_courses(seed=2, count=300, kinds=9)

    assert kinds_shown("waalstad", other, read_releases(once)) == ("4", "5")
    assert len(kinds_shown("waalstad", other, ())) <= MOST_KINDS
