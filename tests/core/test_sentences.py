# SPDX-License-Identifier: EUPL-1.2
"""What the planner found, in words that people use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.answer import Block, Finding, FindingKind
from ruimbaan.core.planner.sentences import (
    beside_its_title,
    finding_sentence,
    name_of,
    who_says_yes,
    with_article,
)
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.fact import Fact
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule, RuleClass

RULE = Rule("r", Text("Bewijs nodig", "Proof needed"), RuleClass.PROCEDURE, asks=3)
WORLD = World(
    region="veenland",
    as_of=date(2026, 11, 21),
    span=Span(horizon=1024),
    facts={
        "adres": Fact("adres", Text("Staat ingeschreven"), Text("adres", "address")),
        "woning": Fact("woning", Text("Heeft een plek"), Text("woning", "home")),
        "dag-plek": Fact("dag-plek", Text("Heeft overdag iets")),
        "titel": Fact("titel", Text("De straf loopt", "The sentence runs"), Text("straf")),
    },
    rules={"r": RULE, "s": replace(RULE, id="s", title=Text("Band met de stad"))},
    services={"kliniek": Service("kliniek", Text("Kliniek", "Clinic"))},
)
CIRCLE = (Block("adres", "balie", "woning", "r"), Block("woning", "huur", "adres", None))


def deadlock(goal: str, *more: Block) -> Finding:
    facts = tuple({block.fact for block in (*more, *CIRCLE)})
    return Finding(goal, FindingKind.DEADLOCK, facts, blocks=(*more, *CIRCLE), cycle=CIRCLE)


@pytest.mark.parametrize(
    ("thing", "nl", "en"),
    [
        ("adres", "adres", "address"),
        ("dag-plek", "dag plek", "dag plek"),
        ("krijgt.kliniek", "Kliniek", "Clinic"),
        ("kliniek", "Kliniek", "Clinic"),
        ("krijgt.oude-dienst", "oude dienst", "oude dienst"),
    ],
)
def test_names(thing, nl, en):
    assert (name_of(WORLD, thing, "nl"), name_of(WORLD, thing, "en")) == (nl, en)


def test_a_deadlock_is_one_short_sentence_for_each_link():
    found = deadlock("adres")

    assert finding_sentence(WORLD, found, "nl") == (
        "Geen adres zonder woning. Geen woning zonder adres."
    )
    assert finding_sentence(WORLD, found, "en") == (
        "No address without a home. No home without an address."
    )


def test_a_goal_outside_the_circle_is_led_to_it():
    found = deadlock(
        "dag-plek",
        Block("dag-plek", "werkplaats", "krijgt.kliniek"),
        Block("dag-plek", "buurthuis", "titel"),
        Block("krijgt.kliniek", "kliniek", "adres"),
    )

    assert finding_sentence(WORLD, found, "nl") == (
        "Geen dag plek zonder Kliniek. Geen Kliniek zonder adres. "
        "Geen adres zonder woning. Geen woning zonder adres."
    )


def test_a_goal_that_nothing_leads_from_has_the_circle_only():
    assert finding_sentence(WORLD, deadlock("dag-plek"), "nl") == (
        "Geen adres zonder woning. Geen woning zonder adres."
    )


def test_what_is_in_the_way_is_told_as_a_whole_sentence():
    in_the_way = Block("adres", "balie", "titel", "r", holds=False)
    found = Finding("adres", FindingKind.DEADLOCK, ("adres",), cycle=(in_the_way,))

    assert finding_sentence(WORLD, found, "nl") == "Geen adres zolang dit zo is: De straf loopt."
    assert finding_sentence(WORLD, found, "en") == "No address while this is so: The sentence runs."


@pytest.mark.parametrize(
    ("finding", "nl", "en"),
    [
        (
            Finding("adres", FindingKind.NOBODY_OFFERS, missing=("woning", "krijgt.kliniek")),
            "Op deze kaart is niemand die dit geeft: woning, Kliniek.",
            "Nobody on this map gives this: home, Clinic.",
        ),
        (
            Finding("adres", FindingKind.NOBODY_OFFERS),
            "Op deze kaart is niemand die dit geeft: adres.",
            "Nobody on this map gives this: address.",
        ),
        (
            Finding("adres", FindingKind.REFUSED, blocks=(Block("adres", "balie", "titel", "r"),)),
            "Dit is er wel. Dit houdt het tegen: Bewijs nodig.",
            "It does exist. This is in the way: Proof needed.",
        ),
        (
            Finding("adres", FindingKind.REFUSED),
            "Dit is er wel. Hier zegt men nee.",
            "It does exist. Here the answer is no.",
        ),
        (
            Finding("adres", FindingKind.BEYOND_HORIZON),
            "Dit lukt niet binnen 34 maanden.",
            "This does not work within 34 months.",
        ),
        (
            Finding("adres", FindingKind.NEVER_TOGETHER),
            "Alles kan, maar nooit op dezelfde dag.",
            "Everything is possible, but never on the same day.",
        ),
        (
            Finding("adres", FindingKind.DATA_MISSING, missing=("titel", "kliniek")),
            "We weten nog niet genoeg. Dit ontbreekt: straf, Kliniek.",
            "We do not know enough yet. This is missing: straf, Clinic.",
        ),
    ],
)
def test_each_kind_of_finding(finding, nl, en):
    assert finding_sentence(WORLD, finding, "nl") == nl
    assert finding_sentence(WORLD, finding, "en") == en


def test_a_refusal_names_the_rule_that_opens_it_before_any_other():
    blocks = (Block("adres", "balie", "titel", "r"), Block("adres", "loket", "woning", "s"))
    found = Finding("adres", FindingKind.REFUSED, blocks=blocks, missing=("titel",))

    assert finding_sentence(WORLD, found, "nl").endswith("tegen: Bewijs nodig.")
    assert finding_sentence(WORLD, replace(found, cut=("s",)), "nl").endswith("Band met de stad.")


WHO = Text("teamleider", "team leader")


@pytest.mark.parametrize(
    ("rule", "nl", "en"),
    [
        (replace(RULE, mandate=WHO), "Vraag het aan: teamleider.", "Ask: team leader."),
        (RULE, "Vraag wie hier ja kan zeggen.", "Ask who can say yes to this."),
        (replace(RULE, duty=True), "Dit is je recht.", "This is your right."),
        (
            replace(RULE, conflicts_with="wet", mandate=WHO),
            "Dit is je recht. Vraag ernaar bij: teamleider.",
            "This is your right. Ask about it: team leader.",
        ),
        (
            replace(RULE, step=LadderStep.START_EARLIER, mandate=WHO),
            "Hier hoeft niemand ja te zeggen.",
            "Nobody needs to say yes to this.",
        ),
        (
            replace(RULE, step=LadderStep.OTHER_GATE, mandate=WHO),
            "Wie het weet, mag het vertellen.",
            "Whoever knows may tell.",
        ),
        (
            replace(RULE, flexible=Flexibility.SHORTEN, mandate=WHO),
            "Eerder mag. Vraag het aan: teamleider.",
            "Sooner is allowed. Ask: team leader.",
        ),
        (
            replace(RULE, flexible=Flexibility.NO, duty=True),
            "Alleen wie de regel maakt kan dit.",
            "Only who makes the rule can do this.",
        ),
        (
            replace(RULE, asks=None),
            "Alleen wie de regel maakt kan dit.",
            "Only who makes the rule can do this.",
        ),
    ],
)
def test_who_says_yes(rule, nl, en):
    assert (who_says_yes(rule, "nl"), who_says_yes(rule, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("rule", "nl"),
    [
        (replace(RULE, duty=True), "Het mag anders. Dit is je recht."),
        (replace(RULE, duty=True, flexible=Flexibility.SHORTEN), "Dit is je recht."),
        (
            replace(RULE, step=LadderStep.START_EARLIER),
            "Eerder mag. Hier hoeft niemand ja te zeggen.",
        ),
        (replace(RULE, step=LadderStep.START_EARLIER, duty=True), "Eerder mag. Dit is je recht."),
        (replace(RULE, mandate=WHO), "Vraag het aan: teamleider."),
        (replace(RULE, asks=None), "Alleen wie de regel maakt kan dit."),
    ],
)
def test_beside_its_title_a_rule_is_never_called_a_right_itself(rule, nl):
    assert beside_its_title(rule, "nl") == nl


@pytest.mark.parametrize(
    ("name", "after_without"),
    [
        ("address", "an address"),
        ("home", "a home"),
        ("income", "an income"),
        ("own room", "own room"),
        ("not using", "not using"),
        ("housing", "housing"),
        ("papers", "papers"),
        ("debt help", "debt help"),
        ("support at home", "support at home"),
        ("money for the rent", "money for the rent"),
        ("enquiry into help at home", "an enquiry into help at home"),
        ("room of your own", "a room of your own"),
        ("therapist afterwards", "a therapist afterwards"),
        ("half a year of work experience", "half a year of work experience"),
        ("meeting people", "meeting people"),
        ("Clinic De Wending", "Clinic De Wending"),
        ("a home", "a home"),
    ],
)
def test_an_english_name_after_without(name, after_without):
    assert with_article(name) == after_without
