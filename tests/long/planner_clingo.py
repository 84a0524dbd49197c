# SPDX-License-Identifier: EUPL-1.2
"""The rules that ask least with which all goals are reached, as clingo sees it: who needs what, and
no days at all.

So it is asked only of worlds from which time has been taken: what holds once holds for ever, waits
are short, and the horizon is longer than all waits and lengths together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

import clingo

from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Flexibility
from tests.bench.big_regions import BigRegion
from tests.core.twins.ablation import ABLATIONS, Case
from tests.core.twins.worlds import random_case

SECONDS = 60.0
TIMELESS = (
    *("valid", "while_receiving", "within", "for_at_least", "at start", "receiving"),
    *("is: no, within", "is: no, for_at_least", "opens on weekdays", "opens every so often"),
    *("maintained fact", "rule with a period"),
)
# So that more is asked: any rule may be bent, and half of what people have is left out.
ALL_BEND = ("rule that may not bend", "rule without a price")
LEFT = 0.5
SHORT = 3  # days, for a wait and for a length
EVERY_SO_MANY = 4  # worlds, one of a big region
SERVICES = 60  # in that region


def wrong(seed: int) -> list[str]:
    """Where the front and clingo do not agree, in words."""
    world, situation = timeless(case(seed))
    search = Search(world, situation, delta=1)
    last = search.found(SECONDS).rows[-1]
    ours = last.asks if last.lateness == 0 else None
    least = Untimed(world, situation).least()
    return [] if ours == least else [f"reaching all asks {ours}, clingo says {least}"]


def case(seed: int) -> Case:
    rng = Random(f"clingo {seed}")
    world, situation = _big(seed) if seed % EVERY_SO_MANY == 0 else random_case(rng)
    if seed % 2:
        return world, situation
    facts = tuple(window for window in situation.facts if rng.random() < LEFT)
    case = world, replace(situation, facts=facts)
    for name in ALL_BEND:
        case = ABLATIONS[name](case)
    return case


def _big(seed: int) -> Case:
    region = BigRegion.make(SERVICES, seed)
    return region.world, region.person(seed)


def timeless(case: Case) -> Case:
    """The same world without days. A goal is in time when it is reached at all."""
    for name in TIMELESS:
        case = ABLATIONS[name](case)
    world, situation = case
    services = {service.id: _short(service) for service in world.services.values()}
    horizon = 2 + 2 * SHORT * len(services)
    world = replace(
        world,
        services=services,
        region_facts=tuple(Window(window.fact) for window in world.region_facts),
        span=Span(horizon=horizon, history=world.span.history),
    )
    situation = replace(
        situation,
        facts=tuple(Window(window.fact) for window in situation.facts),
        goals=tuple(replace(g, needed_by=horizon - 1, weight=1) for g in situation.goals),
        plan_from=0,
    )
    return world, situation


def _short(service: Service) -> Service:
    wait = service.wait
    days = None if wait.days is None else min(wait.days, SHORT)
    shorter = None if wait.shorten_to is None else min(wait.shorten_to, SHORT)
    return replace(
        service,
        wait=replace(wait, days=days, shorten_to=shorter),
        lasts=min(service.lasts, SHORT),
        opens=None,
    )


class Untimed:
    """The world as a program: which facts are reached when some rules are bent."""

    def __init__(self, world: World, situation: Situation) -> None:
        self.world, self.situation = world, situation
        rules = [rule for rule in world.rules.values() if rule.may_bend]
        self.bent: Mapping[str, str] = {rule.id: f"b({at})" for at, rule in enumerate(rules)}
        names = (*world.facts, *map(receiving, world.services))
        self.reached = {fact: f"f({at})" for at, fact in enumerate(names)}
        self.own = {window.fact for window in (*situation.facts, *world.region_facts)}
        self.lines = [f"{{{atom}}}." for atom in self.bent.values()]
        self.lines += [f":~ {self.bent[r.id]}. [{r.asks},{at}]" for at, r in enumerate(rules)]
        self.lines += [f"{self.reached[fact]}." for fact in self.own]
        self.needs = 0
        for helper in world.helpers:
            self.rule(self.reached[helper.fact], map(self.met, helper.means))
        for at, service in enumerate(world.services.values()):
            self.service(f"s({at})", service)
        self.lines += [f":- not {self.reached[goal.fact]}." for goal in situation.goals]

    def rule(self, head: str, body: Iterable[str]) -> None:
        self.lines.append(f"{head} :- {', '.join([*body, '#true'])}.")

    def service(self, atom: str, service: Service) -> None:
        body = [self.met(need) for need in service.needs]
        if service.wait.days is None:
            shorter = service.wait.rule if service.wait.shorten_to is not None else None
            body.append(self.bent.get(shorter or "", "#false"))
        self.rule(atom, body)
        for fact in (receiving(service.id), *(gift.fact for gift in service.gives)):
            self.rule(self.reached[fact], [atom])

    def met(self, need: Need) -> str:
        """The atom that says that this need is met."""
        self.needs += 1
        atom = f"n({self.needs})"
        if isinstance(need, AllOf):
            self.rule(atom, [self.met(part) for part in need.parts])
        elif isinstance(need, AnyOf):
            for option in need.options:
                self.rule(atom, [self.met(option)])
        else:
            self.condition(atom, need)
        return atom

    def condition(self, atom: str, need: Condition) -> None:
        rule = self.world.rules.get(need.rule or "")
        if rule and rule.id in self.bent and rule.flexible is Flexibility.WAIVE:
            self.rule(atom, [self.bent[rule.id]])
        if need.holds:
            self.rule(atom, [self.reached[need.fact]])
        elif need.fact not in self.own:
            self.rule(atom, [])

    def least(self) -> int | None:
        """What the cheapest rules ask together; None when nothing helps."""
        control = clingo.Control(["--opt-strategy=usc", "--warn=none", "--models=0"])
        control.add("base", [], "\n".join(self.lines))
        control.ground([("base", [])])
        best: int | None = None
        with control.solve(yield_=True) as handle:
            for model in handle:
                best = model.cost[0] if model.cost else 0
            if not handle.get().exhausted:
                raise RuntimeError("clingo did not finish")
        return best
