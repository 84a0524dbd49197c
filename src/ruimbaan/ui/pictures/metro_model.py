# SPDX-License-Identifier: EUPL-1.2
"""What a drawing of a metro map needs beside the map and its layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.directory.metro.layout import Layout
from ruimbaan.core.directory.metro.network import Network


@dataclass(frozen=True, slots=True)
class Overlay:
    """One plan on the map, or two beside each other: the ids of the services of its steps, in
    order. With two, a number is said with the letter of its plan, as in "A3"."""

    services: tuple[str, ...]
    beside: tuple[str, ...] = ()

    def steps_at(self, network: Network) -> Mapping[str, tuple[str, ...]]:
        """The numbers of the steps at each station; a step on paper has no station but counts
        for the number, so that it is the number in the plan."""
        found: dict[str, tuple[str, ...]] = {}
        letters = ("A", "B") if self.beside else ("",)
        for letter, plan in zip(letters, (self.services, self.beside), strict=False):
            for number, service in enumerate(plan, start=1):
                station = network.station_of.get(service)
                if station:
                    found[station] = (*found.get(station, ()), f"{letter}{number}")
        return found


@dataclass(frozen=True, slots=True)
class Badge:
    """A few characters at a station; without words the station only keeps its full strength."""

    words: str
    ground: str
    ink: str
    size: float = 12


@dataclass(frozen=True, slots=True)
class Flow:
    """From one station to another, wider where more go; `weight` from 0 to 1."""

    source: str
    target: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class MapLayer:
    """What is looked at: badges by station, and flows. All else is faint, but for gaps and loops
    when they are what it is about."""

    badges: Mapping[str, Badge]
    flows: tuple[Flow, ...] = ()
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class MetroPicture:
    """A map to draw. `heading` and `lead` stand in the picture itself, for on paper; on a page
    they are empty and the page says them."""

    title: str
    description: str
    network: Network
    layout: Layout
    overlay: Overlay | None = None
    heading: str = ""
    lead: str = ""
    layer: MapLayer | None = None
