# SPDX-License-Identifier: EUPL-1.2
"""Checks that look at a world as a whole: helper circles, and what deserves a warning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Condition, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.world import Helper, World, receiving
from ruimbaan.core.rules.fact import Fact, FactKind
from ruimbaan.integrations.worldfile import meaning_errors, warnings
from ruimbaan.integrations.worldfile.merging import Parts
from ruimbaan.integrations.worldfile.problems import Problems


def conditions(need: Need) -> Iterator[Condition]:
    """Every condition inside a need."""
    match need:
        case AnyOf(inside) | AllOf(inside):
            for part in inside:
                yield from conditions(part)
        case Condition():
            yield need


def check_helpers(helpers: tuple[Helper, ...], parts: Parts, problems: Problems) -> None:
    """No helper may use itself, not even through others. Names one circle of each group."""
    uses = {
        helper.fact: [found.fact for need in helper.means for found in conditions(need)]
        for helper in helpers
    }
    done: set[str] = set()
    for start in uses:
        circle = _circle(start, uses, done)
        if circle:
            named = " → ".join([*circle, circle[0]])
            place = parts.facts[circle[0]].at("means")
            problems.add(meaning_errors.HelperCircle(place, circle=named))


def _circle(start: str, uses: Mapping[str, list[str]], done: set[str]) -> list[str]:
    """The first circle met by walking on from `start`; everything walked through is done."""
    path: dict[str, None] = {}
    waiting = [iter([start])]
    while waiting:
        fact = next(waiting[-1], None)
        if fact is None:
            waiting.pop()
            if path:
                done.add(path.popitem()[0])
        elif fact in path:
            done.update(path)
            walked = list(path)
            return walked[walked.index(fact) :]
        elif fact in uses and fact not in done:
            path[fact] = None
            waiting.append(iter(uses[fact]))
    return []


def warn_about(
    world: World, situations: Mapping[str, Situation], parts: Parts, problems: Problems
) -> None:
    """What deserves a look: dead ends and promises that are too good."""
    for service in world.services.values():
        _warn_about_service(service, world, parts, problems)
    _warn_about_needs(world, parts, problems)
    for situation in situations.values():
        _warn_about_goals(situation, world, parts, problems)


def _warn_about_service(service: Service, world: World, parts: Parts, problems: Problems) -> None:
    node = parts.services[service.id]
    if not service.gives:
        problems.warn(warnings.GivesNothing(node.at("id"), name=service.id))
    if service.wait.shorten_to is not None and service.wait.rule is None:
        place = node["wait"].at("shorten_to")
        problems.warn(warnings.RoomWithoutRule(place, key="shorten_to"))
    needed = {
        found.fact: found
        for need in service.needs
        if isinstance(need, Condition)
        for found in conditions(need)
        if found.holds and found.within is None and found.rule is None
        if found.at is Anchor.START or service.wait.days == 0
    }
    for loss, written in zip(service.takes, node.get("takes", ()), strict=True):
        if loss.fact in needed and not loss.after and loss.rule is None:
            problems.warn(warnings.TakesWhatItNeeds(written.at("fact"), name=loss.fact))
    for gift, written in zip(service.gives, node.get("gives", ()), strict=True):
        if gift.longer is not None and gift.rule is None:
            problems.warn(warnings.RoomWithoutRule(written.at("longer"), key="longer"))
        if gift.valid is None or gift.fact not in world.facts:
            continue
        if not world.facts[gift.fact].again:
            problems.warn(warnings.ExpiresForGood(written.at("valid"), name=gift.fact))
        elif "again" not in parts.facts[gift.fact]:
            problems.warn(warnings.AgainNotSaid(written.at("valid"), name=gift.fact))


def _warn_about_needs(world: World, parts: Parts, problems: Problems) -> None:
    """A fact that is said to be made by a service, is needed, and comes from nowhere."""
    given = {gift.fact for service in world.services.values() for gift in service.gives}
    given |= {receiving(service) for service in world.services}
    given |= {helper.fact for helper in world.helpers}
    given |= {window.fact for window in world.region_facts}
    every_need = chain.from_iterable(service.needs for service in world.services.values())
    needed = {found.fact for need in every_need for found in conditions(need) if found.holds}
    for name in sorted(needed - given):
        fact = world.facts.get(name)
        if fact is not None and _should_be_made(fact, parts):
            problems.warn(warnings.NobodyGives(parts.facts[name].place, name=name))


def _should_be_made(fact: Fact, parts: Parts) -> bool:
    return fact.kind is FactKind.MADE and "kind" in parts.facts[fact.id]


def _warn_about_goals(situation: Situation, world: World, parts: Parts, problems: Problems) -> None:
    people = {**parts.persons, **parts.situations, **parts.vignettes}
    node = people[situation.id]
    if situation.most_appointments == 0:
        problems.warn(warnings.CanManageNothing(node.at("appointments_a_week")))
    for goal, written in zip(situation.goals, node["goals"], strict=True):
        if goal.needed_by >= world.span.horizon:
            problems.warn(
                warnings.GoalTooFar(
                    written.at("needed_by"),
                    name=goal.fact,
                    day=goal.needed_by,
                    horizon=world.span.horizon,
                )
            )
