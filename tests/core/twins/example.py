# SPDX-License-Identifier: EUPL-1.2
"""The example of the design notes at full size: four goals, eight services, ten rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ruimbaan.core.directory.service import AnyOf, Condition, Gift, Service, Wait
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.fact import Fact
from ruimbaan.core.rules.rule import Flexibility, Rule, RuleClass

HABIT, PROCEDURE, POLICY = RuleClass.HABIT, RuleClass.PROCEDURE, RuleClass.POLICY
CONTRACT, LAW = RuleClass.CONTRACT, RuleClass.LAW
WAIVE, SHORTEN, NO = Flexibility.WAIVE, Flexibility.SHORTEN, Flexibility.NO

FACTS = ("adres", "inkomen", "woning", "verwijzing", "gebruikt-niet", "behandeld", "dag")

RULES = (
    ("r-inkomen-adres", POLICY, WAIVE, 8),
    ("r-briefadres-bewijs", PROCEDURE, WAIVE, 3),
    ("r-wonen-inkomen", CONTRACT, WAIVE, 8),
    ("r-wonen-stabiel", POLICY, WAIVE, 8),
    ("r-kliniek-wacht", PROCEDURE, WAIVE, 3),
    ("r-besluit-wmo", LAW, SHORTEN, 16),
    ("r-verwijzing", LAW, NO, None),
    ("r-besluit-bijstand", PROCEDURE, WAIVE, 3),
    ("r-wachtlijst", PROCEDURE, WAIVE, 3),
    ("r-nazorg-start", HABIT, WAIVE, 1),
)

SERVICES = (
    Service(
        "bijstand",
        Text("Bijstandsuitkering"),
        needs=(Condition("adres", "r-inkomen-adres"),),
        wait=Wait(56, "r-besluit-bijstand", 28),
        gives=(Gift("inkomen"),),
    ),
    Service(
        "briefadres",
        Text("Briefadres"),
        needs=(Condition("woning", "r-briefadres-bewijs"),),
        wait=Wait(14),
        gives=(Gift("adres"),),
    ),
    Service(
        "huurwoning",
        Text("Huurwoning"),
        needs=(Condition("inkomen", "r-wonen-inkomen"),),
        wait=Wait(60, "r-wachtlijst", 30),
        gives=(Gift("woning"), Gift("adres")),
    ),
    Service(
        "begeleid-wonen",
        Text("Begeleid wonen"),
        needs=(Condition("gebruikt-niet", "r-wonen-stabiel", for_at_least=90),),
        wait=Wait(56, "r-besluit-wmo", 28),
        gives=(Gift("woning"), Gift("adres")),
    ),
    Service(
        "huisarts",
        Text("Huisarts"),
        wait=Wait(3),
        gives=(Gift("verwijzing", valid=270, rule="r-verwijzing"),),
    ),
    Service(
        "kliniek",
        Text("Kliniek"),
        needs=(Condition("verwijzing"),),
        wait=Wait(98, "r-kliniek-wacht", 28),
        lasts=42,
        gives=(Gift("behandeld"), Gift("gebruikt-niet", valid=21)),
        is_support=True,
    ),
    Service(
        "nazorg",
        Text("Nazorg"),
        needs=(AnyOf((Condition("behandeld", "r-nazorg-start"), Condition(receiving("kliniek")))),),
        wait=Wait(14),
        lasts=365,
        gives=(Gift("gebruikt-niet", while_receiving=True),),
        is_support=True,
    ),
    Service(
        "dagbesteding",
        Text("Dagbesteding"),
        needs=(Condition("adres"),),
        wait=Wait(42, "r-besluit-wmo", 14),
        gives=(Gift("dag"),),
    ),
)

EXAMPLE = World(
    region="voorbeeld",
    as_of=date(2026, 11, 21),
    span=Span(horizon=1024, history=256),
    facts={fact: Fact(fact, Text(fact)) for fact in FACTS},
    rules={
        name: Rule(name, Text(name), rule_class, flexible, asks)
        for name, rule_class, flexible, asks in RULES
    },
    services={service.id: service for service in SERVICES},
)

STELLA = Situation(
    "stella-fictief",
    goals=(
        Goal("inkomen", 60),
        Goal("woning", 240),
        Goal("behandeld", 180),
        Goal("dag", 270),
    ),
)


def without(service: str) -> World:
    """The example with one service less."""
    rest = {name: s for name, s in EXAMPLE.services.items() if name != service}
    return replace(EXAMPLE, services=rest)
