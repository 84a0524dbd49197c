# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan plan`: all best routes for one person."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import DataOption, JsonOption, LanguageOption

if TYPE_CHECKING:
    from ruimbaan.core.journey.situation import Situation
    from ruimbaan.core.kernel.texts import Language
    from ruimbaan.core.planner.solve import Solver
    from ruimbaan.core.planner.world import World
    from ruimbaan.integrations.worldfile import LoadedWorld

WorldOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--world", metavar="FILE|DIR", help="World file, or folder of world files. May be repeated."
    ),
]
RegionOption = Annotated[
    str | None,
    typer.Option("--region", metavar="NAME", help="One of our own regions, in place of --world."),
]
PersonOption = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="ID",
        help="Person, situation or vignette. Not needed when there is only one.",
    ),
]
DateOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="Date of day 0, such as 2026-11-21; the world's own when left out.",
    ),
]
FuturesOption = Annotated[
    int,
    typer.Option(
        "--futures",
        min=0,
        max=100_000,
        metavar="N",
        help="Also say how sure the days are: the plan in so many futures, each with other waits.",
    ),
]


class Engine(StrEnum):
    """What looks for the cheapest rules to bend: the same answer, of two kinds of code."""

    PYTHON = "python"
    COMPILED = "compiled"


EngineOption = Annotated[
    Engine,
    typer.Option(
        "--engine",
        help="Compiled is for big regions: the same answer, sooner, with more to install.",
    ),
]
LossesOption = Annotated[
    bool,
    typer.Option(
        "--around-losses",
        help="Also look for plans that go round what a support takes away; takes longer.",
    ),
]
SeedOption = Annotated[
    int, typer.Option("--seed", min=0, metavar="S", help="The same seed gives the same futures.")
]
ReleasedOption = Annotated[
    Path | None,
    typer.Option(
        "--released",
        metavar="DIR",
        help="Figures a region released: how far waits lie apart where a place gives one number.",
    ),
]


def plan(
    *,
    world: WorldOption = None,
    region: RegionOption = None,
    person: PersonOption = None,
    as_of: DateOption = None,
    data: DataOption = None,
    futures: FuturesOption = 0,
    seed: SeedOption = 1,
    released: ReleasedOption = None,
    engine: EngineOption = Engine.PYTHON,
    losses: LossesOption = False,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """All best routes to a person's goals: dates, steps, and where room is needed.

    For example: ruimbaan plan --region waalstad --person sterre --futures 1000 --seed 1
    """
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.parts.directory.exchange.memory import no_search_for_circles

    with no_search_for_circles():
        with clear_errors(language):
            loaded = _loaded(world, region, as_of.date() if as_of else None, data)
            here, situation = loaded.for_person(person or loaded.only_person())
            if released is not None:
                from ruimbaan.cli.how_sure import with_released

                here = with_released(here, released, language)
            solver = _solver(here, situation, engine, losses=losses)
        if as_json:
            _for_programs(solver, language, futures, seed)
        else:
            _for_people(solver, language, futures, seed)


def _solver(here: World, situation: Situation, engine: Engine, *, losses: bool) -> Solver:
    from ruimbaan.core.planner.solve import Solver

    if engine is Engine.PYTHON:
        return Solver(here, situation, losses=losses)
    from ruimbaan.cli.warm import compiler

    with compiler():
        from ruimbaan.analytics.planning.solver import CompiledSolver

        return CompiledSolver(here, situation, losses=losses)


def _for_programs(solver: Solver, language: Language, futures: int, seed: int) -> None:
    from ruimbaan.cli.answer_json import answer_json
    from ruimbaan.cli.how_sure import how_sure_json, work_out

    answer = solver.answer()
    plans = answer.front if futures else ()
    found = [work_out(solver.problem, plan, futures, seed) for plan in plans]
    typer.echo(
        answer_json(solver.problem.world, answer, language, [how_sure_json(one) for one in found])
    )


def _for_people(solver: Solver, language: Language, futures: int, seed: int) -> None:
    """The steps of one plan; the others are told in short."""
    from ruimbaan.cli.answer_tables import print_answer
    from ruimbaan.cli.how_sure import print_how_sure, work_out
    from ruimbaan.core.planner.partial import answer_with, first_in_time

    here, situation = solver.problem.world, solver.problem.situation
    best = first_in_time(solver)
    print_answer(here, situation, answer_with(solver, {best}), best, language)
    if futures:
        found = work_out(solver.problem, solver.plan(best), futures, seed)
        print_how_sure(found, solver.problem, language)


def _loaded(
    world: list[Path] | None, region: str | None, as_of: date | None, data: Path | None
) -> LoadedWorld:
    from ruimbaan.cli.errors import WorldOrRegion
    from ruimbaan.integrations.regions import REPOSITORY, load_region
    from ruimbaan.integrations.worldfile import load_world_files

    if region and not world:
        return load_region(region, as_of=as_of, data=data or REPOSITORY)
    if world and not region:
        return load_world_files(world, as_of=as_of)
    raise WorldOrRegion
