# SPDX-License-Identifier: EUPL-1.2
"""The metro map of the gallery: a small invented region, with every sign a map can have."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.directory.metro.derive import lines_of
from ruimbaan.core.directory.metro.layout import Layout, lay_out
from ruimbaan.core.directory.metro.money import BENEFIT, DEBT, HEALTH, OWN, SUPPORT
from ruimbaan.core.directory.metro.network import Gap, Loop, Network, Ring, Station, Walk
from ruimbaan.core.directory.metro.stages import STAGES
from ruimbaan.core.kernel.texts import Text
from ruimbaan.ui import reader
from ruimbaan.ui.components import Table
from ruimbaan.ui.pictures.metro import MetroPicture, Overlay, draw, measure
from ruimbaan.ui.pictures.metro_lines import LineList, line_lists
from ruimbaan.ui.pictures.metro_table import columns, rows

PLAN = Overlay(("outreach", "address", "benefit", "clinic", "between", "home"))
_STATIONS = (
    Station("doctor", Text("Huisarts", "Family doctor"), (HEALTH,), 0, wait=7),
    Station("detox", Text("Detox", "Detox"), (HEALTH,), 1, 0, "De Wending", wait=14),
    Station("clinic", Text("Kliniek", "Clinic"), (HEALTH,), 1, 1, "De Wending", wait=63),
    Station(
        "home-care",
        Text("Behandeling thuis", "Treatment at home"),
        (HEALTH,),
        2,
        0,
        "De Wending",
        wait=21,
    ),
    Station("outreach", Text("Wijkteam", "Local team"), (SUPPORT,), 0, walk_in=True),
    Station("shelter", Text("Nachtopvang", "Night shelter"), (SUPPORT,), 1, 0, "De Brug", wait=0),
    Station(
        "between", Text("Tussenplek", "In-between place"), (SUPPORT,), 2, 0, "De Brug", wait=35
    ),
    Station("home", Text("Eigen plek", "Own home"), (SUPPORT,), 3, wait=210, arrives=True),
    Station("address", Text("Briefadres", "Postal address"), (BENEFIT,), 0, 1, wait=21),
    Station("benefit", Text("Uitkering", "Benefit"), (BENEFIT,), 1, 0, wait=28),
    Station("job", Text("Proefbaan", "Trial job"), (BENEFIT,), 3, 0, "Werkbedrijf", wait=42),
    Station("debts", Text("Schuldhulp", "Debt help"), (DEBT,), 1, 0, "Kredietbank", wait=126),
    Station("debt-free", Text("Schuldenvrij", "Debt-free"), (DEBT,), 3, arrives=True),
    Station("peers", Text("Zelfhulpgroep", "Self-help group"), (OWN,), 0, 2, walk_in=True),
    Station("buddy", Text("Maatje", "Buddy"), (OWN, SUPPORT), 2, 1, "De kring", wait=7),
    Station("academy", Text("Herstelacademie", "Recovery college"), (OWN,), 3, 1, walk_in=True),
)


@lru_cache(maxsize=1)
def _network() -> Network:
    stations = tuple(replace(station, forms=(station.id,)) for station in _STATIONS)
    return Network(
        Text("Voorbeeldstad", "Exampleton"),
        STAGES,
        stations,
        lines_of(stations),
        gaps=(
            Gap(
                "clinic",
                "between",
                Text("Wie betaalt de eerste weken?", "Who pays for the first weeks?"),
                Text("Zorg stopt, Wmo nog niet begonnen", "Care stops, the rest has not begun"),
            ),
        ),
        walks=(Walk("outreach", "address"),),
        loops=(
            Loop(
                ("address", "benefit"),
                (
                    Text("Geen adres, geen geld.", "No address, no money."),
                    Text("Geen geld, geen adres.", "No money, no address."),
                ),
            ),
        ),
        rings=(
            Ring("between", (Text("Eerder beginnen", "Beginning earlier"),), 19),
            Ring("address", (Text("Regiobinding", "Ties to the region"),), 12),
        ),
    )


@lru_cache(maxsize=1)
def _layout() -> Layout:
    return lay_out(_network(), measure(_network()))


def drawing() -> SafeString:
    return _drawn(None)


def drawing_with_plan() -> SafeString:
    return _drawn(PLAN)


def _drawn(overlay: Overlay | None) -> SafeString:
    picture = MetroPicture(
        title=_("Alle steun op één kaart"),
        description=_("Vijf lijnen met steun. Tussen de kliniek en de tussenplek zit een gat."),
        network=_network(),
        layout=_layout(),
        overlay=overlay,
    )
    return mark_safe(draw(picture, reader.language()))  # noqa: S308 -- our own drawing, which escapes its words


def table() -> Table:
    network = _network()
    return Table(
        _("De kaart als tabel"),
        columns(network, reader.language()),
        rows(network, reader.language()),
    )


def lines() -> tuple[LineList, ...]:
    return line_lists(_network(), reader.language(), lambda _station: "#top", PLAN)
