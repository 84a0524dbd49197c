# SPDX-License-Identifier: EUPL-1.2
"""Equal looks of one day as one line, and lines a page at a time. Nothing is left out: each look of a
line has a page of its own, and each line stands on some page."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.queries import Look, Looks

LINES_ON_A_PAGE = 10  # a page of at most some 3,000 pixels on a phone
NOBODY_KNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Group:
    """`look` is the newest, with everything that all of them were about; its `times` is how often.
    `oldest` is the first of that day, `why` what they were for; `apart`: so many of them can be seen
    each by itself."""

    look: Look
    oldest: Look
    apart: int = 1
    why: tuple[Purpose, ...] = ()


def looker(entry: Entry) -> Party | None:
    """Who looked: as who works somewhere, or as oneself."""
    if entry.membership is not None:
        return Party(PartyKind.MEMBERSHIP, entry.membership)
    if entry.link is not None:
        return Party(PartyKind.LINK, entry.link)
    return None if entry.actor is None else Party(PartyKind.ACCOUNT, entry.actor)


def day_of(look: Look) -> date:
    return timezone.localdate(look.first.at)


def by_whom(look: Look) -> str:
    """As it stands in an address."""
    party = looker(look.first)
    return f"{party.kind}:{party.id}" if party else NOBODY_KNOWN


def grouped(looks: Iterable[Look]) -> tuple[Group, ...]:
    """In the order of the newest look of each."""
    found: dict[Hashable, list[Look]] = {}
    for look in looks:
        found.setdefault(_alike(look), []).append(look)
    return tuple(_together(group) for group in found.values())


def _alike(look: Look) -> Hashable:
    entry = look.first
    who = (looker(entry), entry.role, entry.outcome if looker(entry) is None else None)
    why = entry.purpose if entry.allowed else None  # of refusals it is enough what for they were
    return (day_of(look), who, entry.action, entry.allowed, why)


def _together(looks: Sequence[Look]) -> Group:
    parts = tuple(sorted({part for look in looks for part in look.parts}))
    times = sum(look.times for look in looks)
    why = tuple(dict.fromkeys(look.first.purpose for look in looks if look.first.purpose))
    return Group(replace(looks[0], parts=parts, times=times), looks[-1], len(looks), why)


def only_of(looks: Iterable[Look], who: str) -> tuple[Group, ...]:
    """Each look of this one by itself."""
    return tuple(Group(look, look) for look in looks if by_whom(look) == who)


def read_back(looks: Looks) -> tuple[tuple[Look, ...], datetime | None]:
    """What is told, and from where to read on: only whole days, unless one day holds more than was
    read. Nothing between is passed over."""
    if looks.earlier is None:
        return looks.by_others, None
    cut = timezone.localtime(looks.earlier)
    next_day = datetime.combine(cut.date() + timedelta(days=1), time(), cut.tzinfo)
    whole = tuple(look for look in looks.by_others if look.first.at >= next_day)
    if whole:
        return whole, next_day
    read = tuple(look for look in looks.by_others if look.first.at >= looks.earlier)
    return read, looks.earlier + timedelta(microseconds=1)


def page_of(groups: Sequence[Group], number: int) -> tuple[Group, ...]:
    """Pages are numbered from 1."""
    begin = (number - 1) * LINES_ON_A_PAGE
    return tuple(groups[begin : begin + LINES_ON_A_PAGE])
