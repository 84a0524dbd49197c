# SPDX-License-Identifier: EUPL-1.2
"""The page "Mijn agenda", and the page that shows a new address, once."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.grants import GrantEndsBeforeItStarts, GrantTooLong
from ruimbaan.parts.journey import links
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.calendar.events import Chosen
from ruimbaan.parts.journey.choosing import DAY, UNTIL
from ruimbaan.parts.journey.filling_in import NotAChoice, NotADay
from ruimbaan.parts.journey.presentation.choosing import USUAL, Typed
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import capital, day
from ruimbaan.parts.trust.queries import Link as SecretLink
from ruimbaan.parts.trust.queries import LinkKind
from ruimbaan.parts.trust.services import LinkMade
from ruimbaan.ui.components import Link

CHOICES = {"words": "woorden", "places": "plekken"}
OF_UNTIL = (NotAChoice, NotADay, GrantEndsBeforeItStarts, GrantTooLong)
NAMES = frozenset({*CHOICES.values(), UNTIL, DAY})


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
        "running": tuple(_running(own, link) for link in links.running(own, LinkKind.CALENDAR)),
        "chosen": {name: bool(typed.get(field)) for name, field in CHOICES.items()},
        "until": links.until(typed, error if of_until else None, UNTIL),
        "day": "".join(typed.get(DAY, ())),
        "error": told(None if of_until else error),
    }


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
