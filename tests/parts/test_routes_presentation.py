# SPDX-License-Identifier: EUPL-1.2
"""How an answer is told when it is not the example's: late, lost, refused, long, or in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import translation

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.answer import Bend, Finding, FindingKind
from ruimbaan.core.rules.rule import LadderStep
from ruimbaan.parts.routes import queries
from ruimbaan.parts.routes.presentation.asks import ask, asked_people, how_it_bends
from ruimbaan.parts.routes.presentation.ladder import rungs
from ruimbaan.parts.routes.presentation.message import key_message
from ruimbaan.parts.routes.presentation.stuck import main_deadlock, missing
from ruimbaan.parts.routes.presentation.ways import MOST, ways
from tests.parts.shown_routes import BEST, shown, with_plan, with_rule


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


# --- the message ---------------------------------------------------------------------------------


def test_when_practice_is_in_time_no_rule_has_to_give_way():
    route = shown()
    best = replace(route.answer.front[BEST], flexed=(), bends=())
    message = key_message(replace(route, answer=replace(route.answer, front=(best,)), index=0))

    assert message is not None
    assert message.title == "Geen regel staat in de weg. Je kunt op tijd zijn."
    assert message.weighed == ()


def test_an_earlier_start_that_is_enough_is_told_first():
    route = with_plan(shown(index=1), lateness=0)

    message = key_message(route)

    assert message is not None
    assert message.title == "Begin eerder. Dan hoeft geen regel te wijken."


@pytest.mark.parametrize(
    ("step", "title"),
    [
        (LadderStep.HOOK, "Gebruik wat al mag. Dan ben je op tijd."),
        (LadderStep.FLEX, "Vraag 1 keer om ruimte. Dan ben je op tijd."),
    ],
)
def test_room_is_asked_only_where_the_rule_has_no_way_out(step: LadderStep, title: str):
    message = key_message(with_rule(shown(), "r-besluit-bijstand", step=step))

    assert message is not None
    assert message.title == title


def test_when_nothing_is_in_time_the_earliest_way_is_told_with_what_stays_late():
    route = shown()
    late = tuple(
        replace(plan, lateness=5, arrivals={**plan.arrivals, "woning": 245})
        for plan in route.answer.front
    )
    message = key_message(replace(route, answer=replace(route.answer, front=late)))

    assert message is not None
    assert message.title == "Dit is de vroegste weg die wij zien."
    assert message.weighed[1].value == "Woning: 5 dagen te laat"


def test_what_the_best_way_does_not_bring_is_not_there_today():
    """Wanted on a far day, it counts for no lateness when it does not come."""
    route = shown()
    far = replace(
        route.situation, goals=tuple(replace(one, needed_by=999) for one in route.situation.goals)
    )
    never = {**route.plan.arrivals, "woning": None}
    front = tuple(replace(plan, lateness=0, arrivals=never) for plan in route.answer.front)
    best = replace(route.answer.front[BEST], lateness=0, arrivals=never)
    answer = replace(route.answer, front=(front[0], best))

    message = key_message(replace(route, situation=far, answer=answer, index=1))

    assert message is not None
    told = " ".join((message.title, *(f"{one.value} {one.text}" for one in message.weighed)))
    assert "vandaag" not in told
    assert "op tijd" not in told.lower()
    assert message.weighed[-1].value == "Woning: nog niet"


def test_the_best_way_says_until_when_it_does_not_come():
    """It asks for something, so that no way without asking was found is not what is true of it."""
    route = shown()
    practice = replace(route.answer.practice, lateness=9)
    best = replace(route.plan, lateness=5, arrivals={**route.plan.arrivals, "woning": None})
    answer = replace(route.answer, front=(practice, best))

    message = key_message(replace(route, answer=answer, index=1))

    assert message is not None
    assert message.weighed[1].value == "Woning: nog niet"
    assert message.weighed[1].text.startswith("Lukt niet binnen ")


def test_a_deadlock_is_the_message():
    stuck = shown(index=0, name=queries.DEADLOCK)

    assert key_message(stuck) is None
    found = main_deadlock(stuck)
    assert found is not None
    assert found.sentences == (
        "Geen inkomen zonder adres.",
        "Geen adres zonder woning.",
        "Geen woning zonder inkomen.",
    )


def test_steps_that_free_it_together_are_told_as_one_way_out():
    stuck = shown(index=0, name=queries.DEADLOCK)
    cut = ("r-briefadres-bewijs", "r-wonen-inkomen")
    findings = tuple(replace(finding, cut=cut) for finding in stuck.answer.findings)

    found = main_deadlock(replace(stuck, answer=replace(stuck.answer, findings=findings)))

    assert found is not None
    (way_out,) = found.ways_out
    assert way_out.text == "Deze 2 stappen samen maken het los:"
    first, second = way_out.steps
    assert first.startswith("Briefadres zonder woning. Dit is je recht.")
    assert second.startswith("Huurhuis zonder inkomen. Vraag het aan: manager wonen")


def test_other_reasons_are_told_per_goal():
    findings = (Finding("dag", FindingKind.NOBODY_OFFERS, facts=("dag",), missing=("dag",)),)
    route = replace(shown(), answer=replace(shown().answer, findings=findings))

    (found,) = missing(route)

    assert found.goal == "Plek overdag"
    assert found.why == "Op deze kaart is niemand die dit geeft: plek overdag."


# --- ways ----------------------------------------------------------------------------------------


def test_a_long_front_shows_one_way_for_each_level_of_asking():
    route = shown()
    rules = tuple(route.world.rules)
    rows = tuple(
        replace(route.answer.front[BEST], flexed=rules[:count], bends=()) for count in range(10)
    )
    long = replace(route, answer=replace(route.answer, front=rows), index=4)

    cards = ways(long, str)

    assert len(cards) == MOST
    assert cards[0].title == "Zoals het meestal gaat"
    assert [card.url for card in cards if card.current] == ["4"]
    assert [int(card.url) for card in cards] == sorted({int(card.url) for card in cards})


def titles_of(*days: dict[str, int], flexed: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    """Of ways with other days for some wishes, that bend nothing or what is said of each."""
    route = shown()
    best = replace(route.answer.front[BEST], flexed=(), bends=())
    bent = dict(enumerate(flexed))
    front = tuple(
        replace(best, arrivals={**best.arrivals, **each}, flexed=bent.get(number, ()))
        for number, each in enumerate(days)
    )
    answer = replace(route.answer, front=front)
    return [card.title for card in ways(replace(route, answer=answer, index=0), str)]


def test_each_way_has_a_name_of_its_own_when_one_wish_does_not_tell_all_apart():
    names = titles_of(
        {"woning": 100, "dag": 50}, {"woning": 120, "dag": 50}, {"woning": 120, "dag": 60}
    )

    assert len(set(names)) == 3
    assert [name.count("woning rond") for name in names] == [1, 1, 0]
    assert "plek overdag rond" in names[2]


def test_a_way_that_no_wish_tells_apart_is_named_by_all_that_differ():
    names = titles_of(
        {"woning": 100, "dag": 50}, {"woning": 100, "dag": 60}, {"woning": 120, "dag": 50}
    )

    assert len(set(names)) == 3
    assert "woning rond" in names[0]
    assert "plek overdag rond" in names[0]


def test_a_way_on_the_same_days_as_another_is_told_apart_by_what_bends():
    first, second, third = "r-briefadres-bewijs", "r-besluit-bijstand", "r-besluit-wmo"
    asked = "r-wonen-inkomen"

    names = titles_of(
        {"woning": 100},
        {"woning": 100},
        {"woning": 120},
        flexed=((asked, first, second), (asked, first, third), (asked, second, third)),
    )

    assert {name.split(":")[0] for name in names} == {"1 keer ruimte vragen"}
    assert len(set(names)) == 3


def test_of_many_people_only_those_who_are_asked_a_favour_are_named():
    route = shown()
    flexed = ("r-briefadres-bewijs", "r-besluit-bijstand", "r-besluit-wmo", "r-wonen-inkomen")
    card = ways(with_plan(route, flexed=flexed, bends=()), str)[BEST]

    assert card.tag.text == "Ruimte vragen: 1 keer"
    assert card.tag.kind == "room"
    assert "Je noemt 3 keer wat al mag.<br>Je vraagt 1 mens:<br>manager wonen" in card.note


def test_of_many_people_who_are_asked_a_favour_nothing_is_said_of_what_is_allowed():
    rules = ("r-briefadres-bewijs", "r-besluit-bijstand", "r-besluit-wmo", "r-wonen-inkomen")
    route = shown()
    for rule in rules:
        route = with_rule(
            route, rule, step=LadderStep.FLEX, conflicts_with="", duty=False, talk_to=Text(rule)
        )

    card = ways(with_plan(route, flexed=rules, bends=()), str)[BEST]

    assert card.tag.text == "Ruimte vragen: 4 keer"
    assert "Je vraagt 4 mensen:" in card.note
    assert "Je noemt" not in card.note


def test_what_is_allowed_already_is_counted_by_the_rule_as_on_the_tag():
    hooks = ("r-briefadres-bewijs", "r-besluit-bijstand", "r-besluit-wmo", "r-wonen-inkomen")
    same_person = "r-wonen-stabiel"
    route = shown()
    for rule in (*hooks, same_person):
        talk_to = Text(hooks[0] if rule == same_person else rule)
        route = with_rule(route, rule, step=LadderStep.HOOK, talk_to=talk_to)

    card = ways(with_plan(route, flexed=(*hooks, same_person), bends=()), str)[BEST]

    assert card.tag.text == "Vragen wat al mag: 5 keer"
    assert "Je noemt 5 keer wat al mag." in card.note


def test_the_tag_asks_nobody_where_somebody_stands_behind_it():
    route = with_rule(shown(), "r-besluit-bijstand", covered_by=Text("de wethouder"))

    card = ways(with_plan(route, flexed=("r-besluit-bijstand",), bends=()), str)[BEST]

    assert card.tag.text == "Niemand iets vragen"
    assert "Je hoeft niets te vragen" in card.note


# --- the ladder ----------------------------------------------------------------------------------


def test_asking_for_room_stands_on_its_own_amber_rung():
    route = with_rule(shown(), "r-besluit-bijstand", step=LadderStep.FLEX)

    states = [rung.state for rung in rungs(route)]

    assert states == ["empty", "empty", "used", "room", "empty"]


def test_a_rule_that_keeps_a_goal_late_and_nobody_may_bend_is_named():
    route = with_rule(shown(), "r-inkomen-adres", asks=None)
    late = with_plan(route, arrivals={**route.plan.arrivals, "inkomen": 90})

    assert rungs(route)[4].state == "empty"
    assert rungs(late)[4].state == "used"
    assert rungs(late)[4].note == (
        "Deze regel ligt vast: Bijstand alleen met een adres in deze gemeente."
    )


def test_without_a_sentence_of_the_rule_there_is_one_to_say():
    route = with_rule(shown(), "r-briefadres-bewijs", ask_sentence=Text(""), mandate=Text(""))

    card = ask(route, route.world.rules["r-briefadres-bewijs"])

    assert card.say == "Kan dit ook zonder woning? Wie mag dat beslissen?"
    assert card.who == "de organisatie zelf"


def test_a_way_names_with_whom_one_talks_and_the_card_in_whose_name_they_decide():
    rule, both = "r-briefadres-bewijs", Text("burgerzaken (namens het college)")
    route = with_rule(shown(), rule, mandate=both, talk_to=Text("burgerzaken"))
    bent = route.world.rules[rule]

    assert asked_people(route, (bent,)) == ("burgerzaken",)
    assert ask(route, bent).who == "burgerzaken (namens het college)"


def test_what_would_not_come_at_all_is_told_first():
    bend = Bend(
        "r-besluit-bijstand", 900, {"inkomen": None, "woning": None, "behandeld": 143, "dag": 70}
    )
    route = with_plan(shown(), bends=(bend,))

    card = ask(route, route.world.rules["r-besluit-bijstand"])

    assert card.gain == (
        "Zonder deze stap komt er geen: inkomen en woning.<br>"
        "Plek overdag: 14 dagen eerder. Op 16 januari, niet op 30 januari."
    )


def test_a_rule_that_no_step_of_the_plan_meets_is_told_from_where_it_stands():
    """Its own title says what the rule asks, so the opposite of a way that bends it."""
    route = shown()

    bending = how_it_bends(route, route.world.rules["r-wonen-stabiel"])

    assert bending.title == "Begeleid wonen zonder niet gebruiken"


def test_a_text_that_is_only_dutch_is_marked_on_an_english_page():
    with translation.override("en"):
        route = with_rule(
            shown(language="en"), "r-besluit-bijstand", mandate=Text("teammanager <Inkomen>")
        )
        card = ask(route, route.world.rules["r-besluit-bijstand"])

    assert card.who == '<span lang="nl">teammanager &lt;Inkomen&gt;</span>'
