# SPDX-License-Identifier: EUPL-1.2
"""Letters about accounts. Whoever looks along learns nothing: no name, no place, no subject."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ruimbaan.parts.outbox.services import post, withdraw

NOBODY = "nobody@example.invalid"
KEY = "sleutel"  # the name of the code in an address; what follows a question mark is not logged


def invite(to: str, code: str, ends: datetime, *, key: str, language: str, at: datetime) -> None:
    with translation.override(language):
        day = date_format(timezone.localtime(ends), "j F Y")
        text = "\n\n".join(
            (
                _("Hallo,"),
                _("Iemand nodigt je uit. Open deze link om te zien wat het is:"),
                address_of(code),
                _("De link werkt één keer, tot {day}.").format(day=day),
                _("Verwacht je niets? Doe dan niets, en gooi deze mail weg."),
            )
        )
        post(
            "accounts.invitation",
            to,
            _("Een uitnodiging voor jou"),
            text + "\n",
            key=f"accounts.invitation:{key}",
            at=at,
        )


def tell_of_recovery(to: str, *, done: bool, key: str, language: str, at: datetime) -> None:
    """`done`: the second worker confirmed, and every device was signed out. Without an address it is
    written and taken back at once: time must not tell a worker who has an account."""
    with translation.override(language):
        said = (
            _("Twee mensen hielpen om weer in te loggen. Al je apparaten zijn uitgelogd.")
            if done
            else _("Iemand vraagt om jou weer te laten inloggen, op een andere manier.")
        )
        text = "\n\n".join(
            (
                _("Hallo,"),
                said,
                _("Was jij dat? Dan hoef je niets te doen."),
                _(
                    "Was jij dat niet? Log in en kijk wie dit deed. Of ga langs op een plek die je vertrouwt."
                ),
                settings.SITE,
            )
        )
        whole_key = f"accounts.recovery:{key}:{'done' if done else 'asked'}"
        post(
            "accounts.recovery",
            to or NOBODY,
            _("Over het inloggen"),
            text + "\n",
            key=whole_key,
            at=at,
        )
        withdraw([f"{whole_key}:nobody" if to else whole_key])


def address_of(code: str) -> str:
    """The whole address, for a letter or a QR code; in the language that is spoken now."""
    return f"{settings.SITE}{reverse('accounts:invitation')}?{urlencode({KEY: code})}"
