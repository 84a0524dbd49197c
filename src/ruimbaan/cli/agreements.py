# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan agreements remind`: what was agreed is looked back on."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

DONE = Text(
    "Nagekeken: {looked_at}. Tijd om terug te kijken: {agreements}. Brieven klaargezet: {letters}.",
    "Looked at: {looked_at}. Time to look back: {agreements}. Letters posted: {letters}.",
)
agreements = typer.Typer(
    name="agreements", help="Working agreements between organisations.", no_args_is_help=True
)


@agreements.callback()
def group() -> None:
    """Working agreements between organisations."""


@agreements.command(epilog="Example: ruimbaan agreements remind --json")
def remind(*, as_json: JsonOption = False, language: LanguageOption = "nl") -> None:
    """Tell organisations two weeks before they would look back on an agreement, and once more two
    weeks after when they did not. Run it every morning; several at once do no harm."""
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.discretion.services import remind_to_look_back

        done = remind_to_look_back(timezone.now())
    told = asdict(done)
    typer.echo(json.dumps(told) if as_json else DONE.in_language(language).format(**told))
