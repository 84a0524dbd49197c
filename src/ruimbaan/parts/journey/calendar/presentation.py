# SPDX-License-Identifier: EUPL-1.2
"""The page "Mijn agenda", and the page that shows a new address, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import GrantEndsBeforeItStarts, GrantTooLong
from ruimbaan.parts.handoff.queries import meetings_of
from ruimbaan.parts.journey import entries, links
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.calendar.events import Chosen
from ruimbaan.parts.journey.choosing import DAY, UNTIL
from ruimbaan.parts.journey.filling_in import NotAChoice, NotADay
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.choosing import USUAL, Typed
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import capital, day, weekday
from ruimbaan.parts.trust.queries import Link as SecretLink
from ruimbaan.parts.trust.queries import LinkKind
from ruimbaan.parts.trust.services import LinkMade
from ruimbaan.ui.components import Link

CHOICES = {"words": "woorden", "places": "plekken"}
MOST = 12  # days on the page; the calendar holds them all
OF_UNTIL = (NotAChoice, NotADay, GrantEndsBeforeItStarts, GrantTooLong)
NAMES = frozenset({*CHOICES.values(), UNTIL, DAY})


@dataclass(frozen=True, slots=True)
class Day:
    """A day that goes into the calendar, as only the person reads it here; a first meeting leads to
    its handoff. `other_day`: the person looks for another one."""

    when: str
    what: str
    url: str
    other_day: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    id: UUID
    made: str
    lasts: str
    holds: str


def page(
    own: Own, form: UUID, typed: Typed = USUAL, error: DomainError | None = None
) -> dict[str, object]:
    of_until = isinstance(error, OF_UNTIL)
    return {
        "crumbs": (home_crumb(), Link(_("Mijn agenda"))),
        "form_id": form,
        "days": _days(own),
        "running": tuple(_running(own, link) for link in links.running(own, LinkKind.CALENDAR)),
        "chosen": {name: bool(typed.get(field)) for name, field in CHOICES.items()},
        "until": links.until(typed, error if of_until else None, UNTIL),
        "day": "".join(typed.get(DAY, ())),
        "error": told(None if of_until else error),
    }


def _days(own: Own) -> tuple[Day, ...]:
    """What is to come: appointments and first meetings, in one list."""
    with own.open(Part.APPOINTMENTS, Part.HANDOFF) as opening:
        told = entries.read(opening, OF_PART[Part.APPOINTMENTS])
        meetings = meetings_of(opening, own.now)
    found = [
        (date.fromisoformat(one.values["day"]), one.values["what"], "", _moves(one)) for one in told
    ]
    found += [(one.day, one.goal, reverse("handoff:one", args=[one.id]), False) for one in meetings]
    ahead = sorted(one for one in found if one[0] >= own.today)
    return tuple(
        Day(capital(weekday(on, own.today)), what, url, moves)
        for on, what, url, moves in ahead[:MOST]
    )


def _moves(appointment: entries.Told) -> bool:
    return appointment.values.get("answer") == "no"


def made_page(request: HttpRequest, own: Own, made: LinkMade) -> dict[str, object]:
    url = request.build_absolute_uri(reverse("calendar:feed", args=[made.token]))
    return {
        "crumbs": (
            home_crumb(),
            Link(_("Mijn agenda"), reverse("calendar:calendars")),
            Link(_("Je link")),
        ),
        "url": url,
        "open_url": "webcal:" + url.partition(":")[2],
        "lasts": capital(links.lasts(own, made.link)),
        "holds": _holds(made.link),
    }


def _running(own: Own, link: SecretLink) -> Running:
    return Running(
        id=link.id,
        made=_("Gemaakt op {datum}").format(datum=day(link.made.date(), own.today)),
        lasts=capital(links.lasts(own, link)),
        holds=_holds(link),
    )


def _holds(link: SecretLink) -> str:
    chosen = Chosen.of_about(link.about)
    if chosen.words and chosen.places:
        return _("Met de tijd, wat het is en waar")
    if chosen.words:
        return _("Met de tijd en wat het is")
    return _("Met de tijd en waar") if chosen.places else _("Met alleen de tijd")
