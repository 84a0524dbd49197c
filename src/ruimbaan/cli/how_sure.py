# SPDX-License-Identifier: EUPL-1.2
"""How sure the days of a plan are, on the command line."""

from __future__ import annotations

from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.core.planner.answer import Plan
    from ruimbaan.core.planner.futures import Chances, Engine, Spreading
    from ruimbaan.core.planner.problem import Problem
    from ruimbaan.core.planner.world import World

TITLE = Text("Hoe zeker zijn deze dagen?", "How sure are these days?")
GOAL = Text("Doel", "Goal")
CHANCE = Text("Op tijd?", "In time?")
WHEN = Text("Met alleen deze route", "With this route only")
DEPENDS = Text("Waar het van afhangt", "What it depends on")
COUNTED = Text(
    "hoe ver wachten uiteenloopt is geteld in deze regio, bij wie er kwam",
    "how far waits lie apart was counted in this region, of who came in",
)


def with_released(world: World, folder: Path, language: Language) -> World:
    """The spread of waits as the newest table by week in this folder has it. Raises ReleaseDamaged,
    and NoReleasedWaits: somebody named this folder."""
    from ruimbaan.cli.errors import NoReleasedWaits
    from ruimbaan.core.insight.waits_apart import TABLE, waits_apart
    from ruimbaan.core.planner.futures_counted import as_counted
    from ruimbaan.integrations.advice import read_releases

    weeks = read_releases(folder).get(TABLE)
    if weeks is None:
        raise NoReleasedWaits(folder=folder)
    return as_counted(world, waits_apart(weeks), COUNTED.in_language(language))


def engine() -> Engine | None:
    """What is compiled, when Numba is there; without it Python works out the same, slower."""
    if find_spec("numba") is None:
        return None
    from ruimbaan.analytics.futures.engine import Compiled

    return Compiled()


def work_out(problem: Problem, plan: Plan, futures: int, seed: int) -> Chances:
    from ruimbaan.core.planner.futures import chances
    from ruimbaan.core.planner.futures_waits import Futures

    return chances(problem, plan, Futures(futures, seed), engine())


def print_how_sure(found: Chances, problem: Problem, language: Language) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    from ruimbaan.cli.dates import MONTHS, written
    from ruimbaan.core.planner.futures_words import Teller
    from ruimbaan.core.planner.sentences import name_of

    world = problem.world
    teller = Teller(
        world,
        language,
        lambda day: written(world.as_of, day, language),
        lambda day: f"{day.day} {MONTHS[language][day.month - 1]} {day.year}",
    )
    table = Table(title=TITLE.in_language(language), title_justify="left", box=SIMPLE)
    for head in (GOAL, CHANCE, WHEN, DEPENDS):
        table.add_column(head.in_language(language), overflow="fold")
    for chance in found.goals:
        table.add_row(
            name_of(world, chance.fact, language),
            teller.in_time(chance),
            teller.when(chance.alone),
            teller.most(chance),
        )
    console = Console()
    console.print(table)
    for sentence in teller.basis(found):
        console.print(sentence)
    for used in found.waits:
        console.print(f"  · {name_of(world, used.service, language)}: {teller.wait(used)}")


def how_sure_json(found: Chances) -> dict[str, Any]:
    """Days count from day 0; null is not within the horizon."""
    return {
        "futures": found.futures.count,
        "seed": found.futures.seed,
        "shared_by_provider": found.futures.shared,
        "goals": [
            {
                "fact": chance.fact,
                "needed_by": chance.needed_by,
                "planned": chance.planned,
                "alone": _spreading(chance.alone),
                "everywhere": _spreading(chance.everywhere),
                "depends_on": [asdict(swing) for swing in chance.swings],
            }
            for chance in found.goals
        ],
        "waits": [
            {
                "service": wait.service,
                "known": wait.known,
                "p50": wait.spread.p50 if wait.spread else None,
                "p90": wait.spread.p90 if wait.spread else None,
                "as_of": wait.spread.as_of.isoformat()
                if wait.spread and wait.spread.as_of
                else None,
                "source": wait.spread.source if wait.spread else "",
            }
            for wait in found.waits
        ],
    }


def _spreading(found: Spreading) -> dict[str, Any]:
    from ruimbaan.core.planner.futures import HIGH, LOW, MIDDLE

    return {
        "in_time": found.in_time,
        "p10": found.by(LOW),
        "p50": found.by(MIDDLE),
        "p90": found.by(HIGH),
    }
