# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan room remind`: silence is reminded of once, and then what was agreed happens. Never a yes."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

DONE = Text(
    "Herinnerd: {again}. Naar de vervanger: {deputy}. Zonder antwoord: {ended}. Opgeruimd: {cleared}.",
    "Reminded: {again}. To the deputy: {deputy}. Without an answer: {ended}. Cleared: {cleared}.",
)
room = typer.Typer(name="room", help="Requests for room that wait.", no_args_is_help=True)


@room.callback()
def group() -> None:
    """Requests for room that wait."""


@room.command(epilog="Example: ruimbaan room remind --json")
def remind(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Remind once of each request without an answer, and do what was agreed when it stays silent.

    Run it every morning; several at once do no harm. What was missed while it did not run is made up
    for. Letters go to the outbox. Nothing is said of who asked or was asked.
    """
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.discretion.services import remind_of_requests

        done = asdict(remind_of_requests(timezone.now()))
    typer.echo(json.dumps(done) if as_json else DONE.in_language(language).format(**done))
