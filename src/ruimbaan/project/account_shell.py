# SPDX-License-Identifier: EUPL-1.2
"""What stands around a signed-in page: the menu of its place, and where else this account may go.

A part adds its page to a menu with one line here.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Role
from ruimbaan.parts.accounts.signing_in.guarding import SignedIn, place_of
from ruimbaan.parts.journey.close_one.presentation import is_close_one
from ruimbaan.parts.journey.offline.cookie import token_of
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.ui.account import AccountShell, MenuItem, Place
from ruimbaan.ui.addresses import address
from ruimbaan.ui.components import Link

PLACES: dict[str, Place] = {"mijn": "mine", "werk": "work", "beheer": "office"}  # the rest: by role


def account(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Nothing is looked up until a template asks for it, so that a public page
    never touches a session."""
    return {"account": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> AccountShell | None:
    signed_in: SignedIn | None = getattr(request, "signed_in", None)
    if signed_in is None:
        return None
    place = PLACES.get(place_of(request.path_info), "work" if signed_in.works else "mine")
    menu = {"mine": _mine, "work": _work, "office": _office}[place](request, signed_in)
    return AccountShell(
        place=place,
        called=request.user.get_short_name(),  # type: ignore[union-attr]
        home_url=menu[0].url,
        menu=menu,
        elsewhere=_elsewhere(request, place, signed_in),
        sign_out_url=address("signing_in:out"),
        stay_url=address("signing_in:stay"),
        closes=signed_in.closes,
        seconds=round((signed_in.closes - signed_in.now).total_seconds()),
        offline=bool(token_of(request)),
    )


def _item(request: HttpRequest, text: str, name: str, icon: str, *inside: str) -> MenuItem:
    url = address(name, *inside)
    return MenuItem(text, url, icon, current=url == request.path)


def _mine(request: HttpRequest, signed_in: SignedIn) -> tuple[MenuItem, ...]:
    if file_of(signed_in.account) is None and is_close_one(signed_in.account):
        return _beside_somebody(request)
    return (
        _item(request, _("Mijn pagina"), "journey:home", "home"),
        _item(request, _("Ik nu"), "journey:now", "sun"),
        _item(request, _("Mensen"), "journey:part", "people", "mensen"),
        _item(request, _("Hulp nu"), "pages:help_now", "phone"),
    )


def _beside_somebody(request: HttpRequest) -> tuple[MenuItem, ...]:
    """Of a close one who has no file."""
    return (
        _item(request, _("Mijn pagina"), "journey:with-me", "home"),
        _item(request, _("Steun"), "close_one:support", "heart"),
        _item(request, _("Notities"), "close_one:notes", "paper"),
        _item(request, _("Hulp nu"), "pages:help_now", "phone"),
    )


def _work(request: HttpRequest, signed_in: SignedIn) -> tuple[MenuItem, ...]:
    """A role that sees nothing of people has no door to it."""
    handed = _item(request, _("Overdrachten"), "handoff:inbox", "arrow")
    shown = _item(request, _("Met mij gedeeld"), "journey:with-me", "people")
    kept = _item(request, _("Kaart bijhouden"), "upkeep:regions", "tick")
    whole = _item(request, _("Regie"), "insight:regions", "route")
    return (
        _item(request, _("Mijn werk"), "signing_in:work", "home"),
        *((whole,) if Role.STEWARD in signed_in.roles else ()),
        *((handed, shown) if signed_in.roles & MAY_BE_SHOWN else ()),
        *((kept,) if signed_in.roles & {Role.STEWARD, Role.EDITOR} else ()),
        _item(request, _("Kaart"), "network:maps", "route"),
        _item(request, _("Regels"), "rulebook:rules", "paper"),
    )


def _office(request: HttpRequest, _signed_in: SignedIn) -> tuple[MenuItem, ...]:
    return (
        _item(request, _("Mijn werk"), "signing_in:work", "home"),
        _item(request, _("Beheer"), "accounts:office", "people"),
    )


def _elsewhere(request: HttpRequest, place: Place, signed_in: SignedIn) -> tuple[Link, ...]:
    def link(text: str, name: str) -> Link:
        url = address(name)
        return Link(text, url, current=url == request.path)

    links = []
    if place != "mine":
        links.append(link(_("Mijn pagina"), "journey:home"))
    elif signed_in.works:
        links.append(link(_("Mijn werk"), "signing_in:work"))
    return (
        *links,
        link(_("Hoe ik inlog"), "signing_in:ways"),
        link(_("Apparaten"), "signing_in:devices"),
    )
