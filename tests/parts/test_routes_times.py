# SPDX-License-Identifier: EUPL-1.2
"""How the times of an answer are told: what is lost, what gaps there are, and how long it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from ruimbaan.core.planner.answer import Clash, ClashKind, Plan, PlanLoss
from ruimbaan.parts.routes import queries
from ruimbaan.parts.routes.presentation import words
from ruimbaan.parts.routes.presentation.gaps import gap_message, gaps_without_support
from ruimbaan.parts.routes.presentation.lanes import route_picture
from ruimbaan.parts.routes.presentation.tables import file_rows
from ruimbaan.parts.routes.presentation.timeline import folded, timeline
from ruimbaan.parts.routes.presentation.why import clashing, losses, why
from ruimbaan.ui.components import StepState, Table, TimelineStep
from ruimbaan.ui.pictures.route_model import PieceKind
from tests.parts.shown_routes import shown, with_plan


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


def test_losses_are_named_with_their_rule_and_who_can_leave_them():
    loss = PlanLoss("inkomen", "kliniek", 101, 143, "r-besluit-bijstand", hurts=("woning",))

    (found,) = losses(with_plan(shown(), losses=(loss,)))

    assert found.what == (
        "Inkomen stopt van 2 maart tot 13 april, door: Kliniek. Daardoor komt dit later: woning."
    )
    assert found.rule == "Regel: Besluit over bijstand binnen 8 weken"
    assert found.who == "teammanager Inkomen, gemeente Veenland"


def test_a_loss_by_law_can_only_be_mended_by_its_maker():
    loss = PlanLoss("inkomen", "kliniek", 101, 143, "r-verwijzing")

    (found,) = losses(with_plan(shown(), losses=(loss,)))

    assert found.who == "alleen wie de regel maakt"


def test_gaps_have_dates_only_when_the_steps_account_for_all_of_them():
    assert gaps_without_support(shown()) == ((0, 101),)
    assert gaps_without_support(with_plan(shown(), uncovered=90)) == ()
    assert gap_message(with_plan(shown(), uncovered=90)) == "Er zijn 90 dagen zonder steun."
    assert gap_message(with_plan(shown(), uncovered=0)) == ""


def test_a_goal_that_does_not_come_has_a_gap_without_end():
    picture = route_picture(shown(index=0, name=queries.DEADLOCK))

    assert picture.without is not None
    pieces = [piece for row in picture.without.rows for piece in row.pieces]
    assert [piece.kind for piece in pieces] == [PieceKind.GAP] * 3
    assert {piece.end for piece in pieces} == {None}


def test_the_chain_of_a_goal_ends_with_the_goal():
    (income, *_others) = why(shown())

    assert [(step.when, step.title) for step in income.chain] == [
        ("Vandaag", "Briefadres: 2 weken"),
        ("Rond 5 december", "Uitkering: 4 weken"),
        ("Rond 2 januari", "Inkomen"),
    ]
    assert income.chain[0].text == "Kan meteen. Dit mag 18 dagen later: uiterlijk 9 december."
    assert income.chain[1].text.startswith("Kan pas na: adres.")
    assert "Regel: Bijstand alleen met een adres in deze gemeente." in income.chain[1].text


def test_every_goal_and_wait_of_a_plan_is_on_its_timeline():
    route = shown()
    titles = " | ".join(step.title for step in timeline(route))

    for goal in route.situation.goals:
        assert route.title(goal.fact) in titles
    assert sum(step.state in {"wait", "room"} for step in timeline(route)) == len(route.plan.steps)


def stops(states: str) -> list[TimelineStep]:
    """One for each letter: a goal, room, a gap, or something else."""
    state: dict[str, StepState] = {"g": "goal", "r": "room", "k": "gap"}
    return [TimelineStep(state.get(one, "wait"), str(at)) for at, one in enumerate(states)]


@pytest.mark.parametrize(
    ("states", "seen"),
    [
        ("......", "......"),
        ("........", "........"),
        (".........", "......F"),
        ("......g...r...k..", "......gFrFk.."),
        ("g.....g....g", "g.....gFg"),
    ],
)
def test_what_lies_between_is_folded_and_nothing_is_lost(states: str, seen: str):
    found = folded(stops(states))

    assert "".join("F" if one.between else states[int(one.title)] for one in found) == seen
    unfolded = [one for stop in found for one in stop.between or (stop,)]
    assert unfolded == stops(states)


def test_a_fold_says_how_many_steps_it_holds():
    assert [one.title for one in folded(stops(".........")) if one.between] == [
        "3 stappen tussendoor"
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (1, "1 dag"),
        (7, "7 dagen"),
        (14, "2 weken"),
        (56, "8 weken"),
        (60, "2 maanden"),
        (98, "14 weken"),
        (100, "100 dagen"),
    ],
)
def test_lengths_are_told_without_rounding(days: int, told: str):
    assert words.length(days) == told


def test_days_are_about_and_carry_their_year_when_far():
    today = date(2026, 11, 21)

    assert words.around(0, today, "nl") == "vandaag"
    assert words.around(42, today, "nl") == "rond 2 januari"
    assert words.around(317, today, "nl") == "rond 4 oktober 2027"


@pytest.mark.parametrize(
    ("things", "told"),
    [
        (("a",), "a"),
        (("a", "b"), "a en b"),
        (("a", "b", "c"), "a, b en c"),
    ],
)
def test_lists_are_told_as_people_do(things: tuple[str, ...], told: str):
    assert words.listed(things) == told


def test_no_cell_of_the_file_begins_a_formula():
    table = Table("x", ("a", "b"), (("=1+1", "@x"), ("gewoon", "-3")))

    rows = list(file_rows((table,)))

    assert rows[2:4] == [("'=1+1", "'@x"), ("gewoon", "'-3")]


def test_a_plan_without_steps_is_told_all_the_same():
    empty: dict[str, int | None] = dict.fromkeys(("inkomen", "woning", "behandeld", "dag"))
    plan = Plan("x", date(2026, 11, 21), (), 4096, 0, 1024, empty)
    route = replace(shown(), answer=replace(shown().answer, front=(plan,)), index=0)

    assert timeline(route)[0].title == "1024 dagen zonder vaste steun"
    assert route_picture(route).lanes == ()
    assert why(route) == ()


def test_what_does_not_go_together_is_told_with_its_rule():
    clash = Clash(ClashKind.APART, 30, ("kliniek", "huurwoning"), rule="r-besluit-bijstand")

    found = clashing(with_plan(shown(), clashes=(clash,)))

    assert found is not None
    (what,) = found.what
    assert what.what.startswith("Dit kan niet tegelijk: ")
    assert "Regel:" in what.rule
    assert what.who
    assert found.proof == ("Deze route gaat daaromheen. Eerder kan niet: dat is nagerekend.")


def test_a_route_that_may_be_better_says_by_how_much():
    clash = Clash(ClashKind.TOO_MUCH, 30, ("kliniek", "bijstand"), most=3)

    found = clashing(with_plan(shown(language="en"), clashes=(clash,), gap=12))

    assert found is not None
    assert "more than 3 appointments in one week" in found.what[0].what
    assert not found.what[0].rule
    assert "at most 12 days in all" in found.proof


def test_a_route_without_clashes_says_nothing_of_them():
    assert clashing(shown()) is None
