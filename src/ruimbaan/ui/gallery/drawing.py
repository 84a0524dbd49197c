# SPDX-License-Identifier: EUPL-1.2
"""The two drawings of the gallery: a deadlock and a small route. Invented, like everything there."""

from __future__ import annotations

from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ruimbaan.ui.components import Table
from ruimbaan.ui.pictures.loop import LoopPicture, draw_loop
from ruimbaan.ui.pictures.palette import Payer
from ruimbaan.ui.pictures.route import draw
from ruimbaan.ui.pictures.route_model import (
    Flag,
    Lane,
    Leg,
    Link,
    Piece,
    PieceKind,
    RoutePicture,
    Without,
    WithoutRow,
)

TODAY = date(2026, 11, 23)
ADDRESS, MONEY, ROOM = date(2026, 12, 7), date(2027, 1, 4), date(2027, 4, 26)


def loop() -> SafeString:
    picture = LoopPicture(
        _("Drie dingen die op elkaar wachten"),
        _("Het adres wacht op de kamer, de kamer op geld, het geld op het adres."),
        (_("adres"), _("kamer"), _("geld")),
    )
    return _safe(draw_loop(picture))


def route() -> SafeString:
    picture = RoutePicture(
        _("Een route op een tijdlijn"),
        _("Eerst een briefadres, dan geld, dan een kamer."),
        TODAY,
        (_address(), _money(), _room()),
        links=(Link("address", "money", room=True), Link("money", "room")),
        without=_without(),
    )
    return _safe(draw(picture, "en" if get_language() == "en" else "nl"))


def route_table() -> Table:
    """The same facts as the drawing of the route."""
    return Table(
        _("De route als tabel"),
        (_("Stap"), _("Vraag aan op"), _("Wachten"), _("Begint op")),
        (
            (_("Briefadres"), _("23 november"), _("2 weken"), _("7 december")),
            (_("Uitkering"), _("7 december"), _("4 weken"), _("4 januari")),
            (_("Een eigen kamer"), _("4 januari"), _("16 weken"), _("26 april")),
        ),
    )


def _address() -> Lane:
    leg = Leg(
        "address",
        _("Briefadres"),
        _("de gemeente"),
        Payer.OTHER,
        _("gemeente"),
        asked=TODAY,
        starts=ADDRESS,
        ends=ADDRESS,
        wait=_("2 weken"),
        rings=(1,),
        thanks_to_room=True,
    )
    return Lane(_("Adres"), _("gemeente"), Payer.OTHER, (leg,))


def _money() -> Lane:
    leg = Leg(
        "money",
        _("Uitkering"),
        _("de gemeente"),
        Payer.BENEFIT,
        _("bijstand"),
        asked=ADDRESS,
        starts=MONEY,
        ends=None,
        wait=_("4 weken"),
    )
    return Lane(_("Geld"), _("bijstand"), Payer.BENEFIT, (leg,), (Flag(_("Geld"), MONEY),))


def _room() -> Lane:
    leg = Leg(
        "room",
        _("Een eigen kamer"),
        _("De Brugwachter"),
        Payer.MUNICIPAL_SUPPORT,
        _("gemeente"),
        asked=MONEY,
        starts=ROOM,
        ends=None,
        wait=_("16 weken"),
    )
    flag = Flag(_("Een deur"), ROOM)
    return Lane(_("Wonen"), _("gemeente"), Payer.MUNICIPAL_SUPPORT, (leg,), (flag,))


def _without() -> Without:
    gap = Piece(PieceKind.GAP, TODAY, None, _("de regels wachten op elkaar"))
    return Without(
        _("En zonder vrije ruimte?"), (WithoutRow(_("Een deur"), _("nodig 1 mei"), (gap,)),)
    )


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 -- our own drawing, which escapes its words
