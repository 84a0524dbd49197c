# SPDX-License-Identifier: EUPL-1.2
"""The year that was lived with R28 changed shows it; the year of the demo, in which it was not, does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ruimbaan.core.advice.advice import Advice, advise, changed_since
from ruimbaan.core.advice.course import Step, Taken
from ruimbaan.core.advice.followup import Outcome, difference, follow_up
from ruimbaan.core.advice.known import Known
from ruimbaan.core.insight.changed import table_of
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import Share, wilson
from ruimbaan.core.rules.rulebook import Rulebook
from ruimbaan.integrations.advice import read_known, read_releases
from ruimbaan.integrations.regions import rule_folders
from ruimbaan.integrations.rulebook import load_rulebook
from tools.lived_year.plan import read_plan
from tools.paths import ROOT

LIVED = ROOT / "demo" / "waalstad"
DAY = read_plan("waalstad").begin + timedelta(weeks=28)
POINTS = 0.06


def test_after_the_change_the_follow_up_shows_the_difference():
    table = read_releases(LIVED / "veranderd" / "regie")[table_of("R28")]

    found = follow_up(DAY, table)

    assert found.outcome is Outcome.BETTER
    assert found.difference is not None
    assert found.others_before is not None
    assert found.others_after is not None
    assert found.difference.low > 0.1
    others = difference(found.others_before, found.others_after)
    assert others.low <= 0 <= others.high


def advised(on: date) -> Advice:
    """With the figures of the year in which R28 was changed, as if the rulebook had changed it then."""
    rulebook = load_rulebook(rule_folders(["waalstad"]))
    old, new = rulebook.versions["R28-W"]
    old = replace(old, rule=replace(old.rule, valid_until=DAY))
    new = replace(new, rule=replace(new.rule, valid_from=DAY))
    releases = {
        name: replace(table, day=on)
        for name, table in read_releases(LIVED / "veranderd" / "regie").items()
    }
    changed = Rulebook({**rulebook.versions, "R28-W": (old, new)})
    return advise(changed, new, Known(releases=releases), ["25"], None, "waalstad", on)


def test_figures_of_after_the_change_follow_it_still():
    """Those of the day of the change cannot be about it yet."""
    during, after = advised(DAY), advised(DAY + timedelta(weeks=40))

    assert during.changed is not None
    assert during.rule != after.rule
    assert after.changed is None
    assert during.follow_up is not None
    assert during.follow_up.outcome is Outcome.TOO_EARLY
    assert after.follow_up is not None
    assert after.follow_up.day == during.follow_up.day
    assert after.follow_up.outcome is Outcome.BETTER


def test_what_a_course_led_to_is_no_longer_the_previous_text():
    course = [Taken(Step.WRITTEN, DAY - timedelta(days=60)), Taken(Step.CHANGED, DAY)]
    later = DAY + timedelta(weeks=40)

    assert changed_since(advised(DAY), course, DAY) == DAY
    assert changed_since(advised(later), course, later) is None
    assert changed_since(advised(later), [Taken(Step.WRITTEN, later)], later) is None


def test_of_a_change_of_long_ago_of_which_no_table_is_left_nothing_is_said():
    found = advised(DAY + timedelta(weeks=40))
    late = Release(
        "overdracht-weken", DAY + timedelta(weeks=200), 10, "p", ("naar", "loop"), {}, ""
    )
    rulebook, known = Rulebook({found.rule.id: found.versions}), Known({late.name: late})

    gone = advise(rulebook, found.rule, known, ["25"], None, "waalstad", DAY)

    assert gone.rule == found.rule
    assert gone.follow_up is None


def test_before_the_change_both_years_are_alike():
    table = read_releases(LIVED / "veranderd" / "regie")[table_of("R28")]
    before = follow_up(DAY, table).before

    assert before is not None
    assert before.value == pytest.approx(half("2025H2").value, abs=POINTS)


def test_in_the_year_without_it_the_same_half_years_show_none():
    found = difference(half("2025H2"), half("2026H1"))

    assert found.low < 0 < found.high


def half(name: str) -> Share:
    table = read_releases(LIVED / "regie")["overdracht-kwartaal"]
    asked = table.count(naar="25", gevraagd=name)
    soon = table.count(naar="25", gevraagd=name, loop="binnen6")
    assert soon is not None
    share = wilson(soon, asked)
    assert share is not None
    return share


def test_what_room_did_and_what_was_told_of_it_is_in_the_demo():
    known = read_known(LIVED)

    assert known.room["25"].used >= 10
    assert sum(known.patterns["R28"].values()) >= 10
