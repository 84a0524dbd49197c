# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan book build`: the Inspiratieboek as pages, as a tagged PDF and as an EPUB."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

MADE = Text("{name}: {size} bytes", "{name}: {size} bytes")
CHANGED = Text(
    "Lees na, een regel eronder is veranderd: {blocks}", "Read again, a rule changed: {blocks}"
)
UNCHANGED = Text("Geen regel is veranderd.", "No rule has changed.")
KEPT = Text("Editie {number} van {day} staat er.", "Edition {number} of {day} is kept.")
PAGES = Text("web.{language}: {count} bestanden", "web.{language}: {count} files")
book = typer.Typer(name="book", help="The Inspiratieboek.", no_args_is_help=True)


@book.callback()
def group() -> None:
    """The Inspiratieboek."""


@book.command(epilog="Example: ruimbaan book build --out boek --language en")
def build(
    out: Annotated[Path, typer.Option(help="Folder for the files; made when it is not there.")],
    *,
    language: LanguageOption = "nl",
    as_json: JsonOption = False,
) -> None:
    """Make the whole book: pages that need no site, a tagged PDF and an EPUB 3.

    The same texts and rules give the same bytes. A picture without an alternative text, or one that
    cannot be drawn, stops everything: then nothing is written.
    """
    with settings_read(language):
        from ruimbaan.parts.storybook.services import make_book

        files = {file.name: file.content for file in make_book(language)}
    for name, content in files.items():
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if as_json:
        sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        typer.echo(json.dumps(sums, indent=2))
        return
    for name, content in files.items():
        if "/" not in name:
            typer.echo(MADE.in_language(language).format(name=name, size=len(content)))
    count = sum("/" in name for name in files)
    typer.echo(PAGES.in_language(language).format(language=language, count=count))


@book.command(epilog="Example: ruimbaan book check --json")
def check(*, language: LanguageOption = "nl", as_json: JsonOption = False) -> None:
    """Name the building blocks that lean on a rule which changed since the last edition.

    Ends with 1 when there is one, so that a check can stop on it.
    """
    with settings_read(language):
        from ruimbaan.parts.storybook.queries import changed_blocks

        changed = changed_blocks()
    if as_json:
        typer.echo(json.dumps({"changed": changed}))
    else:
        words = (CHANGED if changed else UNCHANGED).in_language(language)
        typer.echo(words.format(blocks=", ".join(changed)))
    if changed:
        raise typer.Exit(1)


@book.command(epilog="Example: ruimbaan book edition --day 2027-01-15")
def edition(
    day: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Day of this edition.")],
    *,
    language: LanguageOption = "nl",
) -> None:
    """Keep a new edition: its day, and what every building block leans on. Old ones stay."""
    with settings_read(language):
        from ruimbaan.parts.storybook.services import add_edition

        kept = add_edition(day.date())
    typer.echo(KEPT.in_language(language).format(number=kept.number, day=kept.day))
