# SPDX-License-Identifier: EUPL-1.2
"""Short ways to write a tiny world down in a test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ruimbaan.core.directory.service import Gift, Need, Opening, Service, Wait
from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import Helper, World
from ruimbaan.core.rules.fact import Fact, FactKind
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule, RuleClass

SATURDAY = date(2026, 11, 21)


def offer(
    name: str,
    *gives: Gift | str,
    needs: Iterable[Need] = (),
    wait: Wait | int = 0,
    lasts: int = 0,
    opens: Opening | None = None,
    support: bool = False,
) -> Service:
    return Service(
        name,
        Text(name),
        needs=tuple(needs),
        wait=Wait(wait) if isinstance(wait, int) else wait,
        lasts=lasts,
        gives=tuple(Gift(gift) if isinstance(gift, str) else gift for gift in gives),
        opens=opens,
        is_support=support,
    )


def rule(
    name: str,
    asks: int | None = 3,
    *,
    flexible: Flexibility = Flexibility.WAIVE,
    step: LadderStep = LadderStep.FLEX,
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> Rule:
    return Rule(
        name,
        Text(name),
        RuleClass.PROCEDURE,
        flexible,
        asks,
        step=step,
        valid_from=valid_from,
        valid_until=valid_until,
    )


def tiny(
    *services: Service,
    facts: str = "a b c p",
    rules: Iterable[Rule] = (),
    helpers: Iterable[Helper] = (),
    kept: int | None = None,
    discretion: str = "",
    horizon: int = 20,
) -> World:
    """Days [-5, horizon) from a Saturday. `kept`: days within which support maintains fact a."""
    made = {name: Fact(name, Text(name)) for name in facts.split()}
    if kept is not None:
        made["a"] = Fact("a", Text("a"), maintained_within=kept)
    for name in discretion.split():
        made[name] = Fact(name, Text(name), kind=FactKind.DISCRETION)
    return World(
        region="klein",
        as_of=SATURDAY,
        span=Span(horizon=horizon, history=5),
        facts=made,
        rules={each.id: each for each in rules},
        services={service.id: service for service in services},
        helpers=tuple(helpers),
    )


def person(*facts: Window, goals: str = "a", plan_from: int = 0, unknown: str = "") -> Situation:
    return Situation(
        "iemand",
        facts=facts,
        goals=tuple(Goal(goal, 0) for goal in goals.split()),
        plan_from=plan_from,
        unknown=tuple(unknown.split()),
    )
