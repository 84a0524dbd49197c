# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan accounts begin`: the first administrator of a new site."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

CODE = Text(
    "Geef dit aan de eerste beheerder. Het werkt één keer, zeven dagen lang.\n{link}\nOf typ de code: {code}",
    "Give this to the first administrator. It works once, for seven days.\n{link}\nOr type the code: {code}",
)
accounts = typer.Typer(name="accounts", help="Who administers this site.", no_args_is_help=True)


@accounts.callback()
def about() -> None:
    """Who administers this site."""


@accounts.command(epilog='Example: ruimbaan accounts begin --organisation "Gemeente Waalstad"')
def begin(
    *,
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAME", help="Who administers this site.")
    ],
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Invite the first administrator. When there is one, they invite all others."""
    with site_open(language):
        from django.utils import timezone, translation

        from ruimbaan.parts.accounts.services import address_of, invite_first_administrator

        code = invite_first_administrator(organisation, timezone.now())
        with translation.override(language):
            link = address_of(code)
    told = {"code": code, "link": link}
    typer.echo(json.dumps(told) if as_json else CODE.in_language(language).format(**told))
