# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory reindex|gaps`: what finding needs, and what was looked for in vain."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from ruimbaan.cli.opened import site_open
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

REINDEXED = Text(
    "{services} plekken van {region} opnieuw op de lijst gezet.",
    "{services} services of {region} listed anew.",
)
MISSED = Text("{count} keer: {topic}", "{count} times: {topic}")
NOTHING_MISSED = Text(
    "Niets is zo vaak gezocht en niet gevonden dat we het tellen: {least} keer.",
    "Nothing was looked for in vain often enough to be told: {least} times.",
)
RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")]
commands = typer.Typer()


@commands.command(epilog="Example: ruimbaan directory reindex --region waalstad")
def reindex(
    *, region: RegionOption, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """Make the lists and the search index of a region anew from its records. Loses nothing."""
    with site_open(language):
        from ruimbaan.parts.directory import services
        from ruimbaan.parts.directory.exchange.regions import check_region

        check_region(region)
        count = services.reindex(region)
    if as_json:
        typer.echo(json.dumps({"region": region, "services": count}))
        return
    typer.echo(REINDEXED.in_language(language).format(region=region, services=count))


@commands.command(epilog="Example: ruimbaan directory gaps --region waalstad")
def gaps(
    *, region: RegionOption, as_json: JsonOption = False, language: LanguageOption = "nl"
) -> None:
    """What people looked for and nobody offers, by topic, over a year. Never what they typed."""
    with site_open(language):
        from ruimbaan.parts.directory.exchange.regions import check_region
        from ruimbaan.parts.directory.search.gaps import LEAST, missed

        check_region(region)
        found = missed(region)
    if as_json:
        told = {"region": region, "least": LEAST, "gaps": [asdict(one) for one in found]}
        typer.echo(json.dumps(told, indent=1))
        return
    for one in found:
        typer.echo(MISSED.in_language(language).format(count=one.count, topic=one.topic))
    if not found:
        typer.echo(NOTHING_MISSED.in_language(language).format(least=LEAST))
