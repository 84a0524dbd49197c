# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan book build`: the Inspiratieboek as pages, as a tagged PDF and as an EPUB."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ruimbaan.cli.opened import settings_read, site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

MADE = Text("{name}: {size} bytes", "{name}: {size} bytes")
CHANGED = Text("{block}, sinds {since}:", "{block}, since {since}:")
UNCHANGED = Text(
    "Geen regel, wachttijd of cijfer is veranderd.", "No rule, wait or figure has changed."
)
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
        from ruimbaan.parts.storybook.services import make_book, printed_stories

        given = printed_stories()
        files = {file.name: file.content for file in make_book(language, given)}
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
    """Name the building blocks that lean on a rule, a wait of the map or a figure of the planner
    which changed since the last edition.

    Ends with 1 when there is one, so that a check can stop on it.
    """
    with settings_read(language):
        from ruimbaan.parts.storybook.services import what_changed

        report = what_changed(language)
    if as_json:
        typer.echo(json.dumps(report.as_json(), indent=2))
    elif not report.blocks:
        typer.echo(UNCHANGED.in_language(language))
    for one in () if as_json else report.blocks:
        typer.echo(CHANGED.in_language(language).format(block=one.id, since=report.since))
        for line in one.lines:
            typer.echo(f"  {line}")
    if report.blocks:
        raise typer.Exit(1)


@book.command(epilog="Example: ruimbaan book edition --day 2027-01-15")
def edition(
    day: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Day of this edition.")],
    *,
    language: LanguageOption = "nl",
) -> None:
    """Keep a new edition: its day, its pages, and what every building block leans on, with the
    waits of the map as it is now. Old ones stay."""
    with site_open(language):
        from ruimbaan.parts.storybook.services import add_edition

        kept = add_edition(day.date())
    typer.echo(KEPT.in_language(language).format(number=kept.number, day=kept.day))
