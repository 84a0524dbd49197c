# SPDX-License-Identifier: EUPL-1.2
"""The pages around the one page, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.parts.accounts.queries import name_of
from ruimbaan.parts.journey import links
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.choosing import DAY, UNTIL, WHAT, WHY
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.choosing import USUAL, Typed
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import capital, day, in_words, listed
from ruimbaan.parts.journey.services import ShownPart, shown_parts
from ruimbaan.parts.journey.summary.choosing import FOR, Errors
from ruimbaan.parts.journey.wording import PURPOSES
from ruimbaan.parts.trust.queries import Link as SecretLink
from ruimbaan.parts.trust.queries import LinkKind, grants_on
from ruimbaan.parts.trust.services import LinkMade
from ruimbaan.ui.components import Choices, Link, Option

NONE: Errors = {}
ONE_PAGE = 2_600  # signs of text that fit on one sheet of A4


@dataclass(frozen=True, slots=True)
class Running:
    id: UUID
    whom: str
    what: str
    lasts: str
    tries: str


def ask_page(own: Own, error: DomainError | None = None) -> dict[str, object]:
    options = tuple(
        Option(kind.part.value, in_words(kind.title))
        for kind in OF_PART.values()
        if kind.part in SHAREABLE
    )
    return {
        "crumbs": (home_crumb(), Link(_("Eén blad over mij"))),
        "what": Choices(
            WHAT,
            _("Wat zet je erop?"),
            options,
            help=_("Alles staat uit. Zet aan wat nodig is."),
            error=told(error),
            many=True,
        ),
        "running": tuple(_running(own, link) for link in links.running(own, LinkKind.SUMMARY)),
    }


def check_page(
    own: Own,
    parts: tuple[Part, ...],
    form: UUID,
    typed: Typed = USUAL,
    errors: Errors = NONE,
) -> dict[str, object]:
    """An error without a question is about the link as a whole."""
    with own.open(*parts) as opening:
        shown = shown_parts(opening, own.today, name_of(own.account))
    return {
        "crumbs": (
            home_crumb(),
            Link(_("Eén blad over mij"), reverse("summary:compose")),
            Link(_("Klopt dit?")),
        ),
        "shown": shown,
        "too_long": _signs(shown) > ONE_PAGE,
        "parts": tuple(part.value for part in parts),
        "form_id": form,
        "whom": "".join(typed.get(FOR, ())),
        "whom_error": told(errors.get(FOR)),
        "why": _why(typed, errors.get(WHY)),
        "until": links.until(typed, errors.get(UNTIL), UNTIL),
        "error": told(errors.get("")),
        "day": "".join(typed.get(DAY, ())),
    }


def paper_page(own: Own, parts: tuple[Part, ...]) -> dict[str, object]:
    """Taking it along is in the log."""
    with own.open(*parts, action=Action.TAKE_ALONG) as opening:
        shown = shown_parts(opening, own.today, name_of(own.account))
    return {
        "who": capital(name_of(own.account)),
        "printed": day(own.today, own.today.replace(year=own.today.year - 1)),
        "shown": shown,
        "back_url": reverse("summary:compose"),
    }


def made_page(request: HttpRequest, own: Own, made: LinkMade) -> dict[str, object]:
    return {
        "crumbs": (
            home_crumb(),
            Link(_("Eén blad over mij"), reverse("summary:compose")),
            Link(_("Je link")),
        ),
        "url": request.build_absolute_uri(reverse("summary:opened", args=[made.token])),
        "code": made.code,
        "whom": made.link.about["for"],
        "lasts": capital(links.lasts(own, made.link)),
    }


def _why(typed: Typed, error: DomainError | None) -> Choices:
    options = tuple(
        Option(words.path, in_words(words.choice), checked=words.path in typed.get(WHY, ()))
        for words in PURPOSES.values()
    )
    return Choices(WHY, _("Waarvoor?"), options, error=told(error))


def _running(own: Own, link: SecretLink) -> Running:
    parts = {grant.part for grant in grants_on(own.journey) if grant.party == link.party}
    titles = [in_words(kind.title) for kind in OF_PART.values() if kind.part in parts]
    wrong = _("Er zijn foute codes geprobeerd. Nog {over} keer, dan stopt de link.")
    return Running(
        id=link.id,
        whom=capital(link.about["for"]),
        what=listed(titles),
        lasts=capital(links.lasts(own, link)),
        tries=wrong.format(over=link.tries_left) if link.tries else "",
    )


def _signs(shown: Iterable[ShownPart]) -> int:
    return sum(
        len(card.title)
        + len(card.kicker)
        + sum(len(section.question) + len(section.text) for section in card.sections)
        + sum(len(fact.term) + len(fact.value) for fact in card.facts)
        for part in shown
        for card in part.cards
    )
