# SPDX-License-Identifier: EUPL-1.2
"""The year that was lived with R28 changed shows it; the year of the demo, in which it was not, does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ruimbaan.core.advice.followup import Outcome, difference, follow_up
from ruimbaan.core.insight.changed import table_of
from ruimbaan.core.insight.waits import Share, wilson
from ruimbaan.integrations.advice import read_known, read_releases
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
