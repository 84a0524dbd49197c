# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan instruments load|list|remove`: lists of questions by others that the region may use."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

if TYPE_CHECKING:
    from ruimbaan.core.journey.licensed_list import LicensedList

LOADED = Text(
    "Geladen: {name}, van {holder}. Het staat nu bij Ik nu, onder die naam.",
    "Loaded: {name}, of {holder}. It stands at Me now, under that name.",
)
LINE = Text("{id}: {name}, van {holder}. {when}.", "{id}: {name}, of {holder}. {when}.")
HOLDS = Text(
    "Mag vanaf {first} tot en met {last}", "Allowed from {first} up to and including {last}"
)
NO_END = Text("Mag vanaf {first}", "Allowed from {first}")
NONE = Text("Er is geen lijst geladen.", "No list is loaded.")
REMOVED = Text(
    "Weg: {id}. Wat mensen antwoordden, blijft van hen.",
    "Removed: {id}. What people answered stays theirs.",
)
instruments = typer.Typer(
    name="instruments", help="Lists of questions by others, under a licence.", no_args_is_help=True
)


@instruments.callback()
def group() -> None:
    """Lists of questions by others, under a licence."""


@instruments.command(epilog="Example: ruimbaan instruments load mijn-lijst.yaml")
def load(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list: YAML or JSON.")],
    *,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Check a list and offer it at Ik nu for as long as its licence holds.

    One with the same id takes the place of the earlier. Nothing of it is ever counted.
    """
    with settings_read(language):
        from ruimbaan.parts.journey.services import load_list

        found = load_list(file)
    said = LOADED.in_language(language).format(name=found.name, holder=found.holder)
    typer.echo(json.dumps(_row(found), ensure_ascii=False) if as_json else said)


@instruments.command("list", epilog="Example: ruimbaan instruments list --json")
def show(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Every list that is loaded, also when its licence does not hold today."""
    with settings_read(language):
        from ruimbaan.parts.journey.services import loaded_lists

        found = loaded_lists()
    if as_json:
        typer.echo(json.dumps([_row(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        when = (HOLDS if one.last else NO_END).in_language(language)
        said = when.format(first=one.first, last=one.last)
        typer.echo(
            LINE.in_language(language).format(
                id=one.id, name=one.name, holder=one.holder, when=said
            )
        )
    if not found:
        typer.echo(NONE.in_language(language))


@instruments.command(epilog="Example: ruimbaan instruments remove mijn-lijst")
def remove(
    name: Annotated[str, typer.Argument(metavar="ID", help="As `list` calls it.")],
    *,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Offer a list no longer. What people answered stays theirs."""
    with settings_read(language):
        from ruimbaan.parts.journey.services import remove_list

        remove_list(name)
    said = REMOVED.in_language(language).format(id=name)
    typer.echo(json.dumps({"removed": name}) if as_json else said)


def _row(found: LicensedList) -> dict[str, object]:
    days: dict[str, date | None] = {"from": found.first, "until": found.last}
    return {
        "id": found.id,
        "name": found.name,
        "holder": found.holder,
        "licence": found.licence,
        "language": found.language,
        "questions": len(found.questions),
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }
