# SPDX-License-Identifier: EUPL-1.2
"""Compile everything once, beforehand: Numba keeps it beside the code, and later starts read it.

Done by asking each thing once of the smallest world in which something can be asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ruimbaan.analytics.futures.engine import Compiled
from ruimbaan.analytics.planning.engine import Engine
from ruimbaan.analytics.planning.fixed_point import lateness
from ruimbaan.analytics.planning.incremental import keep, pop, push, push_days
from ruimbaan.analytics.planning.many import arrivals_of_many, people
from ruimbaan.analytics.planning.searching import Search
from ruimbaan.analytics.population.working import Job, rank
from ruimbaan.core.directory.service import Condition, Gift, Service, Wait
from ruimbaan.core.journey.population import THOUSAND, Chance, Kind, Population, Trait, Wish
from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.futures import chances
from ruimbaan.core.planner.futures_waits import Futures
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.fact import Fact
from ruimbaan.core.rules.rule import Rule, RuleClass

HOME, PAPER, PROOF = "home", "paper", "proof"
LONG = 600.0  # seconds; compiling counts as searching


def smallest() -> tuple[World, Situation]:
    """One service, which asks a paper unless a rule is bent."""
    rule = Rule(PROOF, Text(PROOF), RuleClass.PROCEDURE, asks=3)
    service = Service(
        "desk", Text("desk"), needs=(Condition(PAPER, PROOF),), gives=(Gift(HOME, 30, 60),)
    )
    world = World(
        region="smallest",
        as_of=date(2026, 1, 1),
        span=Span(horizon=60, history=4),
        facts={name: Fact(name, Text(name)) for name in (HOME, PAPER)},
        rules={rule.id: rule},
        services={service.id: service},
    )
    person = Situation("somebody", facts=(Window(PAPER, 20, 30),), goals=(Goal(HOME, 5),))
    return world, person


def engine() -> None:
    """The fixed point, and going on from it."""
    problem = lay_out(*smallest())
    asked = Engine(problem)
    layout, work = asked.compiled.layout, asked.work
    asked.solve(problem.all_services)
    asked.arrivals(problem.all_services)
    lateness(layout, work)
    more = asked.compiled.numbers(problem.rule_switch[PROOF])
    push(layout, work, more, len(more), -1)
    keep(work)
    begins = people(asked.compiled, [problem.situation])
    push_days(layout, work, begins.rows, begins.begins, begins.ends, -1)
    pop(work)


def many() -> None:
    """Many persons in one world."""
    problem = lay_out(*smallest())
    compiled = Engine(problem).compiled
    on = compiled.on(problem.all_services)
    arrivals_of_many(compiled, on, people(compiled, [problem.situation]), [0], threads=1)


def front() -> None:
    """The search for the cheapest rules to bend."""
    Search(*smallest()).found(LONG)


def futures() -> None:
    """Many futures of one plan: where what is given runs out, and where it does not."""
    world, person = smallest()
    desk = replace(world.services["desk"], wait=Wait(2, p50=2, p90=4))
    for gift in (Gift(HOME, 30), Gift(HOME)):
        problem = lay_out(replace(world, services={"desk": replace(desk, gives=(gift,))}), person)
        plan = Solver(problem.world, person).plan(0)
        chances(problem, plan, Futures(2), Compiled())


def population() -> None:
    """Made-up people, and what each rule is to them."""
    world, person = smallest()
    everybody = (Chance(THOUSAND),)
    people = Population(
        region=world.region,
        kinds=(Kind(replace(person, facts=(), goals=()), THOUSAND),),
        traits=(Trait(Window(PAPER, 20, 30), everybody),),
        wishes=(
            Wish(HOME, weight=5, needed_by=((world.span.horizon, THOUSAND),), chances=everybody),
        ),
        sources={},
    )
    rank(Job(world, people, seed=1, most=2), 2, cores=1, pairs=1, told=lambda _done, _all: None)


PARTS: tuple[Callable[[], None], ...] = (engine, many, front, futures, population)
