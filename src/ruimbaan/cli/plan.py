# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan plan`: all best routes for one person."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import DataOption, JsonOption, LanguageOption

if TYPE_CHECKING:
    from ruimbaan.core.journey.situation import Situation
    from ruimbaan.core.kernel.texts import Language
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


def plan(
    *,
    world: WorldOption = None,
    region: RegionOption = None,
    person: PersonOption = None,
    as_of: DateOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """All best routes to a person's goals: dates, steps, and where room is needed."""
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.parts.directory.exchange.memory import no_search_for_circles

    with no_search_for_circles():
        with clear_errors(language):
            loaded = _loaded(world, region, as_of.date() if as_of else None, data)
            here, situation = loaded.for_person(person or loaded.only_person())
        _answer(here, situation, language, as_json=as_json)


def _answer(here: World, situation: Situation, language: Language, *, as_json: bool) -> None:
    from ruimbaan.core.planner.partial import answer_with, first_in_time
    from ruimbaan.core.planner.solve import Solver

    solver = Solver(here, situation)
    if as_json:
        from ruimbaan.cli.answer_json import answer_json

        typer.echo(answer_json(here, solver.answer(), language))
    else:
        from ruimbaan.cli.answer_tables import print_answer

        # people read the steps of one plan; the others are told in short
        best = first_in_time(solver)
        print_answer(here, situation, answer_with(solver, {best}), best, language)


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
