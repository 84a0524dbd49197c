# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan check`: does everything work that the site leans on?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from ruimbaan.cli.opened import settings_read
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.parts.operating.line import Line

WRONG = 1  # exit code: somebody has to look today
STATES = {
    "good": (Text("goed", "right"), "green"),
    "look": (Text("kijk ernaar", "look at it"), "yellow"),
    "wrong": (Text("werkt niet", "does not work"), "red"),
    "off": (Text("niet in gebruik", "not in use"), "dim"),
}


def check(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Look at everything the site leans on: database, keys, backup, mail, log, settings, disk.

    Ends with 1 when something does not work. Nothing is changed, no letter is sent.
    """
    with settings_read(language):
        from django.utils import timezone

        from ruimbaan.parts.operating.queries import look

        lines = look(timezone.now())
    if as_json:
        typer.echo(json.dumps([_as_json(line, language) for line in lines], ensure_ascii=False))
    else:
        _show(lines, language)
    if any(line.state == "wrong" for line in lines):
        raise typer.Exit(WRONG)


def _as_json(line: Line, language: Language) -> dict[str, str]:
    told = {"subject": line.subject, "state": line.state.value}
    told["told"] = line.told.in_language(language)
    if line.advice:
        told["advice"] = line.advice.in_language(language)
    return told


def _show(lines: tuple[Line, ...], language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for line in lines:
        word, colour = STATES[line.state.value]
        told = line.told.in_language(language)
        if line.advice and line.state != "good":
            told += "\n" + line.advice.in_language(language)
        table.add_row(
            line.name.in_language(language), f"[{colour}]{word.in_language(language)}[/]", told
        )
    Console().print(table)
