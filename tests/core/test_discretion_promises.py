# SPDX-License-Identifier: EUPL-1.2
"""Letters of mandate and cover promised beforehand, and how a planner counts on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ruimbaan.core.directory.service import AnyOf, Condition, Gift, Loss, Opening, Service, Wait
from ruimbaan.core.discretion.mandates import Letter, Term, check_rule, check_term, valid_on
from ruimbaan.core.discretion.mandates_errors import EndBeforeStart, EndPassed, NobodyBendsThis
from ruimbaan.core.discretion.resources import (
    Kind,
    Promise,
    counting_on,
    partly_covered,
    rules_at,
)
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.sentences import who_says_yes
from ruimbaan.core.rules.rule import Flexibility, Rule, RuleClass

TODAY = date(2026, 11, 23)
TERM = Term(TODAY, TODAY + timedelta(days=100))
FIVE_TRIES = Rule("R35", Text("Na drie keer stopt het"), RuleClass.PROCEDURE, asks=3)
COUNCIL = Rule("R22", Text("Acht weken"), RuleClass.ORDINANCE, asks=16, mandate=Text("het college"))
FIXED = Rule("R03", Text("Wet"), RuleClass.LAW, Flexibility.NO)
RIGHT = Rule("R08", Text("Binding"), RuleClass.POLICY, asks=0, duty=True)
RULES = {rule.id: rule for rule in (FIVE_TRIES, COUNCIL, FIXED, RIGHT)}
POLI = Service("W04", Text("Poli"), provider="De Kribbe", needs=(Condition("x", rule="R35"),))
DESK = Service(
    "W20", Text("Hulp"), provider="gemeente  Waalstad, schuldhulp", wait=Wait(56, rule="R22")
)
COVER = Promise(UUID(int=1), Kind.COVER, "De Kribbe", "poli", "de teamleider", TERM, "R35", 0, True)
LETTER = Letter(
    UUID(int=2),
    "R22",
    "Gemeente Waalstad",
    "teammanager",
    "zes weken",
    "via de balie",
    "B en W",
    TERM,
)


def counted(*promises: Promise, letters: tuple[Letter, ...] = (), on: date = TODAY):
    return counting_on(RULES, (POLI, DESK), promises, letters, on)


def test_without_promises_the_rules_are_the_very_same():
    assert counted() is RULES


def test_a_rule_with_cover_at_every_place_asks_no_more_than_a_habit():
    rule = counted(COVER)["R35"]

    assert rule.asks == 1
    assert rule.covered_by == Text("de teamleider, De Kribbe")
    assert who_says_yes(rule, "nl") == (
        "Hier hoef je niets te vragen: rugdekking van de teamleider, De Kribbe."
    )
    assert counted(COVER)["R22"] == COUNCIL
    assert who_says_yes(COUNCIL, "nl") == "Vraag het aan: het college."


@pytest.mark.parametrize(
    "change",
    [
        {"in_routes": False},
        {"kind": Kind.HOURS},
        {"organisation": "De Uiterwaard"},
        {"term": replace(TERM, starts=TODAY + timedelta(days=1))},
        {"term": replace(TERM, until=TODAY - timedelta(days=1))},
        {"term": replace(TERM, withdrawn=TODAY)},
    ],
)
def test_what_is_not_promised_here_and_now_does_not_count(change: dict[str, object]):
    assert counted(replace(COVER, **change))["R35"] == FIVE_TRIES  # type: ignore[arg-type]


def test_where_another_organisation_holds_the_same_rule_too_both_must_stand_behind_it():
    other = replace(POLI, id="W08", provider="De Uiterwaard")
    theirs = replace(COVER, organisation="De Uiterwaard", by="de manager")

    alone = counting_on(RULES, (POLI, other), (COVER,), (), TODAY)
    both = counting_on(RULES, (POLI, other), (COVER, theirs), (), TODAY)

    assert alone["R35"] == FIVE_TRIES
    assert both["R35"].covered_by == Text("de teamleider, De Kribbe; de manager, De Uiterwaard")


def test_cover_that_does_not_reach_every_place_is_told_and_not_counted():
    on_paper = replace(POLI, id="W-p", provider="behandelaar")  # a step that is of no organisation
    other = replace(POLI, id="W08", provider="De Uiterwaard")
    kept_inside, over = replace(COVER, in_routes=False), replace(TERM, withdrawn=TODAY)

    def told(*services: Service, promise: Promise = COVER) -> dict[str, tuple[Promise, ...]]:
        return dict(partly_covered(RULES, services, [promise], TODAY))

    assert told(POLI) == {}
    assert told(POLI, other) == told(POLI, on_paper) == told(DESK) == {"R35": (COVER,)}
    assert told(POLI, other, promise=kept_inside) == {}
    assert told(POLI, other, promise=replace(COVER, term=over)) == {}
    for services in ((POLI, other), (POLI, on_paper)):
        assert counting_on(RULES, services, (COVER,), (), TODAY)["R35"] == FIVE_TRIES


def test_who_gives_care_cannot_stand_behind_what_the_municipality_decides():
    benefit = Rule("R20", Text("Solliciteren"), RuleClass.LAW, asks=10)
    clinic = replace(POLI, needs=(Condition("x", rule="R20"),))
    desk = replace(DESK, wait=Wait(1, rule="R20"))
    by_clinic = replace(COVER, rule="R20")
    by_desk = replace(by_clinic, organisation="Gemeente Waalstad")
    by_letter = replace(LETTER, rule="R20", organisation="De Kribbe")
    rules = {"R20": benefit}

    assert counting_on(rules, (clinic,), (by_clinic,), (by_letter,), TODAY) == rules
    assert dict(partly_covered(rules, (clinic,), (by_clinic,), TODAY)) == {"R20": (by_clinic,)}
    assert counting_on(rules, (desk,), (by_desk,), (), TODAY)["R20"].asks == 1


def test_a_letter_says_who_and_makes_it_a_procedure_of_the_house():
    rule = counted(letters=(LETTER,))["R22"]

    assert rule.mandate == rule.talk_to == Text("teammanager, Gemeente Waalstad")
    assert rule.asks == 3
    assert not rule.covered_by.nl


def test_what_is_fixed_or_a_right_stays_what_it_is():
    fixed = replace(POLI, needs=(Condition("x", rule="R03"), Condition("y", rule="R08")))
    promises = [replace(COVER, rule=name) for name in ("R03", "R08")]

    found = counting_on(RULES, (fixed,), promises, (), TODAY)

    assert (found["R03"], found["R08"]) == (FIXED, RIGHT)


def test_a_rule_is_found_wherever_it_stands_at_a_service():
    service = Service(
        "S",
        Text("S"),
        needs=(AnyOf((Condition("a", rule="R1"), Condition("b"))),),
        wait=Wait(1, rule="R2"),
        gives=(Gift("c", rule="R3"),),
        takes=(Loss("d", rule="R4"),),
        opens=Opening(rule="R5"),
    )

    assert rules_at(service) == {"R1", "R2", "R3", "R4", "R5"}


def test_of_two_letters_the_one_that_holds_longest_comes_first():
    longer = replace(LETTER, id=UUID(int=3), term=replace(TERM, until=TERM.until + timedelta(9)))
    over = replace(LETTER, id=UUID(int=4), term=replace(TERM, withdrawn=TODAY))

    assert valid_on([LETTER, over, longer], "R22", TODAY) == (longer, LETTER)


def test_a_letter_lapses_soon_in_its_last_four_weeks():
    assert not TERM.lapses_soon(TERM.until - timedelta(days=29))
    assert TERM.lapses_soon(TERM.until - timedelta(days=28))
    assert TERM.lapses_soon(TERM.until)
    assert not TERM.lapses_soon(TERM.until + timedelta(days=1))
    assert TERM.is_over(TERM.until + timedelta(days=1))


def test_what_cannot_be_promised_says_why():
    with pytest.raises(EndBeforeStart):
        check_term(Term(TODAY, TODAY - timedelta(days=1)), TODAY)
    with pytest.raises(EndPassed):
        check_term(Term(TODAY - timedelta(days=9), TODAY - timedelta(days=1)), TODAY)
    for rule in (FIXED, None):
        with pytest.raises(NobodyBendsThis):
            check_rule(rule)
