# SPDX-License-Identifier: EUPL-1.2
"""What answers say: facts with their days, goals, what is unknown, what is assumed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import (
    Bound,
    DayAsked,
    Derived,
    Option,
    Page,
    Question,
    Questionnaire,
    Skipped,
    WishTexts,
)
from ruimbaan.core.journey.routecheck import Surroundings, clashes, situation_of
from ruimbaan.core.journey.situation import Goal, Window
from ruimbaan.core.journey.wishes import EQUAL, FIRST, SECOND, all_pages
from ruimbaan.core.kernel.texts import Text

DAY_0 = date(2026, 11, 23)
FACTS = "resident bed room money debts homeless prison soon-out outside treatment receives.doctor"
AROUND = Surroundings(DAY_0, frozenset(FACTS.split()), {1: ("receives.doctor",)})
OUT = DayAsked(Text("when"), "prison", Bound.UNTIL, assumed=30, assumes=Text("over een maand"))
SINCE = DayAsked(Text("since"), "treatment", Bound.SINCE)
NO = Option("no", Text("nee"), absent=("debts",))
WISHES = Question(
    "goals",
    Text("wens"),
    (
        Option("bed", Text("Bed"), goals=("bed",), within=2),
        Option("room", Text("Kamer"), goals=("room",), goals_with=(("care.doctor", ("money",)),)),
        Option("start", Text("Start"), goals=("bed", "money"), within=30),
    ),
    many=True,
    most=3,
)
SLEEP = Question(
    "sleep",
    Text("slaap"),
    (
        Option("sofa", Text("bank"), facts=("homeless",)),
        Option("prison", Text("vast"), facts=("prison",), asks_day=OUT),
        Option("unsure", Text("weet niet"), unsure=True),
    ),
    skipped=Skipped(Text("onbekend"), unknown=("homeless",)),
)
LONG = Question(
    "long", Text("lang"), (Option("yes", Text("ja"), facts=("soon-out",)),), shown_if=("sofa",)
)
DEBTS = Question(
    "debts",
    Text("schuld"),
    (NO, Option("yes", Text("ja"), facts=("debts", "elsewhere-only"))),
    skipped=Skipped(Text("geen schulden"), unless=("goals.start",)),
)
CARE = Question(
    "care",
    Text("zorg"),
    (
        Option("doctor", Text("arts"), receives_types=(1, 9)),
        Option("waiting", Text("wacht"), facts=("treatment",), asks_day=SINCE),
    ),
)
WHEN = (
    Option("month", Text("maand"), within=30),
    Option("day", Text("dag"), asks_day=DayAsked(Text("welke"))),
)
QUESTIONNAIRE = Questionnaire(
    version=1,
    who=Question("who", Text("wie"), (Option("me", Text("ik")),)),
    pages=(
        Page("goals", 1, (WISHES,)),
        Page("sleep", 2, (SLEEP, LONG)),
        Page("debts", 3, (DEBTS,)),
        Page("care", 4, (CARE,)),
    ),
    wishes=WishTexts(
        Text("eerst"), Text("telt"), Text("gelijk"), Text("daarna"), Text("{wish}?"), Text(""), WHEN
    ),
    always=("resident",),
    always_assumes=Text("je woont hier"),
    derived=(
        Derived(("soon-out",), of="prison", last_days=30),
        Derived(("outside",), of="prison"),
        Derived(("money",), when=("sleep.sofa", "debts.no"), assumed=9, assumes=Text("9 dagen")),
    ),
    contradictions=(("goals.bed", "debts.no"), ("long.yes", "debts.yes")),
)


def found(days=None, **chosen):
    answers = Answers({name: tuple(said.split()) for name, said in chosen.items()}, days or {})
    return situation_of(QUESTIONNAIRE, answers, AROUND)


def test_without_any_answer_only_what_always_holds():
    nothing = found()

    assert nothing.situation.facts == (Window("resident"),)
    assert nothing.situation.goals == ()
    assert nothing.situation.unknown == ("homeless",)
    assert [one.text.nl for one in nothing.assumptions] == [
        "je woont hier",
        "onbekend",
        "geen schulden",
    ]


def test_an_answer_makes_facts_hold_and_nothing_is_unknown_about_them():
    situation = found(sleep="sofa").situation

    assert Window("homeless") in situation.facts
    assert situation.unknown == ()


def test_not_being_sure_says_as_little_as_skipping():
    assert found(sleep="unsure").situation == found().situation
    assert found(sleep="unsure").assumptions == found().assumptions


def test_a_fact_that_the_region_does_not_know_is_left_out():
    facts = {window.fact for window in found(debts="yes").situation.facts}

    assert facts == {"resident", "debts"}


def test_a_fact_declared_absent_is_not_unknown():
    asks = replace(SLEEP, options=(Option("home", Text("thuis"), absent=("homeless",)),))
    both = replace(
        QUESTIONNAIRE,
        pages=(
            Page("sleep", 1, (asks,)),
            Page("other", 2, (replace(SLEEP, id="other"),)),
        ),
    )

    answers = Answers({"sleep": ("home",)})

    assert situation_of(both, answers, AROUND).situation.unknown == ()


def test_a_follow_up_counts_only_with_its_answer():
    with_it = found(sleep="sofa", long="yes").situation
    without = found(sleep="unsure", long="yes").situation

    assert Window("soon-out") in with_it.facts
    assert Window("soon-out") not in without.facts


def test_an_end_that_is_told_bounds_the_fact_and_what_follows_from_it():
    situation = found({"sleep": date(2027, 2, 1)}, sleep="prison").situation

    assert situation.facts == (
        Window("resident"),
        Window("prison", until=70),
        Window("soon-out", from_day=40, until=70),
        Window("outside", from_day=70),
    )


def test_an_end_that_is_not_told_is_assumed_and_said():
    answer = found(sleep="prison")

    assert Window("prison", until=30) in answer.situation.facts
    assert "over een maand" in [one.text.nl for one in answer.assumptions]


def test_a_beginning_is_told_or_today():
    told = found({"care": date(2026, 11, 3)}, care="waiting").situation
    untold = found(care="waiting").situation

    assert Window("treatment", from_day=-20) in told.facts
    assert Window("treatment", from_day=0) in untold.facts


def test_two_answers_together_say_a_third_thing_for_a_while():
    answer = found(sleep="sofa", debts="no")

    assert Window("money", until=9) in answer.situation.facts
    assert "9 dagen" in [one.text.nl for one in answer.assumptions]


def test_receiving_a_kind_of_service_is_the_fact_of_this_region():
    assert Window("receives.doctor") in found(care="doctor").situation.facts


def test_an_assumption_is_left_out_when_another_answer_says_otherwise():
    assert "geen schulden" not in [one.text.nl for one in found(goals="start").assumptions]


def test_a_wish_without_a_day_has_its_usual_day():
    assert found(goals="bed").situation.goals == (Goal("bed", 2, 1, Text("Bed")),)
    assert found(goals="room").situation.goals == (Goal("room", 182, 1, Text("Kamer")),)


def test_the_usual_day_of_a_wish_is_said_in_the_words_of_an_answer():
    assumed = [one.text.nl for one in found(goals="start").assumptions]

    assert "Start: maand." in assumed
    assert "Start: maand." not in [
        one.text.nl for one in found(goals="start", **{"when-start": "month"}).assumptions
    ]


def test_a_day_that_was_not_filled_in_is_told_as_the_usual_term():
    no_day = {"goals": "start", "when-start": "day"}
    with_day = {"when-start": date(2026, 12, 3)}

    assert "Start: maand." in [one.text.nl for one in found(**no_day).assumptions]
    assert "Start: maand." not in [one.text.nl for one in found(with_day, **no_day).assumptions]


def test_the_day_of_a_wish_is_a_term_or_a_chosen_day():
    month = {"goals": "bed", "when-bed": "month"}
    day = {"goals": "bed", "when-bed": "day"}
    chosen = {"when-bed": date(2026, 12, 3)}

    assert found(**month).situation.goals[0].needed_by == 30
    assert found(chosen, **day).situation.goals[0].needed_by == 10
    assert found(**day).situation.goals[0].needed_by == 2  # no day given: the usual one


@pytest.mark.parametrize(
    ("order", "weights"),
    [
        ({}, {"bed": 1, "room": 1, "money": 1}),
        ({FIRST: EQUAL}, {"bed": 1, "room": 1, "money": 1}),
        ({FIRST: "room"}, {"bed": 1, "room": 3, "money": 1}),
        ({FIRST: "room", SECOND: "start"}, {"room": 3, "bed": 2, "money": 2}),
        ({FIRST: "room", SECOND: "room"}, {"bed": 1, "room": 3, "money": 1}),
    ],
)
def test_the_order_of_wishes_becomes_their_weight(order, weights):
    goals = found(goals="bed room start", **order).situation.goals

    assert {goal.fact: goal.weight for goal in goals} == weights
    assert [goal.weight for goal in goals] == sorted(weights.values(), reverse=True)


def test_a_fact_wished_twice_is_one_goal_on_the_soonest_day():
    goals = {goal.fact: goal for goal in found(goals="bed start").situation.goals}

    assert set(goals) == {"bed", "money"}
    assert goals["bed"].needed_by == 2


def test_what_a_wish_means_can_follow_from_another_answer():
    assert [goal.fact for goal in found(goals="room").situation.goals] == ["room"]
    assert [goal.fact for goal in found(goals="room", care="waiting").situation.goals] == ["room"]
    assert [goal.fact for goal in found(goals="room", care="doctor").situation.goals] == ["money"]


def test_pages_about_the_wishes_follow_from_the_wishes():
    def ids(*wishes: str) -> list[str]:
        pages = all_pages(QUESTIONNAIRE, Answers({"goals": wishes}))
        return [page.id for page in pages]

    assert ids() == ["goals", "sleep", "debts", "care"]
    assert ids("bed") == ["goals", "when", "sleep", "debts", "care"]
    assert ids("bed", "room") == ["goals", "order", "when", "sleep", "debts", "care"]


def test_what_does_not_fit_together_is_found_and_changes_nothing():
    one = found(goals="bed", debts="no")

    assert one.clashes == (("goals.bed", "debts.no"),)
    assert one.situation.goals


def test_an_answer_that_no_longer_applies_cannot_clash():
    answers = Answers({"sleep": ("unsure",), "long": ("yes",), "debts": ("yes",)})
    with_sofa = Answers({**answers.chosen, "sleep": ("sofa",)})

    assert clashes(QUESTIONNAIRE, answers) == ()
    assert clashes(QUESTIONNAIRE, with_sofa) == (("long.yes", "debts.yes"),)


def test_answers_do_not_show_themselves():
    answers = Answers({"sleep": ("prison",)}, {"sleep": DAY_0}, "mijn zoon")

    assert repr(answers) == "Answers()"
