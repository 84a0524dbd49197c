# SPDX-License-Identifier: EUPL-1.2
"""Parts of life and who pays, in daily words, with the colour of the money."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.directory.metro.money import pots_of
from ruimbaan.core.directory.service import Service
from ruimbaan.ui.pictures.palette import Payer


def payer_of(service: Service) -> Payer:
    """The line of the metro map that it stands on: its first pot of money."""
    return Payer(pots_of(service)[0])


def payer_name(service: Service) -> str:
    """As in "zorgverzekering"; a frame that we have no word for, like the name of a law, is told as
    it is."""
    names = {
        Payer.HEALTH_INSURANCE: _("zorgverzekering"),
        Payer.MUNICIPAL_SUPPORT: _("gemeente (Wmo)"),
        Payer.BENEFIT: _("bijstand"),
        Payer.DEBT_HELP_OR_GRANT: _("schuldhulp of subsidie"),
        Payer.OWN_STRENGTH: _("eigen kracht"),
    }
    closer = {
        "huur": _("huur"),
        "huurcontract": _("huur"),
        "loon": _("loon"),
        "uren van de aanbieder": _("uren van de aanbieder"),
        "wet brp": _("gemeente"),
        "huisvestingsverordening": _("gemeente"),
    }
    known = closer.get(service.frame.casefold())
    return known or names.get(payer_of(service), service.frame)


def domain_names() -> dict[str, str]:
    """The parts of life, in the order of the lanes."""
    return {
        "MID": _("Behandeling"),
        "PSY": _("Behandeling"),
        "GEZ": _("Lijf"),
        "ADM": _("Adres"),
        "FIN": _("Geld"),
        "WON": _("Wonen"),
        "WRK": _("Mijn dagen"),
        "SOC": _("Mijn mensen"),
        "ZIN": _("Mijn mensen"),
        "GZN": _("Familie"),
        "JUS": _("Straf en vrijheid"),
    }


def lane_name(service: Service) -> str:
    """Without a domain, the payer is what holds steps together."""
    names = domain_names()
    return names.get(service.domain) or payer_name(service) or _("Andere stappen")


def lane_order(name: str) -> int:
    order = list(dict.fromkeys(domain_names().values()))
    return order.index(name) if name in order else len(order)
