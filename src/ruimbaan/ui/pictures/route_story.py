# SPDX-License-Identifier: EUPL-1.2
"""The whole story of one shape in a sentence, for whoever points at it."""

from __future__ import annotations

from datetime import date

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.ui.pictures.route_days import written
from ruimbaan.ui.pictures.route_model import Flag, Leg

_ASKED = Text("aangevraagd {asked}", "applied for {asked}")
_WAIT = Text("wachten: {wait}", "waiting: {wait}")
_FROM = Text("vanaf {start}", "from {start}")
_PERIOD = Text("van {start} tot {end}", "from {start} until {end}")
_ROOM = Text("vrije ruimte {rings}", "room to act {rings}")
_REACHED = Text("Doel bereikt: {what}, {day}", "Goal reached: {what}, {day}")


def leg_story(leg: Leg, today: date, language: Language) -> str:
    """What, from whom, when asked for, how long waited, when received, with which room."""
    parts = [f"{leg.what}, {leg.who}" if leg.who else leg.what]
    days = {
        "asked": written(leg.asked, today, language),
        "start": written(leg.starts, today, language),
        "end": written(leg.ends, today, language) if leg.ends else "",
        "wait": leg.wait,
        "rings": ", ".join(str(ring) for ring in leg.rings),
    }
    if leg.asked != leg.starts:
        parts.append(_ASKED.in_language(language))
    if leg.wait:
        parts.append(_WAIT.in_language(language))
    lasting = _FROM if leg.ends is None or leg.is_moment else _PERIOD
    parts.append(lasting.in_language(language))
    if leg.rings:
        parts.append(_ROOM.in_language(language))
    head, *rest = parts
    return "; ".join((head, *(part.format_map(days) for part in rest)))


def flag_story(flag: Flag, today: date, language: Language) -> str:
    day = written(flag.on, today, language)
    return _REACHED.in_language(language).format(what=flag.what, day=day)
