# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan plan`: all best routes for one person."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption

WorldOption = Annotated[
    list[Path],
    typer.Option(
        "--world", metavar="FILE|DIR", help="World file, or folder of world files. May be repeated."
    ),
]
PersonOption = Annotated[
    str | None,
    typer.Option(
        "--person", metavar="ID", help="Name of the person. Not needed when there is only one."
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
    world: WorldOption,
    *,
    person: PersonOption = None,
    as_of: DateOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """All best routes to a person's goals: dates, steps, and where room is needed."""
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.core.planner.solve import solve
    from ruimbaan.integrations.worldfile import load_world_files

    with clear_errors(language):
        loaded = load_world_files(world, as_of=as_of.date() if as_of else None)
        here, situation = loaded.for_person(person or loaded.only_person())
    answer = solve(here, situation)
    if as_json:
        from ruimbaan.cli.answer_json import answer_json

        typer.echo(answer_json(here, answer, language))
    else:
        from ruimbaan.cli.answer_tables import print_answer

        print_answer(here, situation, answer, language)
