# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan exchange`: what regions tell each other about their rules, as a signed file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption

if TYPE_CHECKING:
    from ruimbaan.core.advice.exchange.items import Parcel
    from ruimbaan.core.kernel.texts import Language
    from ruimbaan.integrations.rule_exchange import Signed

STOPPED = 1
FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="From another region.")
]
exchange = typer.Typer(
    name="exchange",
    help="Tell other regions what changed in rules, and hear it from them.",
    no_args_is_help=True,
)


@exchange.command(epilog="Example: ruimbaan exchange export --region waalstad --out waalstad.json")
def export(
    *,
    region: Annotated[str, typer.Option("--region", help="The region that tells.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the file goes.")],
    yes: Annotated[bool, typer.Option("--yes", help="You read the list already.")] = False,
    language: LanguageOption = "nl",
) -> None:
    """Write changed rules, agreements, building blocks and patterns of ten and more as a signed file.

    It first shows what is in it. There is no person, worker or organisation in it, but names in a text
    that somebody wrote no machine can see: read the list before you say yes.
    """
    with site_open(language):
        from ruimbaan.cli.exchange_words import GOES_OUT, SURE, WRITTEN, content_lines
        from ruimbaan.integrations.regions import region_files
        from ruimbaan.integrations.rule_exchange import write_file
        from ruimbaan.parts.advice.services import key_of_this_site, parcel_of
        from ruimbaan.parts.directory.queries import list_regions

        region_files(region)
        parcel = parcel_of(list_regions()[region], _today())
        content = write_file(parcel, key_of_this_site())
        typer.echo(GOES_OUT.in_language(language), err=True)
        for line in content_lines(parcel, language):
            typer.echo(line, err=True)
        if not (yes or typer.confirm(SURE.in_language(language), err=True)):
            raise typer.Exit(STOPPED)
        out.write_bytes(content)
    typer.echo(WRITTEN.in_language(language).format(file=out))


@exchange.command(epilog="Example: ruimbaan exchange check waalstad.json --json")
def check(
    file: FileArgument, *, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """Say what is in a file and who signed it, and keep nothing."""
    with site_open(language):
        from ruimbaan.parts.advice.services import known_signers, looked_at

        signed = looked_at(file.read_bytes(), known_signers(), _today())
    _told(signed, language, as_json=as_json)


@exchange.command(name="import", epilog="Example: ruimbaan exchange import waalstad.json")
def take_in(
    file: FileArgument, *, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """Take in what another region tells: beside what is ours, never over it, marked with its origin.

    A file that was changed, that somebody signed whom we do not know, or that holds anything that may be
    about a person is refused whole.
    """
    with site_open(language):
        from ruimbaan.parts.advice.services import known_signers, take_in

        signed = take_in(file.read_bytes(), known_signers(), _today())
    _told(signed, language, as_json=as_json)


@exchange.command(epilog="Example: ruimbaan exchange key")
def key(*, language: LanguageOption = "nl") -> None:
    """Show the key of this site, for other regions to compare and to trust."""
    with site_open(language):
        from ruimbaan.integrations.rule_exchange import written_key
        from ruimbaan.parts.advice.services import key_of_this_site

        shown = written_key(key_of_this_site())
    typer.echo(shown)


@exchange.command(
    epilog="Example: ruimbaan exchange trust Grachtstad 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
)
def trust(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What that region is called.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="What `exchange key` says there.")],
    *,
    language: LanguageOption = "nl",
) -> None:
    """From now on take in what this key signed. Compare it by telephone first."""
    with site_open(language):
        from ruimbaan.cli.exchange_words import TRUSTED
        from ruimbaan.integrations.rule_exchange import Signer
        from ruimbaan.parts.advice.services import trust_signer

        trust_signer(Signer(name, key))
    typer.echo(TRUSTED.in_language(language).format(name=name))


def _told(signed: Signed, language: Language, *, as_json: bool) -> None:
    from ruimbaan.cli.exchange_words import OF, content_lines

    parcel = signed.parcel
    if as_json:
        typer.echo(json.dumps(_summary(parcel, signed.signer.name), ensure_ascii=False, indent=2))
        return
    typer.echo(
        OF.in_language(language).format(
            title=parcel.title, day=parcel.day, signer=signed.signer.name
        )
    )
    for line in content_lines(parcel, language):
        typer.echo(line)


def _summary(parcel: Parcel, signer: str) -> dict[str, object]:
    from ruimbaan.core.advice.exchange.items import contents

    return {
        "region": parcel.region,
        "day": parcel.day.isoformat(),
        "signer": signer,
        "contents": [
            {"kind": kind, "says": {"nl": text.nl, "en": text.in_language("en")}}
            for kind, text in contents(parcel)
        ],
    }


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()
