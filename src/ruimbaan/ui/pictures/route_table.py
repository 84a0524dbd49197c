# SPDX-License-Identifier: EUPL-1.2
"""The twin of a route picture: the same facts as rows of text, in the order of asking."""

from __future__ import annotations

from datetime import date

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.ui.pictures.route_model import Lane, Leg, RoutePicture
from ruimbaan.ui.pictures.words import written_date

COLUMNS = (
    Text("Wat", "What"),
    Text("Van wie", "From whom"),
    Text("Deel van je leven", "Part of your life"),
    Text("Wie betaalt", "Who pays"),
    Text("Vraag aan", "Apply"),
    Text("Uiterlijk", "At the latest"),
    Text("Wachten", "Wait"),
    Text("Begint", "Starts"),
    Text("Tot", "Until"),
    Text("Ruimte", "Room"),
)
_FROM_THEN_ON = Text("blijft", "stays")
_NONE = "–"


def columns(language: Language) -> tuple[str, ...]:
    return tuple(column.in_language(language) for column in COLUMNS)


def rows(picture: RoutePicture, language: Language) -> tuple[tuple[str, ...], ...]:
    """One row for each leg."""
    legs = [(lane, leg) for lane in picture.lanes for leg in lane.legs]
    legs.sort(key=lambda found: (found[1].asked, found[1].starts, found[1].id))
    return tuple(_row(lane, leg, language) for lane, leg in legs)


def _row(lane: Lane, leg: Leg, language: Language) -> tuple[str, ...]:
    until = _NONE if leg.is_moment else _day(leg.ends, language)
    return (
        leg.what,
        leg.who or _NONE,
        lane.name,
        leg.payer_name or _NONE,
        _day(leg.asked, language),
        _day(leg.latest, language) if leg.latest else _NONE,
        leg.wait or _NONE,
        _day(leg.starts, language),
        until,
        ", ".join(str(ring) for ring in leg.rings) or _NONE,
    )


def _day(day: date | None, language: Language) -> str:
    if day is None:
        return _FROM_THEN_ON.in_language(language)
    return written_date(day, language, year=True)
