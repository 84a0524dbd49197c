# SPDX-License-Identifier: EUPL-1.2
"""Take one operator out of a world, everywhere: does it occur, and does anything change?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    AnyOf,
    Condition,
    Gift,
    Need,
    Opening,
    Service,
    Wait,
)
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.fact import Fact, FactKind
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule

Case = tuple[World, Situation]
Ablation = Callable[[Case], Case]


def _on_rules(change: Callable[[Rule], Rule]) -> Ablation:
    def apply(case: Case) -> Case:
        world, situation = case
        rules = {name: change(rule) for name, rule in world.rules.items()}
        return replace(world, rules=rules), situation

    return apply


def _on_services(change: Callable[[Service], Service]) -> Ablation:
    def apply(case: Case) -> Case:
        world, situation = case
        services = {name: change(service) for name, service in world.services.items()}
        return replace(world, services=services), situation

    return apply


def _on_facts(change: Callable[[Fact], Fact]) -> Ablation:
    def apply(case: Case) -> Case:
        world, situation = case
        facts = {name: change(fact) for name, fact in world.facts.items()}
        return replace(world, facts=facts), situation

    return apply


def _on_needs(change: Callable[[Need], Need]) -> Ablation:
    """`change` sees every need, the parts of a need before the whole."""

    def walk(need: Need) -> Need:
        if isinstance(need, AnyOf):
            return change(AnyOf(tuple(map(walk, need.options))))
        if isinstance(need, AllOf):
            return change(AllOf(tuple(map(walk, need.parts))))
        return change(need)

    def apply(case: Case) -> Case:
        world, situation = case
        services = {
            name: replace(service, needs=tuple(map(walk, service.needs)))
            for name, service in world.services.items()
        }
        helpers = tuple(replace(h, means=tuple(map(walk, h.means))) for h in world.helpers)
        return replace(world, services=services, helpers=helpers), situation

    return apply


def _on_conditions(change: Callable[[Condition], Need]) -> Ablation:
    return _on_needs(lambda need: change(need) if isinstance(need, Condition) else need)


def _on_waits(change: Callable[[Wait], Wait]) -> Ablation:
    return _on_services(lambda service: replace(service, wait=change(service.wait)))


def _on_gifts(change: Callable[[Gift], Gift]) -> Ablation:
    return _on_services(lambda s: replace(s, gives=tuple(map(change, s.gives))))


def _without_opening(which: Callable[[Opening], bool]) -> Ablation:
    return _on_services(
        lambda service: (
            replace(service, opens=None) if service.opens and which(service.opens) else service
        )
    )


def _on_person(change: Callable[[Situation], Situation]) -> Ablation:
    return lambda case: (case[0], change(case[1]))


def _forgotten(window: Window) -> Window:
    """The same window as if it had begun today."""
    begins = 0 if window.from_day is None else max(0, window.from_day)
    return replace(window, from_day=begins)


def _always_applies(rule: Rule) -> Rule:
    return replace(rule, valid_from=None, valid_until=None)


def _or_nothing(condition: Condition, *, drop: bool) -> Need:
    return AllOf(()) if drop else condition


def _without_flexible(flexible: Flexibility) -> Ablation:
    return _on_rules(
        lambda r: replace(r, flexible=Flexibility.WAIVE) if r.flexible is flexible else r
    )


NEGATIVE = "is: no"
ABLATIONS: Mapping[str, Ablation] = {
    "wait": _on_waits(lambda wait: replace(wait, days=wait.days and 0)),
    "unknown wait": _on_waits(lambda w: replace(w, days=0 if w.days is None else w.days)),
    "shorten_to": _on_waits(lambda wait: replace(wait, shorten_to=None)),
    "lasts": _on_services(lambda service: replace(service, lasts=0)),
    "valid": _on_gifts(lambda gift: replace(gift, valid=None, longer=None)),
    "longer": _on_gifts(lambda gift: replace(gift, longer=None)),
    "while_receiving": _on_gifts(lambda gift: replace(gift, while_receiving=False)),
    "at start": _on_conditions(lambda c: replace(c, at=Anchor.APPLICATION)),
    "within": _on_conditions(lambda c: replace(c, within=None) if c.holds else c),
    "for_at_least": _on_conditions(lambda c: replace(c, for_at_least=None) if c.holds else c),
    NEGATIVE: _on_conditions(lambda c: _or_nothing(c, drop=not c.holds)),
    f"{NEGATIVE}, within": _on_conditions(lambda c: c if c.holds else replace(c, within=None)),
    f"{NEGATIVE}, for_at_least": _on_conditions(
        lambda c: c if c.holds else replace(c, for_at_least=None)
    ),
    "receiving": _on_conditions(lambda c: _or_nothing(c, drop=c.fact.startswith("krijgt."))),
    "any_of": _on_needs(lambda need: AllOf(need.options) if isinstance(need, AnyOf) else need),
    "all_of": _on_needs(lambda need: AnyOf(need.parts) if isinstance(need, AllOf) else need),
    "opens on weekdays": _without_opening(lambda opens: bool(opens.weekdays)),
    "opens every so often": _without_opening(lambda opens: opens.every is not None),
    "rule of an opening": _without_opening(lambda opens: opens.rule is not None),
    "maintained fact": _on_facts(lambda fact: replace(fact, maintained_within=None)),
    "support": _on_services(lambda service: replace(service, is_support=False)),
    "helper": lambda case: (replace(case[0], helpers=()), case[1]),
    "region fact": lambda case: (replace(case[0], region_facts=()), case[1]),
    "own fact in the history": _on_person(
        lambda person: replace(person, facts=tuple(map(_forgotten, person.facts)))
    ),
    "plan from before today": _on_person(lambda p: replace(p, plan_from=max(0, p.plan_from))),
    "plan from a later day": _on_person(lambda p: replace(p, plan_from=min(0, p.plan_from))),
    "unanswered fact": _on_person(
        lambda p: replace(p, facts=(*p.facts, *map(Window, p.unknown)), unknown=())
    ),
    "rule that may not bend": _without_flexible(Flexibility.NO),
    "rule that only shortens": _without_flexible(Flexibility.SHORTEN),
    "rule with a period": _on_rules(_always_applies),
    "rule without a price": _on_rules(lambda r: replace(r, asks=0 if r.asks is None else r.asks)),
    "prices": _on_rules(lambda rule: replace(rule, asks=rule.asks and 1)),
    "right that asks nothing": _on_rules(lambda r: replace(r, asks=9) if r.is_right else r),
    "rungs of the ladder": _on_rules(lambda rule: replace(rule, step=LadderStep.FLEX)),
    "discretion": _on_facts(lambda fact: replace(fact, kind=FactKind.PERSON)),
    "weights": _on_person(
        lambda p: replace(p, goals=tuple(replace(goal, weight=1) for goal in p.goals))
    ),
    "losses": _on_services(lambda service: replace(service, takes=())),
}
