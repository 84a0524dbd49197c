# SPDX-License-Identifier: EUPL-1.2
"""The loader backwards, written apart: a world of the core as a world file."""

from __future__ import annotations

from typing import Any

import yaml

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Gift, Loss, Need, Service
from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.fact import Fact
from ruimbaan.core.rules.rule import Rule


def as_yaml(world: World, situation: Situation) -> str:
    return yaml.safe_dump(as_data(world, situation), allow_unicode=True, sort_keys=False)


def as_data(world: World, situation: Situation) -> dict[str, Any]:
    means = {helper.fact: [_need(need) for need in helper.means] for helper in world.helpers}
    return {
        "region": {
            "id": world.region,
            "as_of": world.as_of.isoformat(),
            "horizon": f"{world.span.horizon}d",
            "history": world.span.history,
        },
        "rules": {rule.id: _rule(rule) for rule in world.rules.values()},
        "facts": {fact.id: _fact(fact, means.get(fact.id)) for fact in world.facts.values()},
        "services": [_service(service) for service in world.services.values()],
        "region_facts": [_window(window) for window in world.region_facts],
        "person": {
            "id": situation.id,
            "plan_from": situation.plan_from,
            "facts": [_window(window) for window in situation.facts],
            "unknown": list(situation.unknown),
            "goals": [_goal(goal) for goal in situation.goals],
            **_said(appointments_a_week=situation.most_appointments),
        },
    }


def _said(**parts: Any) -> dict[str, Any]:
    """What is said: nothing that is left at None or empty."""
    return {
        key.rstrip("_"): value for key, value in parts.items() if value not in (None, "", [], ())
    }


def _text(text: Text) -> dict[str, str] | str:
    return {"nl": text.nl, "en": text.en} if text.en else text.nl


def _rule(rule: Rule) -> dict[str, Any]:
    said = _said(
        title=_text(rule.title),
        class_=rule.rule_class.value,
        flexible=rule.flexible.value,
        step=rule.step.value,
        conflicts_with=rule.conflicts_with,
        duty=rule.duty,
        valid_from=rule.valid_from and rule.valid_from.isoformat(),
        valid_until=rule.valid_until and rule.valid_until.isoformat(),
    )
    return {**said, "cost": "never" if rule.asks is None else rule.asks}


def _fact(fact: Fact, means: list[Any] | None) -> dict[str, Any]:
    within = fact.maintained_within
    return _said(
        label=_text(fact.label),
        kind=fact.kind.value,
        again=fact.again,
        maintained_by=None if within is None else {"any_support_within": within},
        means=means,
    )


def _need(need: Need) -> dict[str, Any]:
    if isinstance(need, AnyOf):
        return {"any_of": [_need(option) for option in need.options]}
    if isinstance(need, AllOf):
        return {"all_of": [_need(part) for part in need.parts]}
    return _condition(need)


def _condition(condition: Condition) -> dict[str, Any]:
    said = _said(
        fact=condition.fact,
        rule=condition.rule,
        within=condition.within,
        for_at_least=condition.for_at_least,
        at=condition.at.value,
    )
    return {**said, "is": condition.holds}


def _service(service: Service) -> dict[str, Any]:
    wait, opens = service.wait, service.opens
    return _said(
        id=service.id,
        label=_text(service.label),
        needs=[_need(need) for need in service.needs],
        wait=_said(
            days="unknown" if wait.days is None else wait.days,
            rule=wait.rule,
            shorten_to=wait.shorten_to,
        ),
        lasts=service.lasts,
        gives=[_gift(gift) for gift in service.gives],
        takes=[_loss(loss) for loss in service.takes],
        excludes=[_said(service=other.service, rule=other.rule) for other in service.excludes],
        burden={"waiting": service.burden.waiting, "receiving": service.burden.receiving},
        opens=None
        if opens is None
        else _said(
            weekdays=[day.value for day in opens.weekdays],
            every=opens.every,
            from_=opens.first or None,
            rule=opens.rule,
        ),
        is_support=service.is_support,
    )


def _gift(gift: Gift) -> dict[str, Any]:
    return _said(
        fact=gift.fact,
        valid=gift.valid,
        longer=gift.longer,
        while_receiving=gift.while_receiving,
        rule=gift.rule,
    )


def _loss(loss: Loss) -> dict[str, Any]:
    return _said(fact=loss.fact, rule=loss.rule, after=loss.after)


def _window(window: Window) -> dict[str, Any]:
    return _said(fact=window.fact, from_=window.from_day, until=window.until)


def _goal(goal: Goal) -> dict[str, Any]:
    return _said(fact=goal.fact, needed_by=goal.needed_by, weight=goal.weight, why=_text(goal.why))
