# SPDX-License-Identifier: EUPL-1.2
"""The twin of a metro map: the same facts as rows of text, station by station."""

from __future__ import annotations

from ruimbaan.core.directory.metro.network import Network, Station
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.ui.pictures.metro_model import Overlay
from ruimbaan.ui.pictures.metro_words import (
    FEWEST_SHOWN,
    REACHED,
    WALK_IN,
    line_names,
    wait_story,
)

_COLUMNS = (
    Text("Steun", "Support"),
    Text("Van wie", "From whom"),
    Text("Wie betaalt", "Who pays"),
    Text("Fase", "Stage"),
    Text("Wachten", "Wait"),
    Text("Wat er nog is", "What else there is"),
)
_COUNT = Text("Hoeveel plekken", "How many places")
_STEP = Text("Stap", "Step")
_NONE = "–"


def columns(
    network: Network, language: Language, overlay: Overlay | None = None
) -> tuple[str, ...]:
    names = [column.in_language(language) for column in _COLUMNS]
    if _is_overview(network):
        names = [names[3], names[2], _COUNT.in_language(language)]
    elif overlay:
        names.append(_STEP.in_language(language))
    return tuple(names)


def rows(
    network: Network, language: Language, overlay: Overlay | None = None
) -> tuple[tuple[str, ...], ...]:
    """A row for each station, in the order of the lines; of an overview what each line pays in
    each stage."""
    steps = overlay.steps_at(network) if overlay else {}
    ordered = dict.fromkeys(code for line in network.lines for code in line.stations)
    found: list[tuple[str, ...]] = []
    for station in (network.by_id[code] for code in ordered):
        if station.count:
            stage, payer = (
                station.name.in_language(language),
                line_names(network, station, language),
            )
            found.append((stage, payer, str(station.count)))
            continue
        row = _row(network, station, language)
        if overlay:
            numbers = ", ".join(steps.get(station.id, ()))
            row = (*row, numbers or _NONE)
        found.append(row)
    return tuple(found)


def _is_overview(network: Network) -> bool:
    return any(station.count for station in network.stations)


def _row(network: Network, station: Station, language: Language) -> tuple[str, ...]:
    wait = WALK_IN.in_language(language) if station.walk_in else wait_story(station, language)
    return (
        station.name.in_language(language),
        station.provider or _NONE,
        line_names(network, station, language) or _NONE,
        network.stages[station.stage].in_language(language),
        wait,
        " ".join(remarks(network, station, language)) or _NONE,
    )


def remarks(network: Network, station: Station, language: Language) -> tuple[str, ...]:
    """In sentences what the signs at this station say: forms, room, gaps, walks and loops."""
    said: list[Text] = []
    if station.arrives:
        said.append(Text(f"{REACHED.nl.capitalize()}.", f"{REACHED.en.capitalize()}."))
    if len(station.forms) > 1:
        count = len(station.forms)
        said.append(Text(f"Er zijn {count} vormen.", f"There are {count} forms."))
    said += _room(network, station)
    for gap in network.gaps:
        if station.id in (gap.source, gap.target):
            other = _other(network, gap.source, gap.target, station.id)
            said.append(
                Text(
                    f"Geen aansluiting met {other.nl}. {gap.question.nl}",
                    f"No connection with {other.in_language('en')}. {gap.question.in_language('en')}",
                )
            )
    for walk in network.walks:
        if station.id in (walk.source, walk.target):
            other = _other(network, walk.source, walk.target, station.id)
            said.append(
                Text(
                    f"Iemand loopt mee: {other.nl}.",
                    f"Someone walks along: {other.in_language('en')}.",
                )
            )
    said += [
        sentence
        for loop in network.loops
        if station.id in loop.stations
        for sentence in loop.sentences
    ]
    return tuple(sentence.in_language(language) for sentence in said)


def _room(network: Network, station: Station) -> list[Text]:
    ring = network.ring_at.get(station.id)
    if ring is None:
        return []
    found = [
        Text(f"Vrije ruimte bij: {rule.nl}.", f"Room to move with: {rule.in_language('en')}.")
        for rule in ring.rules
    ]
    if ring.times is not None and ring.times >= FEWEST_SHOWN:
        found.append(Text(f"Dat gebeurde {ring.times} keer.", f"That happened {ring.times} times."))
    elif ring.times is not None:
        found.append(
            Text(
                f"Dat gebeurde minder dan {FEWEST_SHOWN} keer.",
                f"That happened fewer than {FEWEST_SHOWN} times.",
            )
        )
    return found


def _other(network: Network, source: str, target: str, own: str) -> Text:
    return network.by_id[target if own == source else source].name
