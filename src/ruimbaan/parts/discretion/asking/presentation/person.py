# SPDX-License-Identifier: EUPL-1.2
"""The first page of room, for the person."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.discretion.asking import records
from ruimbaan.parts.discretion.asking.presentation.one import shown
from ruimbaan.parts.discretion.noting import offering, own_room
from ruimbaan.parts.discretion.noting.presentation.mine import held_lines, offer_lines, rights
from ruimbaan.parts.journey.services import Own
from ruimbaan.ui.components import Alert, Door, Link


def home_page(own: Own, notice: str) -> dict[str, object]:
    with own.open(Part.OWN) as opening:
        held = own_room.read(opening)
    told = tuple(shown(one, own.today, to_person=True) for one in records.about(own.journey))
    return {
        "crumbs": (_home(), Link(_("Wat mag ik?"))),
        "notice": _notice(notice),
        "proposed": tuple(one for one in told if one.proposed),
        "asked": tuple(one for one in told if not one.proposed),
        "offers": offer_lines(offering.offers_to(own.journey), own.today),
        "rights": rights(),
        "held": held_lines(held, own.today),
        "doors": _doors(),
    }


def one_crumbs() -> tuple[Link, ...]:
    return (_home(), Link(_("Wat mag ik?"), reverse("room_asking:mine")), Link(_("Vraag")))


def _home() -> Link:
    return Link(_("Mijn reis"), reverse("journey:home"))


def _doors() -> tuple[Door, ...]:
    return (
        Door(
            _("Vragen of iets anders mag"),
            reverse("room_asking:own-ask"),
            "speech",
            _("In drie zinnen, aan wie ja mag zeggen"),
        ),
        Door(
            _("Er was ruimte voor mij"),
            reverse("room_noting:own-note"),
            "flag",
            _("Schrijf het op, voor jezelf"),
        ),
        Door(
            _("Zonder naam vertellen wat het deed"),
            reverse("room_noting:own-pattern"),
            "people",
            _("Zo leren anderen ervan"),
        ),
    )


def _notice(word: str) -> Alert | None:
    """What was done just now; in the address stands only one of these words."""
    said = {
        "bewaard": _("Bewaard. Alleen jij ziet dit."),
        "weg": _("Gedaan. Het is weg."),
        "gegeven": _("Dank je. Niemand kan zien dat jij dit was."),
    }.get(word)
    return Alert(said, "ok") if said else None
