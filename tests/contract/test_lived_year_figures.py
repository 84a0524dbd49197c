# SPDX-License-Identifier: EUPL-1.2
"""The figures of the demo lead back to what was planted in the year they come from, and give nobody
away, also when all of them are laid side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from math import comb

import pytest

from ruimbaan.analytics.disclosure.auditing import audit
from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.disclosure.tables import Rule
from ruimbaan.core.insight.released import Release, read_release
from ruimbaan.core.insight.waits import WITHIN, Share, waits, wilson
from tools.lived_year.plan import ALONE, HUNDRED, Pair, read_plan
from tools.paths import ROOT

PLAN = read_plan("waalstad")
FOLDER = ROOT / "demo" / "waalstad" / "regie"
POINTS = 0.05  # how far a share may lie from what was planted when its interval is narrow


def release(name: str) -> Release:
    table = next(FOLDER.glob(f"{name}-20*.csv"))
    report = table.with_name(f"{table.stem}.audit.json")
    return read_release(name, table.read_bytes(), report.read_bytes())


PAIRS = release("overdracht")
HALVES = release("overdracht-kwartaal")


def code(kind: int) -> str:
    return "zelf" if kind == ALONE else str(kind)


def shares() -> Iterator[tuple[Pair, int, Share]]:
    """Of every planted pair that is shown, each limit that the table says exactly."""
    kinds = set(PAIRS.categories("van")) & set(PAIRS.categories("naar")) | {"zelf"}
    for (sender, receiver), pair in PLAN.pairs.items():
        if {code(sender), code(receiver)} <= kinds:
            found = waits(PAIRS, van=code(sender), naar=code(receiver))
            for weeks in WITHIN.values():
                share = found.share(weeks) if found.asked else None
                if share is not None:
                    yield pair, weeks, share


def planted(pair: Pair, weeks: int) -> float | None:
    """Of all who asked: also those who asked again with room. None where it changed in the year."""
    if pair.after is not None:
        return None
    if pair.with_room is None:
        return pair.course.within(weeks)
    given = pair.room / HUNDRED
    first = sum(pair.course.no.values()) / HUNDRED * given
    again = first / (1 - sum(pair.with_room.no.values()) / HUNDRED * given)
    whole = pair.course.within(weeks) + again * pair.with_room.within(weeks)
    return whole / (1 + again)


def is_back(share: Share, truth: float) -> bool:
    return abs(share.value - truth) <= POINTS or share.low <= truth <= share.high


def most_by_chance(count: int) -> int:
    """An interval of 95 % misses one in twenty: more than this is chance once in a hundred times."""
    likely = accumulate(comb(count, k) * 0.05**k * 0.95 ** (count - k) for k in range(count + 1))
    return next(k for k, share in enumerate(likely) if share >= 0.99)


def test_what_was_planted_comes_back():
    told = [
        (pair.sender, pair.receiver, weeks, is_back(share, truth))
        for pair, weeks, share in shares()
        if (truth := planted(pair, weeks)) is not None
    ]

    assert len(told) >= 12
    missed = [one[:3] for one in told if not one[3]]
    assert len(missed) <= most_by_chance(len(told))


def test_the_letter_address_of_the_shelter_comes_back():
    found = [(weeks, share) for pair, weeks, share in shares() if pair.rule == "R28"]

    assert found
    for weeks, share in found:
        truth = planted(PLAN.pair(17, 25), weeks)
        assert truth is not None
        assert is_back(share, truth)


def soon(half: str) -> Share:
    """Of those asked for support at home in this half year: met within six weeks."""
    count = HALVES.count(naar="23", gevraagd=half)
    within = HALVES.count(naar="23", gevraagd=half, loop="binnen6")
    assert within is not None
    share = wilson(within, count)
    assert share is not None
    return share


def test_the_half_after_the_agreement_is_faster_than_the_half_before():
    before, after = sorted(HALVES.categories("gevraagd"))

    assert soon(after).low > soon(before).high


def test_all_figures_of_the_demo_together_give_nobody_away():
    tables = read_releases(FOLDER)

    assert len(tables) >= 3
    for at, table in enumerate(tables):
        assert not ((table.shown > 0) & (table.shown < 10)).any()
        assert audit(table, Rule(10), tables[:at] + tables[at + 1 :]).report.leaks == ()


def test_what_people_said_was_counted_in_the_same_year():
    told = json.loads((FOLDER.parent / "jaar.json").read_text("utf-8"))

    assert told["cut"] == PLAN.cut.isoformat()
    assert told["people"] == PLAN.people
    planted_ones = {one.friction for one in PLAN.chafes.values()}
    planted_ones |= {pair.friction for pair in PLAN.pairs.values() if pair.friction}
    assert set(told["reports"]) == planted_ones


@pytest.mark.parametrize("name", ["overdracht", "overdracht-kwartaal"])
def test_it_is_a_release_as_the_pages_read_it(name: str):
    found = release(name)

    assert found.population == "handoffs-waalstad"
    assert found.threshold == 10
    assert found.day == PLAN.cut
