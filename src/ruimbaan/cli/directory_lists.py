# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own list on the command line: a template to fill in, and which column is what."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.options import LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.integrations.own_list import OwnList

LIST = ".csv"
WRITTEN = Text(
    "Geschreven: {file}. Regels met # tellen niet mee.",
    "Written: {file}. Lines with # do not count.",
)
LEFT = Text(
    "Bewaard zoals het is, zonder eigen plek: {columns}.", "Kept as it is, no place for: {columns}."
)


def template(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where it should go: list.csv.")],
    *,
    language: LanguageOption = "nl",
) -> None:
    """Write a list to fill in: headings, what they mean, and an example."""
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.integrations.own_list import write_template

    with clear_errors(language):
        write_template(target, language)
    typer.echo(WRITTEN.in_language(language).format(file=target.name))


def is_own_list(source: Path) -> bool:
    """One table that is not called as HSDS calls its tables."""
    from ruimbaan.core.directory.records.flattening import table_named
    from ruimbaan.integrations.ohana.tables import BY_FILE, TAXONOMY

    name = source.name.lower()
    known = table_named(source.name) is not None or name in BY_FILE or name == TAXONOMY
    return name.endswith(LIST) and not known and not source.is_dir()


def own_list(source: Path, region: str, mapping: Path | None, today: date) -> OwnList:
    """Raises an ExchangeError."""
    from ruimbaan.integrations.own_list import read_list, read_mapping

    named = read_mapping(mapping) if mapping else None
    return read_list(source, region, today, mapping=named)


def print_columns(own: OwnList, language: Language) -> None:
    from ruimbaan.integrations.own_list.fields import BY_NAME

    for heading, name in own.columns.items():
        typer.echo(f"  {heading} → {BY_NAME[name].heading.in_language(language)}")
    if own.left:
        typer.echo(LEFT.in_language(language).format(columns=", ".join(own.left)))
    typer.echo()
