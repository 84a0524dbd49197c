# SPDX-License-Identifier: EUPL-1.2
"""The twin of a route picture: the same facts as rows of text, in the order of asking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.ui.pictures.route_days import written
from ruimbaan.ui.pictures.route_model import Lane, Leg, RoutePicture

COLUMNS = (
    Text("Wat", "What"),
    Text("Van wie", "From whom"),
    Text("Waarvoor, en wie betaalt", "What for, and who pays"),
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


def rows(
    picture: RoutePicture, language: Language, *, years: bool = False
) -> tuple[tuple[str, ...], ...]:
    """One row for each leg. `years` writes every year; without it only those far from today."""

    def told(day: date | None) -> str:
        if day is None:
            return _FROM_THEN_ON.in_language(language)
        return written(day, picture.today, language, years=years)

    legs = [(lane, leg) for lane in picture.lanes for leg in lane.legs]
    legs.sort(key=lambda found: (found[1].asked, found[1].starts, found[1].id))
    return tuple(_row(lane, leg, told) for lane, leg in legs)


def _row(lane: Lane, leg: Leg, told: Callable[[date | None], str]) -> tuple[str, ...]:
    return (
        leg.what,
        leg.who or _NONE,
        f"{lane.name}: {leg.payer_name}" if leg.payer_name else lane.name,
        told(leg.asked),
        told(leg.latest) if leg.latest else _NONE,
        leg.wait or _NONE,
        told(leg.starts),
        _NONE if leg.is_moment else told(leg.ends),
        ", ".join(str(ring) for ring in leg.rings) or _NONE,
    )
