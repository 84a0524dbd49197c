# SPDX-License-Identifier: EUPL-1.2
"""The metro map on a phone: each line as a list of its stations, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ruimbaan.core.directory.metro.network import Line, Network, Station
from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures.metro_model import Overlay
from ruimbaan.ui.pictures.metro_table import remarks
from ruimbaan.ui.pictures.metro_words import pill_words
from ruimbaan.ui.pictures.palette import Payer


@dataclass(frozen=True, slots=True)
class Stop:
    """One station in a list. `stage` is filled where a new stage begins, `changes` names the other
    lines that stop here; `room`: a ring stands here. `steps` are the numbers of the plan."""

    name: str
    url: str
    who: str
    wait: str
    stage: str
    changes: tuple[str, ...]
    remarks: tuple[str, ...]
    room: bool
    steps: str


@dataclass(frozen=True, slots=True)
class LineList:
    """One line; `payer` names its colour in the style sheet, `number` is its plate on the map."""

    number: int
    name: str
    payer: str
    stops: tuple[Stop, ...]


def line_lists(
    network: Network,
    language: Language,
    url_of: Callable[[Station], str],
    overlay: Overlay | None = None,
) -> tuple[LineList, ...]:
    """Every line with all its stations; `url_of` gives the page of a station, or nothing."""
    steps = overlay.steps_at(network) if overlay else {}
    return tuple(
        LineList(
            number,
            line.name.in_language(language),
            line.id if line.id in set(Payer) else Payer.OTHER,
            _stops(network, line, language, url_of, steps),
        )
        for number, line in enumerate(network.lines, start=1)
    )


def _stops(
    network: Network,
    line: Line,
    language: Language,
    url_of: Callable[[Station], str],
    steps: Mapping[str, tuple[str, ...]],
) -> tuple[Stop, ...]:
    stations = sorted(
        (network.by_id[code] for code in line.stations), key=lambda one: (one.stage, one.order)
    )
    found: list[Stop] = []
    before: int | None = None
    for station in stations:
        stage = network.stages[station.stage].in_language(language)
        found.append(
            Stop(
                name=station.name.in_language(language),
                url=url_of(station),
                who=station.provider,
                wait=pill_words(station, language),
                stage=stage if station.stage != before else "",
                changes=tuple(
                    network.line_by_id[other].name.in_language(language)
                    for other in station.lines
                    if other != line.id and other in network.line_by_id
                ),
                remarks=remarks(network, station, language),
                room=station.id in network.ring_at,
                steps=", ".join(steps.get(station.id, ())),
            )
        )
        before = station.stage
    return tuple(found)
