# SPDX-License-Identifier: EUPL-1.2
"""Roles in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.trust.parties import Role


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
