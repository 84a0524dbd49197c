# SPDX-License-Identifier: EUPL-1.2
"""Letters about agreements, to who speaks for an organisation. Neutral: no name, no place, no word
about what was agreed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ruimbaan.parts.accounts.queries import addresses_in_roles
from ruimbaan.parts.discretion.agreeing.access import SPEAKS
from ruimbaan.parts.discretion.agreeing.models import Agreement, VersionRecord
from ruimbaan.parts.outbox.services import post

LANGUAGE = "nl"  # who gets a letter has not chosen a language yet


def asked(row: Agreement, version: VersionRecord, whom: Collection[UUID], at: datetime) -> None:
    """To the organisations that have yet to say yes."""
    with translation.override(LANGUAGE):
        lines = (_("Er staat een werkafspraak klaar."), _("Lees hem, en zeg ja of stel iets voor."))
        _post(row, version, "asked", whom, _("Er staat iets voor u klaar"), lines, at)


def holds(row: Agreement, version: VersionRecord, at: datetime) -> None:
    """To all of them: everybody said yes."""
    with translation.override(LANGUAGE):
        lines = (_("Een werkafspraak geldt vanaf nu."), _("U hoeft niets te doen."))
        _post(row, version, "holds", _all(version), _("Iedereen zei ja"), lines, at)


def ended(row: Agreement, version: VersionRecord, whom: Collection[UUID], at: datetime) -> None:
    """To all of them, also who was only asked for a next version: one of them ended it."""
    with translation.override(LANGUAGE):
        lines = (_("Een werkafspraak is gestopt."), _("Bespreek samen wat er nu nodig is."))
        _post(row, version, "ended", whom, _("Er is iets veranderd"), lines, at)


def draft_ended(
    row: Agreement, version: VersionRecord, whom: Collection[UUID], at: datetime
) -> None:
    """To all of them, also who is only in what holds: one of them did not want this version."""
    with translation.override(LANGUAGE):
        lines = (_("Een voorstel is gestopt."), _("Wat al gold, blijft gelden."))
        _post(row, version, "ended", whom, _("Er is iets veranderd"), lines, at)


def look_back(row: Agreement, version: VersionRecord, turn: int, at: datetime) -> int:
    """To all of them: it is time to look back. How many letters."""
    with translation.override(LANGUAGE):
        when = (
            _("Binnenkort kijkt u samen terug op een werkafspraak.")
            if turn == 1
            else _("Op een werkafspraak is nog niet teruggekeken.")
        )
        lines = (when, _("Tien minuten is genoeg: blijft hij, wordt hij anders, of stopt hij?"))
        whom = _all(version)
        return _post(row, version, f"review-{turn}", whom, _("Samen terugkijken"), lines, at)


def _all(version: VersionRecord) -> list[UUID]:
    return list(version.shares.values_list("organisation_id", flat=True))


def _post(
    row: Agreement,
    version: VersionRecord,
    what: str,
    whom: Collection[UUID],
    subject: str,
    lines: tuple[str, ...],
    at: datetime,
) -> int:
    link = f"{settings.SITE}{reverse('agreeing:one', args=[row.id])}"
    text = "\n\n".join((_("Hallo,"), *lines, link)) + "\n"
    to = addresses_in_roles(whom, SPEAKS, at)
    for number, address in enumerate(to):
        key = f"agreement:{version.id}:{what}:{number}"
        post(f"agreement.{what.partition('-')[0]}", address, subject, text, key=key, at=at)
    return len(to)
