# SPDX-License-Identifier: EUPL-1.2
"""What stands in a letter: plain text, and the same as simple HTML. In the language of who gets it;
the subject says nothing that may not be read over a shoulder."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.parts.directory.joining.links import address_of
from ruimbaan.parts.directory.joining.models import MailLink
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.directory.store.reading import records_by_key


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str
    html: str


def letter_with(link: MailLink) -> Letter:
    """The letter that brings this link."""
    with translation.override(link.keeper.language):
        context = _context(link)
        return Letter(
            _subject(link),
            render_to_string("joining/mail/letter.txt", context).strip() + "\n",
            render_to_string("joining/mail/letter.html", context),
        )


def _subject(link: MailLink) -> str:
    match link.purpose:
        case Purpose.LIST:
            return _("Nog één tik, dan staan jullie op de Kaart")
        case Purpose.CONNECT:
            return _("Een voorstel om samen te werken")
    if link.keeper.reminders:
        return _("Klopt jullie plek op de Kaart nog?")
    return _("Jullie link voor de Kaart")


def _context(link: MailLink) -> dict[str, object]:
    """Names of places and roles only."""
    services = [link.keeper.service]
    if link.connection:
        services += [link.connection.sender, link.connection.receiver]
    names = names_of(services)
    return {
        "purpose": link.purpose,
        "name": names.get(link.keeper.service, ""),
        "reminders": link.keeper.reminders,
        "address": address_of(link),
        "until": link.expires_at,
        "connection": link.connection,
        "sender": names.get(link.connection.sender, "") if link.connection else "",
        "receiver": names.get(link.connection.receiver, "") if link.connection else "",
    }


def names_of(services: list[str]) -> dict[str, str]:
    """How these services (by id) are called, in the reader's language."""
    found: dict[str, str] = {}
    english = translation.get_language() == "en"
    for (_table, uid), record in records_by_key(("service", one) for one in services).items():
        name = profile_of(record).name
        found[uid] = name.in_language("en" if english else "nl") if name else record.text("name")
    return found
