# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory verify|done|undo`: somebody looked, what was done, and taking it back."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

VERIFIED = Text("{code} is vandaag nagekeken.", "{code} was looked at today.")
TODAY_ALREADY = Text("{code} was vandaag al nagekeken.", "{code} was looked at today already.")
LINE = "{number}  {at}  {text}"
UNDONE = Text("ongedaan", "undone")
NOTHING = Text("Er is nog niets gedaan.", "Nothing was done yet.")
BACK = Text("Teruggezet: {text}", "Put back: {text}")
MOST = 50
RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")]
commands = typer.Typer()


@commands.command(epilog="Example: ruimbaan directory verify W06 --region waalstad")
def verify(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The place.")],
    *,
    region: RegionOption,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Say that you looked with your own eyes, and that the place is right."""
    with site_open(language):
        from django.utils import timezone

        from ruimbaan.parts.directory.upkeep.verifying import verify as verified

        deed = verified(region, code, timezone.now())
    if as_json:
        typer.echo(json.dumps({"region": region, "code": code, "verified": bool(deed)}))
        return
    said = VERIFIED if deed else TODAY_ALREADY
    typer.echo(said.in_language(language).format(code=code))


@commands.command(epilog="Example: ruimbaan directory done --region waalstad")
def done(
    *, region: RegionOption, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """What was done to keep the map right, the latest first. Never who, outside the site itself."""
    with site_open(language):
        from django.utils import translation

        from ruimbaan.parts.directory.exchange.regions import check_region
        from ruimbaan.parts.directory.upkeep.deeds import list_done
        from ruimbaan.parts.directory.upkeep.presentation.deeds import deed_words

        check_region(region)
        with translation.override(language):
            found = [
                {
                    "number": deed.pk,
                    "what": deed.what,
                    "at": f"{deed.at:%Y-%m-%d %H:%M}",
                    "place": deed.place,
                    "text": deed_words(deed),
                    "undone": deed.undone_at is not None,
                }
                for deed in list_done(region, MOST)
            ]
    if as_json:
        typer.echo(json.dumps({"region": region, "done": found}, ensure_ascii=False, indent=1))
        return
    for one in found:
        line = LINE.format(**one)
        typer.echo(f"{line} ({UNDONE.in_language(language)})" if one["undone"] else line)
    if not found:
        typer.echo(NOTHING.in_language(language))


@commands.command(epilog="Example: ruimbaan directory undo 12 --region waalstad")
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `directory done` gives it.")],
    *,
    region: RegionOption,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Take back one thing that was done: all of it, or nothing when it was changed again since."""
    with site_open(language):
        from django.utils import timezone, translation

        from ruimbaan.parts.directory.upkeep.presentation.deeds import deed_words
        from ruimbaan.parts.directory.upkeep.undoing import undo as undone

        with translation.override(language):
            text = deed_words(undone(region, number, timezone.now()))
    if as_json:
        typer.echo(json.dumps({"region": region, "number": number, "undone": True}))
    else:
        typer.echo(BACK.in_language(language).format(text=text))
