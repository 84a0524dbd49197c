# SPDX-License-Identifier: EUPL-1.2
"""A world in order: every key arrives where the core expects it."""

from __future__ import annotations

from datetime import date

import pytest

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    AnyOf,
    Condition,
    Gift,
    Loss,
    Opening,
    Wait,
    Weekday,
)
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import Helper
from ruimbaan.core.rules.fact import FactKind, StorePolicy
from ruimbaan.core.rules.rule import Flexibility, LadderStep, RuleClass
from tests.contract.worlds.writing import load

FACTS = "facts: {adres: {}, woning: {}, geld: {}}\n"


def test_the_region_says_which_days_a_plan_speaks_of(tmp_path):
    world = load(
        tmp_path,
        "region: {id: veenland, title: Veenland, as_of: 2026-11-21, horizon: 12m, history: 4w}",
    ).world

    assert (world.region, world.title) == ("veenland", "Veenland")
    assert world.as_of == date(2026, 11, 21)
    assert world.span == Span(horizon=360, history=28)


def test_day_zero_can_be_another_date(tmp_path):
    world = load(tmp_path, FACTS, as_of=date(2027, 1, 1)).world

    assert world.as_of == date(2027, 1, 1)
    assert world.span == Span()


def test_a_fact(tmp_path):
    facts = load(
        tmp_path,
        """
facts:
  adres: {label: "Staat ingeschreven", en: "Is registered", short: adres, domain: ADM}
  gebruikt-niet:
    label: {nl: "Gebruikt niet", en: "Does not use"}
    short: {nl: niet gebruiken, en: not using}
    kind: person
    again: no
    store: never
    maintained_by: {any_support_within: 3w}
  eigen_plek: {}
""",
    ).world.facts

    adres, use, place = facts["adres"], facts["gebruikt-niet"], facts["eigen_plek"]
    assert (adres.label, adres.domain) == (Text("Staat ingeschreven", "Is registered"), "ADM")
    assert (adres.kind, adres.again, adres.store) == (FactKind.MADE, True, StorePolicy.OWN)
    assert adres.name("nl") == "adres"
    assert (use.kind, use.again, use.store) == (FactKind.PERSON, False, StorePolicy.NEVER)
    assert use.maintained_within == 21
    assert use.name("en") == "not using"
    assert place.label == Text("Eigen plek")


def test_a_rule(tmp_path):
    rule = load(
        tmp_path,
        """
rules:
  R27: {title: "Ambtshalve briefadres", class: law}
  R28-W:
    title: {nl: "Bewijs voor een briefadres", en: "Proof for a postal address"}
    number: R28
    layer: procedure
    sentence: "De balie vraagt bewijs."
    ask: {nl: "Mag het zonder?", en: "May it be without?"}
    mandate: burgerzaken
    source: werkinstructie
    deviate: "Awb 4:84"
    step: hook
    role: need
    conflicts_with: R27
    hook_of: R27
    valid_from: 2022-01-01
    valid_until: "2030-01-01"
    status: fictional
    frictions: [F04]
    note: "Alleen voor de lezer."
""",
    ).world.rules["R28-W"]

    assert rule.title == Text("Bewijs voor een briefadres", "Proof for a postal address")
    assert (rule.rule_class, rule.flexible) == (RuleClass.PROCEDURE, Flexibility.WAIVE)
    assert (rule.number, rule.layer, rule.role) == ("R28", "procedure", "need")
    assert rule.ask_sentence.en == "May it be without?"
    assert (rule.mandate, rule.source) == (Text("burgerzaken"), "werkinstructie")
    assert (rule.step, rule.conflicts_with, rule.hook_of) == (LadderStep.HOOK, "R27", "R27")
    assert (rule.valid_from, rule.valid_until) == (date(2022, 1, 1), date(2030, 1, 1))
    assert rule.is_right
    assert rule.asks == 0


@pytest.mark.parametrize(
    ("written", "asks", "may_bend"),
    [
        ("class: habit", 1, True),
        ("class: procedure", 3, True),
        ("class: contract", 8, True),
        ("class: policy", 8, True),
        ("class: ordinance", 16, True),
        ("class: law", None, False),
        ("class: law, flexible: shorten", 16, True),
        ("class: law, flexible: shorten, cost: 2", 2, True),
        ("class: law, cost: 1", 1, True),
        ("class: law, duty: true", 0, True),
        ("class: policy, duty: true, cost: 3", 3, True),
        ("class: policy, conflicts_with: Awb", 0, True),
        ("class: habit, cost: never", None, False),
        ("class: habit, flexible: no", 1, False),
        ('class: habit, flexible: "no"', 1, False),
    ],
)
def test_what_a_rule_asks(tmp_path, written, asks, may_bend):
    rule = load(tmp_path, f"rules: {{r: {{title: Regel, {written}}}}}").world.rules["r"]

    assert (rule.asks, rule.may_bend) == (asks, may_bend)


def test_a_world_may_say_what_the_classes_ask(tmp_path):
    rules = load(
        tmp_path,
        """
costs: {habit: 0, policy: never, law: 40}
rules:
  gewoonte: {title: Gewoonte, class: habit}
  beleid: {title: Beleid, class: policy}
  wet: {title: Wet, class: law}
  contract: {title: Contract, class: contract}
""",
    ).world.rules

    asks = {name: rule.asks for name, rule in rules.items()}
    assert asks == {"gewoonte": 0, "beleid": None, "wet": 40, "contract": 8}


def test_what_nobody_here_may_bend_is_for_who_makes_the_rule(tmp_path):
    rules = load(
        tmp_path,
        """
rules:
  wet: {title: Wet, class: law}
  beleid: {title: Beleid, class: policy}
  vast: {title: Vast, class: policy, flexible: no}
""",
    ).world.rules

    steps = {name: rule.step for name, rule in rules.items()}
    assert steps == {"wet": "change", "beleid": "flex", "vast": "change"}


def test_a_service(tmp_path):
    service = load(
        tmp_path,
        """
rules: {r: {title: Regel, class: policy}}
facts: {adres: {}, woning: {}, geld: {}, dier: {}}
services:
  - id: kliniek
    label: {nl: Kliniek, en: Clinic}
    provider: De Wending
    frame: Zvw
    type: 9
    domain: MID
    gate: verwijzing
    catchment: regio
    capacity: 20
    initiative: true
    note: "Een opmerking."
    bring: {nl: "Je brief.", en: "Your letter."}
    needs:
      - {fact: adres, rule: r, within: 2w}
      - {fact: dier, is: no, at: start, for_at_least: 3}
      - any_of:
          - {fact: geld}
          - all_of: [{fact: krijgt.kliniek}, {fact: woning, at: application, is: yes}]
    wait: {days: 14w, rule: r, shorten_to: "28", note: voorschot}
    lasts: 42d
    gives:
      - {fact: woning}
      - {fact: geld, valid: 1m, longer: 60, rule: r}
      - {fact: adres, while_receiving: true}
    takes: [{fact: dier, rule: r, after: 3d}]
    opens: {weekdays: [mon, fri], rule: r}
    is_support: yes
""",
    ).world.services["kliniek"]

    assert service.needs == (
        Condition("adres", "r", within=14),
        Condition("dier", for_at_least=3, at=Anchor.START, holds=False),
        AnyOf((Condition("geld"), AllOf((Condition("krijgt.kliniek"), Condition("woning"))))),
    )
    assert service.wait == Wait(98, "r", 28, "voorschot")
    assert service.lasts == 42
    assert service.gives == (
        Gift("woning"),
        Gift("geld", 30, 60, rule="r"),
        Gift("adres", while_receiving=True),
    )
    assert service.takes == (Loss("dier", "r", 3),)
    assert service.opens == Opening((Weekday.MON, Weekday.FRI), rule="r")
    assert (service.label.en, service.bring.en) == ("Clinic", "Your letter.")
    assert (service.provider, service.frame, service.gate) == ("De Wending", "Zvw", "verwijzing")
    assert (service.type, service.domain, service.catchment) == (9, "MID", "regio")
    assert (service.capacity, service.note) == (20, "Een opmerking.")
    assert service.initiative
    assert service.is_support


def test_a_service_that_says_little_is_an_open_door(tmp_path):
    service = load(tmp_path, "services: [{id: begeleid-wonen}]").world.services["begeleid-wonen"]

    assert service.label == Text("Begeleid wonen")
    assert (service.needs, service.wait, service.lasts, service.opens) == ((), Wait(), 0, None)


def test_a_cohort_and_a_wait_that_nobody_knows(tmp_path):
    service = load(
        tmp_path,
        "services: [{id: a, wait: {days: unknown}, opens: {every: 13w, from: -2}}]",
    ).world.services["a"]

    assert service.wait.days is None
    assert service.opens == Opening(every=91, first=-2)


def test_helper_facts(tmp_path):
    world = load(
        tmp_path,
        """
facts:
  adres: {}
  geld: {}
  rust: {means: [{fact: adres}, {fact: samen}]}
  samen: {means: [{any_of: [{fact: geld}, {fact: krijgt.maatje}]}]}
services: [{id: maatje, gives: [{fact: geld}]}]
""",
    ).world

    assert world.helpers == (
        Helper("rust", (Condition("adres"), Condition("samen"))),
        Helper("samen", (AnyOf((Condition("geld"), Condition("krijgt.maatje"))),)),
    )


def test_facts_of_the_region(tmp_path):
    world = load(tmp_path, FACTS + "region_facts: [geld, {fact: adres, from: 39, until: 1024}]")

    assert world.world.region_facts == (Window("adres", 39, 1024), Window("geld"))
