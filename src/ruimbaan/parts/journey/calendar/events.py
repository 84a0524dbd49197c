# SPDX-License-Identifier: EUPL-1.2
"""What of an appointment or a first meeting goes into a calendar: when it is, and no more unless the
person chose more.

A calendar of a phone lives at somebody else's: what stands in it, that somebody can read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.parts.handoff.queries import Meeting
from ruimbaan.parts.journey.entries import Told

HERE = ZoneInfo("Europe/Amsterdam")
NEUTRAL = Text("Afspraak", "Appointment")
KEPT = timedelta(days=31)  # how long what is over stays in it


@dataclass(frozen=True, slots=True)
class Chosen:
    """What may stand in the calendar besides the moment: the words for what it is, and the place."""

    words: bool = False
    places: bool = False

    def as_about(self) -> dict[str, str]:
        return {"words": str(int(self.words)), "places": str(int(self.places))}

    @classmethod
    def of_about(cls, about: Mapping[str, str]) -> Chosen:
        return cls(words=about.get("words") == "1", places=about.get("places") == "1")


@dataclass(frozen=True, slots=True)
class Event:
    """`begins` is a day when no hour was written down, and else a moment on Dutch clocks. `version`
    counts its changes."""

    id: UUID
    begins: date
    title: str
    place: str
    changed: datetime
    version: int


def events(
    link: UUID, told: Iterable[Told], chosen: Chosen, today: date, language: Language
) -> tuple[Event, ...]:
    """Those to come and those of the last month, in the order they came in."""
    found = (_appointment(one) for one in told if _day(one) >= today - KEPT)
    return tuple(_shown(link, one, chosen, language) for one in found)


def meeting_events(
    link: UUID, meetings: Iterable[Meeting], chosen: Chosen, today: date, language: Language
) -> tuple[Event, ...]:
    """First meetings look like any other appointment: nothing tells that something is handed over."""
    found = (_meeting(one) for one in meetings if one.day >= today - KEPT)
    return tuple(_shown(link, one, chosen, language) for one in found)


def _day(told: Told) -> date:
    return date.fromisoformat(told.values["day"])


def _appointment(told: Told) -> Event:
    hour = told.values.get("time", "")
    day = _day(told)
    return Event(
        id=told.id,
        begins=datetime.combine(day, time.fromisoformat(hour), HERE) if hour else day,
        title=told.values["what"],
        place=told.values.get("where", ""),
        changed=told.changed,
        version=told.version,
    )


def _meeting(one: Meeting) -> Event:
    return Event(one.id, one.day, one.goal, one.where, one.changed, one.version)


def _shown(link: UUID, event: Event, chosen: Chosen, language: Language) -> Event:
    """With no more than was chosen. Its id is another one in each calendar: two calendars cannot be
    laid side by side by it."""
    return replace(
        event,
        id=uuid5(link, str(event.id)),
        title=event.title if chosen.words else NEUTRAL.in_language(language),
        place=event.place if chosen.places else "",
    )
