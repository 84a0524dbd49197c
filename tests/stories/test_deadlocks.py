# SPDX-License-Identifier: EUPL-1.2
"""The deadlocks of the field: the circle in words, the cheapest way out, and who can say yes."""

from __future__ import annotations

from typing import Any

import pytest

from ruimbaan.core.planner.answer import Finding, Point
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.rules.rule import LadderStep
from tests.stories.golden_files import NOT_REACHED, find, golden, region, solver

SITUATIONS = golden("deadlocks")
STUCK = [name for name, told in SITUATIONS.items() if told["practice"]["kind"] != "late"]
LATE = [name for name in SITUATIONS if name not in STUCK]


def finding(name: str) -> Finding:
    return solver(name).findings[0]


def first(name: str, wanted: Any) -> Point | None:
    return next((point for point in solver(name).points if wanted(point)), None)


def reached(point: Point) -> bool:
    return next(iter(point.arrivals.values())) is not None


def asked_of(name: str, names: list[str]) -> str:
    """Who has to say yes; for what only has to start earlier, who does it."""
    world, _ = find(name)
    rules = [world.rules[rule] for rule in names]
    asked = [rule for rule in rules if rule.step is not LadderStep.START_EARLIER]
    return (asked or rules)[0].mandate.nl


def test_every_situation_is_here():
    names = ("waalstad", "grachtstad", "vestingstad")
    given = {case for name in names for case in region(name).cases if not case.startswith("V")}

    assert given == set(SITUATIONS)


@pytest.mark.parametrize("name", STUCK)
def test_practice_is_stuck_in_the_smallest_circle(name):
    told, found = SITUATIONS[name]["practice"], finding(name)

    assert (found.kind, len(found.facts), found.proven_smallest) == (
        told["kind"],
        told["set"],
        True,
    )
    assert set(told["core"]) <= set(found.facts)


@pytest.mark.parametrize("name", STUCK)
def test_the_circle_is_told_in_plain_words(name):
    world, _ = find(name)

    assert finding_sentence(world, finding(name), "nl") == SITUATIONS[name]["says"]


@pytest.mark.parametrize("name", STUCK)
def test_the_cheapest_cut_and_who_can_make_it(name):
    cut = SITUATIONS[name]["cut"]

    assert list(finding(name).cut or ()) == cut["bent"]
    assert asked_of(name, cut["bent"]) == cut["who"]
    shown = first(name, reached)
    assert shown is not None
    assert list(shown.flexed) == cut.get("shown_as", cut["bent"])
    assert shown.asks == cut["asks"]
    assert next(iter(shown.arrivals.values())) == cut["arrives"]


@pytest.mark.parametrize("name", LATE)
def test_practice_arrives_late(name):
    practice = solver(name).points[0]

    assert next(iter(practice.arrivals.values())) == SITUATIONS[name]["practice"]["arrives"]
    assert solver(name).findings == ()


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_first_way_in_time(name):
    told, found = SITUATIONS[name]["in_time"], first(name, lambda point: point.lateness == 0)

    if told == NOT_REACHED:
        assert found is None
        return
    assert found is not None
    assert (list(found.flexed), found.asks) == (told["bent"], told["asks"])
    assert next(iter(found.arrivals.values())) == told["arrives"]
    if "who" in told:
        assert asked_of(name, told["bent"]) == told["who"]


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_outcome_is_what_the_world_file_expects(name):
    """The file of the situations says it too, in the words of the draft world."""
    case = next(
        region(name_of_region).cases[name]
        for name_of_region in ("waalstad", "grachtstad", "vestingstad")
        if name in region(name_of_region).cases
    )
    practice = solver(name).points[0]
    if case.kind == "timing":
        assert practice.lateness > 0
    else:
        assert set(case.contains) <= set(finding(name).facts)
    if case.arrival is not None:
        assert next(iter(practice.arrivals.values())) == case.arrival
    shown = {frozenset(point.flexed) for point in solver(name).points}
    cuts = {frozenset(cut) for cut in case.cuts}
    assert cuts & shown or any(frozenset(finding(name).cut or ()) == cut for cut in cuts)
