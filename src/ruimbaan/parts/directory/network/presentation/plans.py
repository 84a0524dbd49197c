# SPDX-License-Identifier: EUPL-1.2
"""The way of somebody on the map of the region, or two ways beside each other. Which services they
are comes from whoever asks, and stays with them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.directory.metro.network import Station
from ruimbaan.parts.directory.network import queries
from ruimbaan.parts.directory.network.presentation.page import table_of
from ruimbaan.parts.directory.regions import Region
from ruimbaan.ui import reader
from ruimbaan.ui.components import Table
from ruimbaan.ui.pictures.metro import MetroPicture, Overlay, draw
from ruimbaan.ui.pictures.metro_lines import LineList, line_lists


@dataclass(frozen=True, slots=True)
class PlansOnMap:
    picture: SafeString
    lines: tuple[LineList, ...]
    table: Table


def plans_on_map(
    region: Region, services: tuple[str, ...], beside: tuple[str, ...] = ()
) -> PlansOnMap | None:
    """The services of the steps of one way, and of another. None when the region has no map."""
    found = queries.find_map(region)
    if found is None:
        return None
    overlay, language = Overlay(services, beside), reader.language()
    picture = MetroPicture(
        title=_("Metrokaart van %(region)s") % {"region": region.title.in_language(language)},
        description=_("Elke lijn is een pot geld, elke halte is steun."),
        network=found.network,
        layout=found.layout,
        overlay=overlay,
    )

    def place_url(station: Station) -> str:
        return reverse("directory:place", args=[region.id, station.id])

    return PlansOnMap(
        picture=mark_safe(draw(picture, language)),  # noqa: S308 -- our own drawing, escaped
        lines=line_lists(found.network, language, place_url, overlay),
        table=table_of(found, overlay),
    )
