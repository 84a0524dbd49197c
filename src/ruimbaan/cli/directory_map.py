# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory place`: a station of the metro map where a coordinator wants it."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

RegionOption = Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")]
Sides = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"]
MOST = 200  # columns or rows
DONE = Text("De kaart is opnieuw gelegd.", "The map was laid out again.")
NO_REGION = Text("De regio {region} is er niet.", "There is no region {region}.")


def place(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Code of the place, such as W25.")],
    *,
    region: RegionOption,
    column: Annotated[
        int | None, typer.Option(min=0, max=MOST, help="From the left; 0 is the first.")
    ] = None,
    row: Annotated[
        int | None, typer.Option(min=0, max=MOST, help="From the top; 0 is the first.")
    ] = None,
    side: Annotated[Sides | None, typer.Option(help="Where its name stands.")] = None,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Put a station of the metro map somewhere else, by typing; without a place it is free again.

    The rest is laid out around it, and what clashes is said.
    """
    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        site.prepare_settings()
        site.open_site()
        from ruimbaan.core.directory.metro.boxes import Side
        from ruimbaan.parts.directory.network.services import place_station
        from ruimbaan.parts.directory.queries import list_regions

        found = list_regions().get(region)
        if found is None:
            raise typer.BadParameter(NO_REGION.in_language(language).format(region=region))
        drawn = place_station(
            found, code, column=column, row=row, side=Side(side) if side else None
        )
    clashes = [clash.says.in_language(language) for clash in drawn.clashes]
    where = drawn.layout.places[drawn.network.station_of[code]]
    if as_json:
        typer.echo(json.dumps({"column": where[0], "row": where[1], "clashes": clashes}))
        return
    typer.echo("\n".join([DONE.in_language(language), *clashes]))
