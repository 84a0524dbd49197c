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
from ruimbaan.parts.discretion.services import to_look_back_on
from ruimbaan.parts.handoff.queries import today_of
from ruimbaan.ui.components import Door


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    doors = (
        *_own_doors(actor, now),
        Door(_("Werkafspraken"), reverse("agreeing:mine"), "tick", _("En de ruimte van uw team")),
        Door(
            _("Waar het wringt"),
            reverse("frictions:mine"),
            "people",
            _("Samen bekijken en besluiten"),
        ),
        Door(_("Kaart van de regio"), reverse("network:maps"), "route"),
        Door(_("Regels en ruimte"), reverse("rulebook:rules"), "paper"),
        Door(
            _("Hoe ik inlog"), reverse("signing_in:ways"), "lock", _("Sleutel, code en apparaten")
        ),
    )
    with_people = any(one.role in MAY_BE_SHOWN and one.in_force(now) for one in actor.memberships)
    page = {
        "doors": doors,
        "day": timezone.localdate(now),
        "today": today_of(actor, now) if with_people else None,
        "look_back": to_look_back_on(actor.account, now) if with_people and actor.account else (),
    }
    return render(request, "signing_in/work.html", page)


def _own_doors(actor: Actor, now: datetime) -> tuple[Door, ...]:
    """What only some roles can do."""
    roles = {one.role for one in actor.memberships if one.in_force(now)}
    doors: tuple[Door, ...] = ()
    if Role.ADMINISTRATOR in roles:
        office = reverse("accounts:office")
        doors += (Door(_("Beheer"), office, "people", _("Organisaties, rollen, uitnodigingen")),)
    if Role.STEWARD in roles:
        whole = reverse("insight:regions")
        doors += (
            Door(_("De regio in één beeld"), whole, "route", _("Waar het stokt, wat goed gaat")),
        )
    if roles & {Role.STEWARD, Role.EDITOR}:
        kept = reverse("upkeep:regions")
        doors += (Door(_("Kaart bijhouden"), kept, "tick", _("Nakijken, dubbel, geweigerd")),)
    if Role.EDITOR in roles:
        desk = reverse("story_desk:stories")
        doors += (Door(_("Verhalen"), desk, "paper", _("Van een gever naar een boek")),)
    if Role.EXPERIENCE_EXPERT in roles:
        guesses = reverse("story_desk:guesses")
        doors += (Door(_("Meelezen"), guesses, "paper", _("Kunt u raden wie het is?")),)
    if roles & MAY_BE_SHOWN:
        start, recovery = reverse("accounts:start-code"), reverse("accounts:recovery")
        together = reverse("starting:together")
        doors += (
            Door(_("Samen beginnen"), together, "person", _("Op één scherm, bij u blijft niets")),
            Door(_("Een startcode voor iemand"), start, "paper", _("Op papier, zonder naam")),
            Door(_("Iemand weer laten inloggen"), recovery, "key", _("Met twee collega's")),
            Door(_("Ruimte vragen"), reverse("room_asking:asked"), "speech", _("In drie zinnen")),
            Door(_("Mijn notities"), reverse("room_noting:notes"), "lock", _("Alleen voor u")),
        )
    return doors
