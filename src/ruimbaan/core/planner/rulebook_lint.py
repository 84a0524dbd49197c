# SPDX-License-Identifier: EUPL-1.2
"""What a world proves about its rulebook: goals nobody reaches, rules that change nothing, and
every place where rules wait for each other.

Looked at from typical starts (they are data, see docs/reference/rules.md), so "nobody" means: from
none of these. A rule is called dead when bending it changes nothing for any of them, neither alone
nor when everything else is bent as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import arrival
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.sentences import finding_sentence, name_of
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.remarks import Remark, RemarkKind, Severity

NO_STEP = ("favour", "inform")  # roles of rules that are no condition of anything
TRIES = 20_000


def lint_world(
    world: World, starts: Sequence[Situation], wanted: Collection[str]
) -> Iterator[Remark]:
    """Every remark about this world. `wanted` facts are looked at as goals, and so is what the
    numbered kinds of support give; a deadlock is looked for around everything a service gives."""
    views = [_View(world, start) for start in starts]
    numbered = (service for service in world.services.values() if service.type is not None)
    goals = {*wanted, *_given_by(numbered)}
    yield from _expiring(world)
    yield from _dead_rules(world, views)
    yield from _unreachable(world, views, goals)
    yield from _deadlocks(world, starts, views, {*goals, *_given_by(world.services.values())})


def _given_by(services: Iterable[Service]) -> set[str]:
    return {gift.fact for service in services for gift in service.gives}


class _View:
    """The world as it is from one start: with nothing bent, and with everything bent."""

    def __init__(self, world: World, start: Situation) -> None:
        self.name = start.id
        self.problem: Problem = lay_out(world, start, every_receipt=True)
        self.practice: State = solve_once(self.problem, self.problem.all_services)
        self.schedule = Schedule(self.problem, self.practice)
        self.everything = self.with_bent(world.rules)

    def with_bent(self, rules: Collection[str]) -> State:
        return self.schedule.extend(self.practice, self.problem.bend(rules))

    def reaches(self, state: State, fact: str) -> bool:
        return arrival(self.problem, state.held, Goal(fact, needed_by=0)) is not None

    def is_changed_by(self, rule: str, others: Collection[str]) -> bool:
        if self.with_bent([rule]).held != self.practice.held:
            return True
        return self.with_bent(others).held != self.everything.held


# --- expiring facts ---------------------------------------------------------------------------
def _expiring(world: World) -> Iterator[Remark]:
    """A fact that passes and cannot be had again, though a service hands it out every time."""
    fleeting = {
        gift.fact
        for service in world.services.values()
        for gift in service.gives
        if gift.valid is not None
    }
    for fact in sorted(fleeting & set(world.facts)):
        if not world.facts[fact].again:
            says = Text(
                "Dit feit verloopt en is niet opnieuw te krijgen, toch geeft een dienst het steeds.",
                "This fact expires for good, yet a service gives it every time.",
            )
            yield Remark(RemarkKind.EXPIRES_FOR_GOOD, Severity.ERROR, fact, says)


# --- dead rules -------------------------------------------------------------------------------
def _dead_rules(world: World, views: Sequence[_View]) -> Iterator[Remark]:
    used = {rule for service in world.services.values() for rule in rules_on(service)}
    used |= {rule for helper in world.helpers for rule in _rules_in(helper.means)}
    services = world.services.values()
    taking = {loss.rule for service in services for loss in service.takes}
    taking |= {other.rule for service in services for other in service.excludes}
    for rule in world.rules.values():
        if rule.role in NO_STEP or rule.id in taking:
            continue
        if rule.id not in used:
            says = Text("Geen enkele dienst noemt deze regel.", "No service names this rule.")
            yield Remark(RemarkKind.DEAD_RULE, Severity.WARNING, rule.id, says)
            continue
        others = [other for other in world.rules if other != rule.id]
        if rule.may_bend and not any(view.is_changed_by(rule.id, others) for view in views):
            says = Text(
                "Deze regel loslaten verandert vanuit geen enkele start iets.",
                "Bending this rule changes nothing from any start.",
            )
            yield Remark(RemarkKind.DEAD_RULE, Severity.WARNING, rule.id, says)


def rules_on(service: Service) -> Iterator[str]:
    """Every rule that stands on this service."""
    yield from _rules_in(service.needs)
    named = [service.wait.rule, service.opens.rule if service.opens else None]
    named += [gift.rule for gift in service.gives]
    named += [loss.rule for loss in service.takes]
    named += [other.rule for other in service.excludes]
    yield from (rule for rule in named if rule)


def _rules_in(needs: Sequence[Need]) -> Iterator[str]:
    for need in needs:
        match need:
            case AnyOf(inside) | AllOf(inside):
                yield from _rules_in(inside)
            case Condition(rule=rule) if rule:
                yield rule


# --- goals ------------------------------------------------------------------------------------
def _unreachable(world: World, views: Sequence[_View], goals: Collection[str]) -> Iterator[Remark]:
    for goal in sorted(goals):
        if any(view.reaches(view.practice, goal) for view in views):
            continue
        name = Text(name_of(world, goal, "nl"), name_of(world, goal, "en"))
        possible = tuple(view.name for view in views if view.reaches(view.everything, goal))
        if possible:
            says = Text(
                f"Zonder ruimte bereikt niemand dit: {name.nl}.",
                f"Without room nobody reaches this: {name.en}.",
            )
            yield Remark(RemarkKind.UNREACHABLE_GOAL, Severity.WARNING, goal, says, possible)
        else:
            says = Text(
                f"Ook met alle ruimte bereikt niemand dit: {name.nl}.",
                f"Even with all room nobody reaches this: {name.en}.",
            )
            yield Remark(RemarkKind.UNREACHABLE_GOAL, Severity.ERROR, goal, says)


# --- deadlocks --------------------------------------------------------------------------------
@dataclass(slots=True)
class _Circle:
    """One circle of rules, the first finding that showed it, and the starts it shows in."""

    finding: Finding
    seen_from: list[str]


def deadlocks_of(world: World, starts: Sequence[Situation]) -> tuple[tuple[Finding, int], ...]:
    """Each circle once in which what the kinds of support give is stuck, with the number of starts
    it was seen from; what most starts meet stands first."""
    views = [_View(world, start) for start in starts]
    goals = _given_by(service for service in world.services.values() if service.type is not None)
    found = [
        (one.finding, len(one.seen_from)) for one in _circles(world, starts, views, goals).values()
    ]
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _deadlocks(
    world: World, starts: Sequence[Situation], views: Sequence[_View], goals: Collection[str]
) -> Iterator[Remark]:
    """Each circle once, with the smallest set that showed it and the cut that asks least."""
    for circle in _circles(world, starts, views, goals).values():
        yield _told(world, circle)


def _circles(
    world: World, starts: Sequence[Situation], views: Sequence[_View], goals: Collection[str]
) -> dict[frozenset[tuple[str, str | None]], _Circle]:
    circles: dict[frozenset[tuple[str, str | None]], _Circle] = {}
    for start, view in zip(starts, views, strict=True):
        stuck = [goal for goal in sorted(goals) if not view.reaches(view.practice, goal)]
        wanted = tuple(Goal(goal, needed_by=0) for goal in stuck)
        solver = Solver(world, replace(start, goals=wanted), tries=TRIES)
        for finding in solver.blocked:
            if finding.kind is FindingKind.DEADLOCK:
                _note(circles, finding, start.id)
    return circles


def _note(
    circles: dict[frozenset[tuple[str, str | None]], _Circle], finding: Finding, start: str
) -> None:
    links = frozenset((block.fact, block.waits_for) for block in finding.cycle)
    known = circles.setdefault(links, _Circle(finding, []))
    if start not in known.seen_from:
        known.seen_from.append(start)
    if _is_smaller(finding, known.finding):
        known.finding = finding


def _is_smaller(one: Finding, other: Finding) -> bool:
    return (one.cut is None, len(one.facts)) < (other.cut is None, len(other.facts))


def _told(world: World, circle: _Circle) -> Remark:
    finding = circle.finding
    rules = [world.rules[rule] for rule in finding.cut or ()]
    return Remark(
        kind=RemarkKind.DEADLOCK,
        severity=Severity.WARNING,
        about=finding.goal,
        says=Text(finding_sentence(world, finding, "nl"), finding_sentence(world, finding, "en")),
        seen_from=tuple(circle.seen_from),
        facts=finding.facts,
        cut=finding.cut,
        who=Text(
            "; ".join(rule.mandate.nl for rule in rules),
            "; ".join(rule.mandate.in_language("en") for rule in rules),
        ),
    )
