# SPDX-License-Identifier: EUPL-1.2
"""Checks on one answer: each lists what is wrong, in words; an empty list is a pass."""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Finding, Plan
from ruimbaan.core.planner.world import World, receiving
from tests.core.twins.brute import asks
from tests.core.twins.naive import schedule


def irreducibility(world: World, situation: Situation, plan: Plan) -> list[str]:
    """Leaving any one bent rule out makes the plan later, by just the days it says."""
    wrong = []
    whole = schedule(world, situation, plan.flexed)
    if plan.asks != asks(world, plan.flexed) or plan.lateness != whole.lateness():
        wrong.append(f"{plan.flexed}: asks {plan.asks}, lateness {plan.lateness}")
    if [bend.rule for bend in plan.bends] != list(plan.flexed):
        wrong.append(f"{plan.flexed} is explained by {[bend.rule for bend in plan.bends]}")
    for bend in plan.bends:
        rest = schedule(world, situation, set(plan.flexed) - {bend.rule})
        lost = rest.lateness() - whole.lateness()
        if lost <= 0 or bend.days_won != lost or dict(bend.without) != rest.arrivals():
            wrong.append(f"{bend}, without it {lost} days later: {rest.arrivals()}")
    for slack in plan.rule_slack:
        if not world.rules[slack.rule].may_bend:
            continue
        more = schedule(world, situation, {*plan.flexed, slack.rule})
        if slack.days_won != whole.lateness() - more.lateness():
            wrong.append(f"{slack}, bending it wins {whole.lateness() - more.lateness()}")
    return wrong


def siphon(world: World, situation: Situation, finding: Finding) -> list[str]:
    """Every way to each fact of the set goes through a fact of the set that nobody can have,
    or through `not.<fact>` while that fact holds on all days."""
    chosen = set(finding.facts)
    wrong = [] if finding.goal in chosen else [f"{finding.goal} is not in {finding.facts}"]
    always = {f"not.{fact}" for fact in _always(world, situation)}
    known = {*world.facts, *map(receiving, world.services)}
    wrong += [f"{fact} is no fact of this world" for fact in sorted(chosen - known - always)]
    for fact in sorted(chosen & known):
        if _own_days(world, situation, fact):
            wrong.append(f"the person has {fact}")
        for name, needs in _ways(world, fact):
            if not any(_blocked(world, situation, need, chosen) for need in needs):
                wrong.append(f"{fact} is to be had through {name}")
    return wrong


def named_blocks(world: World, finding: Finding) -> list[str]:
    """Each block is a real condition of a real way, between facts of the set."""
    wrong = []
    for block in (*finding.blocks, *finding.cycle):
        if block.fact not in finding.facts:
            wrong.append(f"{block} is about a fact outside the set")
        ways = [needs for _, needs in _ways(world, block.fact)]
        if block.service is not None:
            ways = [_offered(world.services[block.service], block.fact)]
        asked = {
            (
                condition.fact if condition.holds else f"not.{condition.fact}",
                condition.rule,
                condition.holds,
            )
            for needs in ways
            for condition in _conditions(needs)
        }
        asks_for = (block.waits_for, block.rule, block.holds)
        if block.waits_for is None:
            wrong += [f"{block}, yet somebody gives it"] if ways else []
        elif block.waits_for not in finding.facts or asks_for not in asked:
            wrong.append(f"{block} is no condition on the set")
    return wrong + _broken_circle(finding)


def _broken_circle(finding: Finding) -> list[str]:
    following = (*finding.cycle[1:], *finding.cycle[:1])
    return [
        f"{this} does not lead to {then}"
        for this, then in zip(finding.cycle, following, strict=True)
        if this.waits_for != then.fact
    ]


def _offered(service: Service, fact: str) -> tuple[Need, ...]:
    gives = {receiving(service.id), *(gift.fact for gift in service.gives)}
    return service.needs if fact in gives else ()


def _ways(world: World, fact: str) -> list[tuple[str, tuple[Need, ...]]]:
    """The needs of everybody who gives the fact, and of the helper it is."""
    ways = [
        (service.id, service.needs)
        for service in world.services.values()
        if fact == receiving(service.id) or any(gift.fact == fact for gift in service.gives)
    ]
    return ways + [("means", helper.means) for helper in world.helpers if helper.fact == fact]


def _conditions(needs: Iterable[Need]) -> list[Condition]:
    found: list[Condition] = []
    for need in needs:
        if isinstance(need, AnyOf):
            found += _conditions(need.options)
        elif isinstance(need, AllOf):
            found += _conditions(need.parts)
        else:
            found.append(need)
    return found


def _own_days(world: World, situation: Situation, fact: str) -> set[int]:
    return {
        day
        for window in (*situation.facts, *world.region_facts)
        if window.fact == fact
        for day in _all_days(world)
        if (window.from_day is None or window.from_day <= day)
        and (window.until is None or day < window.until)
    }


def _all_days(world: World) -> range:
    return range(-world.span.history, world.span.horizon)


def _always(world: World, situation: Situation) -> set[str]:
    """Facts that hold on every day: only a condition that they do not hold is blocked."""
    days = set(_all_days(world))
    return {fact for fact in world.facts if _own_days(world, situation, fact) == days}


def _blocked(world: World, situation: Situation, need: Need, chosen: set[str]) -> bool:
    if isinstance(need, AnyOf):
        return all(_blocked(world, situation, option, chosen) for option in need.options)
    if isinstance(need, AllOf):
        return any(_blocked(world, situation, part, chosen) for part in need.parts)
    rule = world.rules[need.rule] if need.rule else None
    for day in _all_days(world):
        before = rule and rule.valid_from and day < (rule.valid_from - world.as_of).days
        after = rule and rule.valid_until and day >= (rule.valid_until - world.as_of).days
        if before or after:
            return False
    held = _own_days(world, situation, need.fact)
    if need.holds:
        return need.fact in chosen and not held
    return f"not.{need.fact}" in chosen and len(held) == len(_all_days(world))
