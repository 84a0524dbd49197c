# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan world check`: is this world in order?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.integrations.worldfile import LoadedWorld, WorldError, WorldProblem

IN_ORDER = Text(
    "In orde: {region}. Diensten: {services}, regels: {rules}, feiten: {facts}, "
    "personen: {persons}, situaties: {situations}.",
    "In order: {region}. Services: {services}, rules: {rules}, facts: {facts}, "
    "persons: {persons}, situations: {situations}.",
)
world = typer.Typer(name="world", help="Work with world files.", no_args_is_help=True)


@world.command(epilog="Example: ruimbaan world check demo/voorbeeld")
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|DIR...", help="World to check.")],
    *,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show everything that is wrong with a world, with file, line and advice."""
    from ruimbaan.integrations.worldfile import WorldErrors, load_world_files

    loaded: LoadedWorld | None = None
    errors: tuple[WorldError, ...] = ()
    try:
        loaded = load_world_files(paths)
    except WorldErrors as found:
        errors = found.errors
    if as_json:
        typer.echo(_json(loaded, errors, language))
    else:
        _print(loaded, errors, language)
    raise typer.Exit(1 if errors else 0)


def _print(loaded: LoadedWorld | None, errors: tuple[WorldError, ...], language: Language) -> None:
    from ruimbaan.cli.problems import show

    problems: tuple[WorldProblem, ...] = errors or (loaded.warnings if loaded else ())
    for problem in problems:
        show(problem, language)
        typer.echo(err=True)
    if loaded:
        typer.echo(IN_ORDER.in_language(language).format(**_counts(loaded)))


def _json(loaded: LoadedWorld | None, errors: tuple[WorldError, ...], language: Language) -> str:
    import json

    warnings = loaded.warnings if loaded else ()
    report = {
        "ok": loaded is not None,
        "errors": [_told(error, language) for error in errors],
        "warnings": [_told(warning, language) for warning in warnings],
        "digest": loaded.world.digest if loaded else None,
        "counts": _counts(loaded) if loaded else None,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _told(problem: WorldProblem, language: Language) -> dict[str, object]:
    told, place = problem.explain(language), problem.place
    return {
        "code": told.code,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "cause": told.cause,
        "advice": told.advice,
    }


def _counts(loaded: LoadedWorld) -> dict[str, object]:
    return {
        "region": loaded.world.region,
        "services": len(loaded.world.services),
        "rules": len(loaded.world.rules),
        "facts": len(loaded.world.facts),
        "persons": len(loaded.persons),
        "situations": len(loaded.cases),
    }
