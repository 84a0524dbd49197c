# SPDX-License-Identifier: EUPL-1.2
"""What stands in a letter: plain text, and the same as simple HTML. In the language of who gets it;
the subject says nothing that may not be read over a shoulder."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.parts.directory.joining.links import address_of
from ruimbaan.parts.directory.joining.models import Letter, MailLink
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.directory.store.reading import records_by_key


def message_of(letter: Letter) -> EmailMultiAlternatives:
    """The letter, ready to be sent."""
    link = letter.link
    with translation.override(link.keeper.language):
        context = _context(link)
        message = EmailMultiAlternatives(
            subject=_subject(link),
            body=render_to_string("joining/mail/letter.txt", context).strip() + "\n",
            to=[link.keeper.address],
            headers={"Auto-Submitted": "auto-generated"},
        )
        message.attach_alternative(
            render_to_string("joining/mail/letter.html", context), "text/html"
        )
    return message


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
