# SPDX-License-Identifier: EUPL-1.2
"""A world and a person on one page, for whoever reads a failed test."""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Gift, Loss, Need, Service
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule


def describe(world: World, situation: Situation) -> str:
    span = world.span
    lines = [f"world: days [{-span.history}, {span.horizon}), as_of {world.as_of}"]
    lines += [f"  {_rule(rule, world)}" for rule in world.rules.values()]
    lines += [
        f"  fact {fact.id} kept within {fact.maintained_within}"
        for fact in world.facts.values()
        if fact.maintained_within is not None
    ]
    lines += [f"  helper {helper.fact} = {_needs(helper.means)}" for helper in world.helpers]
    lines += [f"  region {_window(window)}" for window in world.region_facts]
    lines += [f"  {_service(service)}" for service in world.services.values()]
    person = ", ".join(map(_window, situation.facts))
    goals = ", ".join(f"{g.fact} by {g.needed_by} x{g.weight}" for g in situation.goals)
    lines.append(f"person: {person or 'no facts'}; unknown: {list(situation.unknown)}")
    lines.append(f"  plan from {situation.plan_from}; goals: {goals}")
    return "\n".join(lines)


def _window(window: Window) -> str:
    return f"{window.fact} [{window.from_day}, {window.until})"


def _rule(rule: Rule, world: World) -> str:
    text = f"{rule.id}: {rule.flexible.value}, asks {rule.asks}, {rule.step.value}"
    for name, day in (("from", rule.valid_from), ("until", rule.valid_until)):
        text += f", {name} day {(day - world.as_of).days}" if day else ""
    return text + (", duty" if rule.duty else "") + (", conflict" if rule.conflicts_with else "")


def _by(rule: str | None) -> str:
    return f" !{rule}" if rule else ""


def _needs(needs: Iterable[Need]) -> str:
    return " & ".join(map(_need, needs)) or "nothing"


def _need(need: Need) -> str:
    if isinstance(need, AnyOf):
        return f"({' | '.join(map(_need, need.options))})"
    if isinstance(need, AllOf):
        return f"({' & '.join(map(_need, need.parts))})"
    text = need.fact if need.holds else f"not {need.fact}"
    text += f" within {need.within}" if need.within is not None else ""
    text += f" for {need.for_at_least}" if need.for_at_least is not None else ""
    return text + (" at start" if need.at is Anchor.START else "") + _by(need.rule)


def _service(service: Service) -> str:
    wait = service.wait
    text = f"{service.id}: needs {_needs(service.needs)}; wait {wait.days}"
    text += f" -> {wait.shorten_to}" if wait.shorten_to is not None else ""
    text += f"{_by(wait.rule)}; lasts {service.lasts}; gives "
    text += ", ".join(map(_gift, service.gives)) or "nothing"
    text += f"; takes {', '.join(map(_loss, service.takes))}" if service.takes else ""
    if service.opens:
        opens = service.opens
        text += f"; opens {[day.value for day in opens.weekdays]}"
        text += f" every {opens.every} from {opens.first}{_by(opens.rule)}"
    return text + ("; support" if service.is_support else "")


def _gift(gift: Gift) -> str:
    if gift.while_receiving:
        return f"{gift.fact} while receiving"
    text = gift.fact + (f" valid {gift.valid}" if gift.valid is not None else "")
    return text + (f" -> {gift.longer}" if gift.longer is not None else "") + _by(gift.rule)


def _loss(loss: Loss) -> str:
    return f"{loss.fact} after {loss.after}{_by(loss.rule)}"
