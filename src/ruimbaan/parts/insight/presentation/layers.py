# SPDX-License-Identifier: EUPL-1.2
"""The metro map with one layer of figures on it. A figure is of a kind of support: each place of that
kind bears the same one, so that no place is compared with another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.insight.kinds import ALL
from ruimbaan.core.insight.released import TOTAL, Release
from ruimbaan.core.insight.waits import Shown
from ruimbaan.parts.directory.queries import Map, Region
from ruimbaan.parts.insight.figures import HANDOFFS, REASONS, figures_of
from ruimbaan.parts.insight.presentation.pairs import TO, Pair, at_most, pair_of, pairs
from ruimbaan.parts.insight.presentation.wording import (
    counted,
    half,
    name_of,
    percent,
    source,
    weeks,
)
from ruimbaan.ui.components import Link, Table
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.metro import MetroPicture, draw
from ruimbaan.ui.pictures.metro_model import Badge, Flow, MapLayer
from ruimbaan.ui.reader import in_words, language

LAYER = "laag"
LATE, MOST_FLOWS = 13, 8
SIZE = 16  # of a badge
PLAIN = (palette.SLATES[0], palette.INK, SIZE)
CLOSED = Badge("–", palette.SLATES[0], palette.SOFT, SIZE)


class Layer(StrEnum):
    WAITS = "wachten"
    GAPS = "gaten"
    ROOM = "ruimte"
    FLOWS = "stromen"


@dataclass(frozen=True, slots=True)
class LayerPage:
    """Without `table` nothing was released, and the map stands there without figures."""

    title: str
    crumbs: tuple[Link, ...]
    layers: tuple[Link, ...]
    name: str
    reads: str
    picture: SafeString
    table: Table | None
    table_url: str
    source: str
    is_made_up: bool


def layer_page(region: Region, found: Map, layer: Layer) -> LayerPage:
    title, url = in_words(region.title), reverse("insight:map", args=[region.id])
    release = _release(region.id, layer)
    picture = MetroPicture(
        title=f"{_('Metrokaart van %(region)s') % {'region': title}}: {_name(layer)}",
        description=_reads(layer),
        network=found.network,
        layout=found.layout,
        layer=_drawn(region, found, release, layer) if release else None,
    )
    return LayerPage(
        title=title,
        crumbs=(
            Link(
                _("{region} in één beeld").format(region=title),
                reverse("insight:overview", args=[region.id]),
            ),
            Link(_("De kaart in lagen")),
        ),
        layers=tuple(
            Link(_name(one), f"{url}?{LAYER}={one}", current=one is layer) for one in Layer
        ),
        name=_name(layer),
        reads=_reads(layer),
        picture=mark_safe(draw(picture, language())),  # noqa: S308 -- our own drawing, escaped
        table=layer_table(region, layer),
        table_url=f"{reverse('insight:map-table', args=[region.id])}?{LAYER}={layer}",
        source=source(release, noes=layer is Layer.ROOM) if release else "",
        is_made_up=region.is_made_up,
    )


def layer_table(region: Region, layer: Layer) -> Table | None:
    """What the layer says, by kind of support; None when it was not released."""
    release = _release(region.id, layer)
    if release is None:
        return None
    if layer is Layer.FLOWS:
        rows = (
            (name_of(one.sender), name_of(one.asked), counted(one.waits.asked))
            for one in flows(release)
        )
        return Table(_tells(layer), (_("Van"), _("Naar"), _("Gevraagd")), tuple(rows))
    says = _SAYS[layer]
    return Table(
        _tells(layer),
        (_("Soort steun"), _name(layer)),
        tuple((name_of(kind), says(release, kind)) for kind in (*release.categories(TO), ALL)),
    )


def flows(release: Release) -> tuple[Pair, ...]:
    """Those asked most, between two kinds of support; the hidden are not in it."""

    def between(one: Pair) -> bool:
        return one.sender.isdecimal() and one.asked.isdecimal() and one.sender != one.asked

    found = (one for one in pairs(release) if between(one) and one.waits.asked)
    ranked = sorted(found, key=lambda one: (-(one.waits.asked or 0), one.sender, one.asked))
    return tuple(ranked[:MOST_FLOWS])


def _release(region: str, layer: Layer) -> Release | None:
    name = REASONS if layer is Layer.ROOM else HANDOFFS
    return figures_of(region).releases.get(name)


def _name(layer: Layer) -> str:
    return {
        Layer.WAITS: _("Wachten"),
        Layer.GAPS: _("Gaten"),
        Layer.ROOM: _("Ruimte"),
        Layer.FLOWS: _("Stromen"),
    }[layer]


def _reads(layer: Layer) -> str:
    return {
        Layer.WAITS: _("Het vakje bij een halte: binnen hoeveel weken de helft is ontmoet."),
        Layer.GAPS: _("Het vakje bij een halte: welk deel na 13 weken nog niet is ontmoet."),
        Layer.ROOM: _(
            "Het vakje bij een halte: hoeveel keer het nee was door een regel, geld of papier."
        ),
        Layer.FLOWS: _("Een pijl: hoeveel keer de ene soort steun de andere vroeg."),
    }[layer]


def _tells(layer: Layer) -> str:
    """Where the table stands without the map."""
    return {
        Layer.WAITS: _("Binnen hoeveel weken de helft is ontmoet."),
        Layer.GAPS: _("Welk deel binnen 13 weken is ontmoet."),
        Layer.ROOM: _("Hoeveel keer het nee was door een regel, geld of papier."),
        Layer.FLOWS: _("Hoeveel keer de ene soort steun de andere vroeg."),
    }[layer]


# --- on the map ---------------------------------------------------------------------------------
def _drawn(region: Region, found: Map, release: Release, layer: Layer) -> MapLayer:
    stations = _stations_of(region, found)
    if layer is Layer.FLOWS:
        return _flows(release, stations)
    badge = _BADGES[layer]
    badges = {
        station: badge(release, kind)
        for kind in release.categories(TO)
        for station in stations.get(kind, ())
    }
    rings = {one.station: Badge("", "", "") for one in found.network.rings}
    shown = {code: one for code, one in badges.items() if one}
    return MapLayer(rings | shown if layer is Layer.ROOM else shown, gaps=layer is Layer.GAPS)


def _stations_of(region: Region, found: Map) -> Mapping[str, tuple[str, ...]]:
    """The stations of each kind of support, by the code of the kind."""
    by_kind: dict[str, tuple[str, ...]] = {}
    for station in found.network.stations:
        service = region.world.services.get(station.id)
        if service and service.type is not None:
            code = str(service.type)
            by_kind[code] = (*by_kind.get(code, ()), station.id)
    return by_kind


def _flows(release: Release, stations: Mapping[str, tuple[str, ...]]) -> MapLayer:
    """Between the first station of each kind; more of one kind stay at full strength."""
    shown = [one for one in flows(release) if stations.get(one.sender) and stations.get(one.asked)]
    most = max((one.waits.asked or 0 for one in shown), default=0)
    kinds = {code for one in shown for code in (one.sender, one.asked)}
    return MapLayer(
        {station: Badge("", "", "") for kind in kinds for station in stations[kind]},
        tuple(
            Flow(
                stations[one.sender][0],
                stations[one.asked][0],
                f"{counted(one.waits.asked)}×",
                (one.waits.asked or 0) / most,
            )
            for one in shown
        ),
    )


def _wait_badge(release: Release, kind: str) -> Badge | None:
    found = pair_of(release, ALL, kind).waits
    match found.shown:
        case Shown.NOBODY:
            return None
        case Shown.PACE:
            within = found.half_within
            words = _("{n} w").format(n=within) if within else _("> {n} w").format(n=LATE)
            return _shaded(words, (1, 3, 6, 13).index(within) if within else 4)
        case Shown.COUNT:
            limit = at_most(found)
            return Badge(_("≤ {n} w").format(n=limit), *PLAIN) if limit else CLOSED
        case Shown.FEW:
            return CLOSED


def _gap_badge(release: Release, kind: str) -> Badge | None:
    found = pair_of(release, ALL, kind).waits
    share = found.share(LATE)
    if share is None:
        return CLOSED if found.shown is not Shown.NOBODY else None
    late = round(100 * (1 - share.value))
    return _shaded(f"{late} %", min(4, late // 15))


def _room_badge(release: Release, kind: str) -> Badge | None:
    count = release.count(naar=kind, loop="regel")
    if count is None:
        return CLOSED
    return _shaded(f"{counted(count)}×", 3) if count else None


def _shaded(words: str, shade: int) -> Badge:
    ink = palette.WHITE if shade > 2 else palette.INK
    return Badge(words, palette.SLATES[shade], ink, SIZE)


# --- in words -----------------------------------------------------------------------------------
def _wait_says(release: Release, kind: str) -> str:
    return half(pair_of(release, ALL, kind).waits)


def _gap_says(release: Release, kind: str) -> str:
    """Met within thirteen weeks: the rest is what the map shows."""
    share = pair_of(release, ALL, kind).waits.share(LATE)
    return _("ontmoet binnen {weeks}: {share}").format(weeks=weeks(LATE), share=percent(share))


def _room_says(release: Release, kind: str) -> str:
    return counted(release.count(naar=TOTAL if kind == ALL else kind, loop="regel"))


_BADGES: Mapping[Layer, Callable[[Release, str], Badge | None]] = {
    Layer.WAITS: _wait_badge,
    Layer.GAPS: _gap_badge,
    Layer.ROOM: _room_badge,
}
_SAYS: Mapping[Layer, Callable[[Release, str], str]] = {
    Layer.WAITS: _wait_says,
    Layer.GAPS: _gap_says,
    Layer.ROOM: _room_says,
}
