# SPDX-License-Identifier: EUPL-1.2
"""Where each begins after signing in."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Actor, Role
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.ui.components import Door


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    doors = (
        *_own_doors(actor_of(request), timezone.now()),
        Door(_("Kaart van de regio"), reverse("network:maps"), "route"),
        Door(_("Regels en ruimte"), reverse("rulebook:rules"), "paper"),
        Door(
            _("Hoe ik inlog"), reverse("signing_in:ways"), "lock", _("Sleutel, code en apparaten")
        ),
    )
    return render(request, "signing_in/work.html", {"doors": doors})


def _own_doors(actor: Actor, now: datetime) -> tuple[Door, ...]:
    """What only some roles can do."""
    roles = {one.role for one in actor.memberships if one.in_force(now)}
    doors: tuple[Door, ...] = ()
    if Role.ADMINISTRATOR in roles:
        office = reverse("accounts:office")
        doors += (Door(_("Beheer"), office, "people", _("Organisaties, rollen, uitnodigingen")),)
    if roles & MAY_BE_SHOWN:
        start, recovery = reverse("accounts:start-code"), reverse("accounts:recovery")
        doors += (
            Door(_("Een startcode voor iemand"), start, "paper", _("Op papier, zonder naam")),
            Door(_("Iemand weer laten inloggen"), recovery, "key", _("Met twee collega's")),
        )
    return doors
