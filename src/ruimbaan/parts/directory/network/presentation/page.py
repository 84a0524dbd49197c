# SPDX-License-Identifier: EUPL-1.2
"""All that the page of a metro map shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.metro.network import Station
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.parts.directory.network import queries
from ruimbaan.parts.directory.network.queries import WHOLE, Map
from ruimbaan.parts.directory.regions import Region
from ruimbaan.ui import reader
from ruimbaan.ui.components import Door, Link, Table
from ruimbaan.ui.pictures.metro import MetroPicture, Overlay, draw
from ruimbaan.ui.pictures.metro_lines import LineList, line_lists
from ruimbaan.ui.pictures.metro_table import columns, rows

PART, ROUTE = "deel", "route"


@dataclass(frozen=True, slots=True)
class MapPage:
    """`person` is whose plan lies over the map; `doors` lead to the other sheets and plans."""

    region: str
    title: str
    lead: str
    picture: SafeString
    table: Table
    table_url: str
    lines: tuple[LineList, ...]
    parts: tuple[Door, ...]
    plans: tuple[Link, ...]
    person: str
    crumbs: tuple[Link, ...]
    list_url: str
    town_url: str


def map_page(region: Region, found: Map, part: str, person: str) -> MapPage:
    overlay = Overlay(queries.plan_of(region, person)) if person else None
    network, language = found.network, reader.language()
    title = network.title.in_language(language)
    picture = MetroPicture(
        title=_("Metrokaart van %(region)s") % {"region": title},
        description=_("Elke lijn is een pot geld, elke halte is steun."),
        network=network,
        layout=found.layout,
        overlay=overlay,
    )
    return MapPage(
        region=region.id,
        title=title,
        lead=_lead(len(network.stations), len(network.lines)),
        picture=mark_safe(draw(picture, language)),  # noqa: S308 -- our own drawing, escaped
        table=table_of(found, overlay),
        table_url=_url("network:table", region.id, part, person),
        lines=line_lists(
            network, language, lambda station: _place_url(region.id, station), overlay
        ),
        parts=_parts(region, part, language),
        plans=_plans(region, part, person),
        person=person.capitalize(),
        crumbs=(Link(_("Begin"), reverse("pages:home")), *_crumbs(region, part, title)),
        list_url=reverse("directory:places", args=[region.id]),
        town_url=reverse("geography:map", args=[region.id]),
    )


def table_of(found: Map, overlay: Overlay | None) -> Table:
    language = reader.language()
    caption = _("De kaart als tabel")
    return Table(
        caption,
        columns(found.network, language, overlay),
        rows(found.network, language, overlay),
    )


def _lead(stations: int, lines: int) -> str:
    steunen = ngettext("%(n)d plek met steun", "%(n)d plekken met steun", stations)
    lijnen = ngettext("%(n)d lijn", "%(n)d lijnen", lines)
    return _("%(stations)s, %(lines)s. Elke lijn is een pot geld.") % {
        "stations": steunen % {"n": stations},
        "lines": lijnen % {"n": lines},
    }


def _place_url(region: str, station: Station) -> str:
    return reverse("directory:place", args=[region, station.id])


def _parts(region: Region, shown: str, language: Language) -> tuple[Door, ...]:
    parts = queries.sheets(region).parts
    here = [part for part in parts if part.key != shown]
    doors = [
        Door(part.name.in_language(language), _url("network:map", region.id, part.key), "route")
        for part in here
    ]
    if shown != WHOLE:
        doors.insert(0, Door(_("Het overzicht"), _url("network:map", region.id), "home"))
    return tuple(doors)


def _plans(region: Region, part: str, person: str) -> tuple[Link, ...]:
    links = [
        Link(
            _("De route van %(name)s erop") % {"name": name.capitalize()},
            _url("network:map", region.id, part, name),
        )
        for name in region.people
        if name != person
    ]
    if person:
        links.append(Link(_("De kaart zonder route"), _url("network:map", region.id, part)))
    return tuple(links)


def _crumbs(region: Region, part: str, title: str) -> tuple[Link, ...]:
    whole = region.title.in_language(reader.language())
    start = Link(_("Kaart"), reverse("network:maps"))
    if part == WHOLE:
        return (start, Link(whole))
    return (start, Link(whole, _url("network:map", region.id)), Link(title))


def _url(name: str, region: str, part: str = WHOLE, person: str = "") -> str:
    asked = {PART: part, ROUTE: person}
    query = "&".join(f"{key}={value}" for key, value in asked.items() if value)
    return f"{reverse(name, args=[region])}{'?' if query else ''}{query}"


def title_of(region: Region) -> str:
    title: Text = region.title
    return title.in_language(reader.language())
