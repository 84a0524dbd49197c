# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory boundaries`: the town plan behind the map of a region."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Literal

import typer

from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Text

LOADED = Text("Geladen in {region}: {counts}.", "Loaded into {region}: {counts}.")
KINDS = {
    "district": Text("wijken {n}", "districts {n}"),
    "water": Text("water {n}", "water {n}"),
    "postcode": Text("postcodegebieden {n}", "postcode areas {n}"),
}
boundaries = typer.Typer(
    name="boundaries", help="Districts, water and postcode areas.", no_args_is_help=True
)


@boundaries.callback()
def group() -> None:
    """Districts, water and postcode areas, from GeoJSON in the Dutch grid."""


@boundaries.command(
    epilog="Example: ruimbaan directory boundaries load wijken.geojson --region waalstad"
)
def load(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="GeoJSON in RD (EPSG:28992).")],
    *,
    region: Annotated[str, typer.Option("--region", metavar="NAME", help="Which region.")],
    kind: Annotated[
        Literal["district", "water", "postcode"],
        typer.Option(help="What the areas are, when the file does not say so."),
    ] = "district",
    name: Annotated[
        str, typer.Option(help="Which property holds the name, if not a well-known one.")
    ] = "",
    where: Annotated[
        str, typer.Option(metavar="PROPERTY=VALUE", help="Only the areas with this value.")
    ] = "",
    source: Annotated[
        str, typer.Option(help='Who made the boundaries, shown beside the map: "CBS, Kadaster".')
    ] = "",
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Load the boundaries of a region. Areas of a kind replace those that were there of it."""
    import json

    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors
    from ruimbaan.core.directory.geography.plan import Kind
    from ruimbaan.integrations.geojson import Choice

    field, _, value = where.partition("=")
    choice = Choice(Kind(kind), name, (field, value) if where else None)
    with clear_errors(language):
        site.prepare_settings()
        site.open_site()
        from django.utils import timezone

        from ruimbaan.parts.directory.geography import services  # needs the site

        loaded = services.load(region, file, choice, source=source, at=timezone.now())
    counts = Counter(area.kind.value for area in loaded.areas)
    if as_json:
        typer.echo(json.dumps({"region": region, "areas": counts}))
        return
    told = (KINDS[one].in_language(language).format(n=n) for one, n in counts.items())
    typer.echo(LOADED.in_language(language).format(region=region, counts=", ".join(told)))
