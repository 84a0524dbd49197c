# SPDX-License-Identifier: EUPL-1.2
"""Letters about requests for room. Whoever looks along learns nothing: no name, no rule, no room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import addresses_of
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.outbox.services import post, withdraw
from ruimbaan.parts.trust.queries import owner_of

LANGUAGE = "nl"  # who gets a letter has not chosen a language yet
KIND = "question"


def ask(found: Found, at: datetime, what: str = "ask") -> None:
    """To who may say yes now. `what` tells a first letter from a reminder."""
    with translation.override(LANGUAGE):
        lines = (
            _("Er staat een vraag voor u klaar."),
            _("Lezen en antwoorden kost één minuut. U hebt geen account nodig."),
            _by(found.kept.request.answer_by),
        )
        link = link_address(found.kept.token)
        _post(found.id, what, (found.kept.asked_of,), _("Een vraag voor u"), (*lines, link), at)


def answered(found: Found, at: datetime) -> None:
    """To who asked, to the person, and to who answered: that it is kept, and how to come back on it."""
    with translation.override(LANGUAGE):
        news = (_("Er is antwoord op een vraag."), _("Bekijk het als u daar tijd voor hebt."))
        link = _whole(reverse("room_asking:asked"))
        if not found.kept.own:
            _post(found.id, "answer", _asker(found, at), _("Er is antwoord"), (*news, link), at)
        _to_person(found, "news", at)
        if found.kept.token:
            lines = (
                _("Uw antwoord is bewaard. U hoeft niets meer te doen."),
                _("Kunt u er toch niet bij blijven? Neem het dan hier terug, met een reden."),
                link_address(found.kept.token),
            )
            _post(found.id, "kept", (found.kept.asked_of,), _("Bewaard"), lines, at)


def proposed(found: Found, at: datetime) -> None:
    """To the person: somebody wants to ask something, and waits for a yes."""
    with translation.override(LANGUAGE):
        _to_person(found, "proposed", at)


def changed(found: Found, what: str, at: datetime) -> None:
    """To who asked and the person: something changed that they did not do themselves."""
    with translation.override(LANGUAGE):
        lines = (_("Er is iets veranderd aan een vraag."), _whole(reverse("room_asking:asked")))
        if not found.kept.own:
            _post(found.id, what, _asker(found, at), _("Er is iets veranderd"), lines, at)
        _to_person(found, f"{what}-person", at)


def withdrawn(found: Found, at: datetime) -> None:
    with translation.override(LANGUAGE):
        lines = (_("Een vraag aan u is ingetrokken."), _("U hoeft niets te doen."))
        to = (found.kept.asked_of,)
        _post(found.id, "withdrawn", to, _("Er is iets veranderd"), lines, at)


def stop(found: Found) -> None:
    """What did not leave yet does not leave any more."""
    withdraw(f"{KIND}:{found.id}:{what}:0" for what in ("ask", "again", "deputy", "deputy-again"))


def link_address(token: str) -> str:
    return f"{settings.SITE}{reverse('room_asking:link', args=[token])}"


def _to_person(found: Found, what: str, at: datetime) -> None:
    owner = owner_of(found.kept.journey) if found.kept.journey else None
    if owner is None:
        return
    to = addresses_of([Party(PartyKind.ACCOUNT, owner)], at)
    lines = (
        _("Er staat een bericht voor je klaar."),
        _("Open het als je alleen bent."),
        _whole(reverse("room_asking:mine")),
    )
    _post(found.id, what, to, _("Er is iets nieuws voor je"), lines, at)


def _asker(found: Found, at: datetime) -> tuple[str, ...]:
    return addresses_of([Party(PartyKind.ACCOUNT, found.kept.account)], at)


def _post(
    request: UUID, what: str, to: Iterable[str], subject: str, lines: Iterable[str], at: datetime
) -> None:
    text = "\n\n".join((_("Hallo,"), *lines)) + "\n"
    for number, address in enumerate(one for one in to if one):
        post(KIND, address, subject, text, key=f"{KIND}:{request}:{what}:{number}", at=at)


def _by(day: date) -> str:
    return _("Antwoord graag uiterlijk {day}.").format(day=date_format(day, "j F Y"))


def _whole(path: str) -> str:
    return f"{settings.SITE}{path}"
