# SPDX-License-Identifier: EUPL-1.2
"""A planted change of a rule comes back from what was released, and a year without one shows none."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from ruimbaan.analytics.disclosure.auditing import audit
from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.disclosure.tables import Rule
from ruimbaan.analytics.regie import publishing
from ruimbaan.analytics.regie.changes import change_cubes
from ruimbaan.analytics.regie.handoffs import HandoffCubes
from ruimbaan.core.advice.followup import Outcome, follow_up
from ruimbaan.core.insight.changed import AFTER, AT_RULE, BEFORE, SOON, Changed, table_of
from ruimbaan.core.insight.courses import MET, SELF, Course, cohort_at
from ruimbaan.integrations.advice import read_releases as newest
from tools.lived_year.chance import End, fate
from tools.lived_year.plan import Plan, changing, read_plan

PLAN = read_plan("waalstad")
WEEK = 28
CHANGED = changing(PLAN, "R28", WEEK)
DAY = PLAN.begin + timedelta(weeks=WEEK)
R28 = Changed("R28", DAY, ("25",))
KINDS = ("4", "17", "23", "25", "40")
SEED = 7


def courses(plan: Plan, seed: int, people: int = 3000) -> tuple[Course, ...]:
    """As many handoffs of each planted pair, each ending as the plan has it. Room is left out: it is
    given after a no, and would be a handoff of its own."""
    chance, found = Random(seed), []
    for number in range(people):
        pair = plan.pairs[sorted(plan.pairs)[number % len(plan.pairs)]]
        week = chance.randrange(plan.weeks)
        ends = fate(pair.at(week), chance)
        way = {End.MET: MET[min(ends.days // 7, 13)], End.NO: "nee-regel", End.STOPPED: "gestopt"}
        asked = plan.begin + timedelta(weeks=week)
        sender = str(pair.sender) if pair.sender else SELF
        found.append(Course(sender, str(pair.receiver), asked, way.get(ends.end, "wacht")))
    return tuple(found)


def released(folder: Path, found: tuple[Course, ...], changed: Changed = R28) -> None:
    cohort = cohort_at(PLAN.cut)
    cubes = HandoffCubes("waalstad", cohort, KINDS, found).all()
    cubes |= change_cubes("waalstad", cohort, found, [changed])
    publishing.publish(folder, PLAN.cut, lambda _earlier: cubes, lambda _name: None, quick=True)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[Outcome, Path]:
    """What came out of a year with a change, and of one without."""
    found = {}
    for outcome, plan in ((Outcome.BETTER, CHANGED), (Outcome.NO_DIFFERENCE, PLAN)):
        found[outcome] = tmp_path_factory.mktemp("regie")
        released(found[outcome], courses(plan, SEED))
    return found


@pytest.mark.parametrize("outcome", [Outcome.BETTER, Outcome.NO_DIFFERENCE])
def test_what_was_planted_comes_back_and_nothing_else(
    folders: dict[Outcome, Path], outcome: Outcome
):
    found = follow_up(DAY, newest(folders[outcome]).get(table_of("R28")))

    assert found.outcome is outcome
    tables = read_releases(folders[outcome])
    for at, table in enumerate(tables):
        assert not ((table.shown > 0) & (table.shown < 10)).any()
        assert audit(table, Rule(10), tables[:at] + tables[at + 1 :]).report.leaks == ()


def test_each_side_is_counted_as_one_by_one(folders: dict[Outcome, Path]):
    found = courses(CHANGED, SEED)

    table = newest(folders[Outcome.BETTER])[table_of("R28")]

    sides = {BEFORE: (DAY - timedelta(weeks=26), DAY), AFTER: (DAY, DAY + timedelta(weeks=26))}
    for side, (first, end) in sides.items():
        mine = [one for one in found if one.naar == "25" and first <= one.asked < end]
        soon = [one for one in mine if one.way in MET[:7]]
        assert table.count(naar=AT_RULE, gevraagd=side) == len(mine)
        assert table.count(naar=AT_RULE, gevraagd=side, loop=SOON) == len(soon)


@pytest.mark.parametrize("day", [date(2020, 1, 1), PLAN.cut, PLAN.cut - timedelta(weeks=15)])
def test_without_enough_weeks_on_both_sides_there_is_no_table(day: date):
    cohort = cohort_at(PLAN.cut)

    assert (
        change_cubes("waalstad", cohort, courses(PLAN, 1, 50), [Changed("R28", day, ("25",))]) == {}
    )


def test_beside_other_tables_fewer_weeks_are_shown_when_all_would_show_somebody():
    cohort = cohort_at(PLAN.cut)
    cubes = change_cubes("waalstad", cohort, courses(PLAN, 1, 50), [R28])[table_of("R28")]

    spans = [len(cube.dimensions[2].leaves) for cube in cubes]
    assert spans == [2, 2, 2, 2]
    weeks = [sum(len(held) for held in cube.dimensions[2].groups.values()) for cube in cubes]
    assert weeks == [52, 38, 26, 12]
