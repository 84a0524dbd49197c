# SPDX-License-Identifier: EUPL-1.2
"""Who looked in my file: every look and every try of others, in plain words; own looks in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.deciding import Because
from ruimbaan.core.trust.parties import Party
from ruimbaan.parts.accounts.queries import Called
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.presentation.log_groups import Group, by_whom, day_of, looker
from ruimbaan.parts.journey.presentation.naming import called_by
from ruimbaan.parts.journey.presentation.saying import (
    capital,
    day,
    hour,
    in_words,
    listed,
    say,
    weekday,
)
from ruimbaan.parts.journey.presentation.sharing import part_in_words, purpose_in_words
from ruimbaan.parts.journey.wording import LOOKED, LOOKER, NOBODY, PURPOSES, ROLES, SHOWN_THEN, WHY
from ruimbaan.parts.trust.queries import Look, Looks


@dataclass(frozen=True, slots=True)
class Line:
    """One look of somebody else, or equal ones of a day. `about` is their work, `why_for` what it was
    for; `apart` leads to each of them by itself."""

    at: datetime
    time: str
    who: str
    about: str
    what: str
    why_for: str
    allowed: bool
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    name: str
    lines: tuple[Line, ...]


def days(own: Own, groups: Sequence[Group]) -> tuple[Day, ...]:
    called = _names(own, [group.look for group in groups])
    found = [_of_group(group, called) for group in groups]
    return tuple(
        Day(capital(weekday(moment, own.today)), tuple(of_day))
        for moment, of_day in groupby(found, key=lambda line: timezone.localdate(line.at))
    )


def lines(own: Own, looks: Sequence[Look]) -> tuple[Line, ...]:
    called = _names(own, looks)
    return tuple(_line(look, _called(look.first, called)) for look in looks)


def _names(own: Own, looks: Iterable[Look]) -> Mapping[Party, Called]:
    return called_by({party for look in looks if (party := looker(look.first))}, own.now)


def _of_group(group: Group, called: Mapping[Party, Called]) -> Line:
    line = _line(group.look, _called(group.look.first, called))
    if group.apart == 1:
        return line
    query = urlencode({"dag": day_of(group.look).isoformat(), "wie": by_whom(group.look)})
    times = {"first": _clock(group.oldest), "last": line.time}
    return replace(
        line,
        time=_("{first} tot {last}").format(**times),
        why_for=listed([purpose_in_words(one) for one in group.why if one in PURPOSES]),
        apart=f"{reverse('journey:log')}?{query}",
    )


def told_apart(look: Look, called: Mapping[Party, Called], owner: UUID) -> Line:
    """One look by itself; the owner is spoken to."""
    by_owner = look.first.actor == owner
    return _line(look, _called(look.first, called), you=by_owner)


def why_then(entry: Entry) -> str:
    """Why it was allowed or refused at that moment; what runs now is another matter."""
    return in_words(SHOWN_THEN if entry.outcome is Because.GRANT else WHY[entry.outcome])


def own_looks(own: Own, looks: Looks) -> str:
    """One sentence; empty when there are none."""
    if looks.own_last is None:
        return ""
    last = day(timezone.localdate(looks.own_last), own.today)
    return _("Je was zelf in je reis. De laatste keer was {last}.").format(last=last)


def file_rows(found: Iterable[Line]) -> list[tuple[str, ...]]:
    """For a spreadsheet, with the names of the columns."""
    head = (_("Dag"), _("Tijd"), _("Wie"), _("Werk"), _("Wat"), _("Waarvoor"), _("Mocht dat?"))
    rows = [
        (
            timezone.localdate(line.at).isoformat(),
            f"{timezone.localtime(line.at):%H:%M:%S}",
            line.who,
            line.about,
            line.what,
            line.why_for,
            _("ja") if line.allowed else _("nee"),
        )
        for line in found
    ]
    return [head, *rows]


def _called(entry: Entry, called: Mapping[Party, Called]) -> Called | None:
    party = looker(entry)
    return called.get(party) if party else None


def _line(look: Look, person: Called | None, *, you: bool = False) -> Line:
    entry = look.first
    who = in_words(LOOKER["owner"]) if you else _who(entry, person)
    words = LOOKED[entry.action]
    said = words.allowed if entry.allowed else words.refused
    parts = listed([part_in_words(part) for part in look.parts]) or _("je reis")
    return Line(
        at=entry.at,
        time=_clock(look),
        who=capital(who),
        about="" if you else _about(entry, person),
        what=_often(capital(say(said, wie=who, deel=parts)), look.times),
        why_for=_why_for(entry),
        allowed=entry.allowed,
    )


def _clock(look: Look) -> str:
    return hour(timezone.localtime(look.first.at).time())


def _often(what: str, times: int) -> str:
    if times == 1:
        return what
    return _("{wat} Dat was {keer} keer op die dag.").format(wat=what, keer=times)


def _why_for(entry: Entry) -> str:
    """Empty too for a purpose that opens nothing of a file."""
    purpose = entry.purpose
    return purpose_in_words(purpose) if purpose and purpose in PURPOSES else ""


def _who(entry: Entry, person: Called | None) -> str:
    if person is not None:
        return person.name
    if entry.link is not None:
        return in_words(LOOKER["link"])
    if entry.outcome is Because.NOT_SIGNED_IN:
        return in_words(LOOKER["stranger"])
    return in_words(NOBODY)


def _about(entry: Entry, person: Called | None) -> str:
    """The role as it was then, and where that was."""
    if entry.role is None:
        return ""
    role = in_words(ROLES[entry.role])
    if person is None or not person.organisation:
        return role
    return _("{role} bij {organisation}").format(role=role, organisation=person.organisation)
