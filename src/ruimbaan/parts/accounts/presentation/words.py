# SPDX-License-Identifier: EUPL-1.2
"""Roles, and ways to sign in, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.trust.parties import Role
from ruimbaan.core.trust.recovery import State
from ruimbaan.parts.accounts.signing_in.how import How


def role_name(role: Role) -> str:
    return {
        Role.WORKER: _("hulpverlener"),
        Role.EXPERIENCE_EXPERT: _("ervaringsdeskundige"),
        Role.STEWARD: _("regisseur"),
        Role.EDITOR: _("redacteur"),
        Role.ADMINISTRATOR: _("beheerder"),
    }[role]


def role_does(role: Role) -> str:
    return {
        Role.WORKER: _("Ziet wat mensen zelf laten zien."),
        Role.EXPERIENCE_EXPERT: _("Loopt mee, en ziet wat mensen zelf laten zien."),
        Role.STEWARD: _("Ziet hoe het in de regio loopt. Ziet niets van mensen."),
        Role.EDITOR: _("Houdt kaart en teksten bij. Ziet niets van mensen."),
        Role.ADMINISTRATOR: _("Regelt wie waar werkt. Ziet niets van mensen."),
    }[role]


def way_name(kind: str) -> str:
    """Of something to sign in with; itself for a kind of which we know no word."""
    return {
        "webauthn": _("Sleutel op een apparaat"),
        "totp": _("App met codes"),
        "recovery_codes": _("Noodcodes"),
        "paper_code": _("Code op papier"),
        "other_site": _("Inlog van een organisatie"),
    }.get(kind, kind)


def how_name(how: str) -> str:
    """How a session began; empty when that is not known."""
    return {
        How.PASSKEY: _("Sleutel op een apparaat"),
        How.PASSWORD: _("Wachtwoord"),
        How.MAILED_CODE: _("Code in je mail"),
        How.PAPER_CODE: _("Code op papier"),
        How.NEW: _("Nieuw account"),
        How.OTHER_SITE: _("Inlog van een organisatie"),
        How.IN_PERSON: _("Twee mensen hielpen je"),
        How.DEMO: _("Verzonnen persoon"),
        "": "",
    }[how]


def recovery_state(state: State) -> str:
    return {
        State.ASKED: _("Gevraagd"),
        State.CONFIRMED: _("Twee mensen zeiden ja"),
        State.USED: _("Gelukt"),
        State.STOPPED: _("Gestopt"),
        State.RUN_OUT: _("Voorbij"),
    }[state]
