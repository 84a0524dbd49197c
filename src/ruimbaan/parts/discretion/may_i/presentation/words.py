# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of an answer: for a person (A2, "je") and for who works (B1, "u")."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.discretion.may_i.kinds import Accounting, Kind


def look(kind: Kind) -> str:
    """Amber is only for room; what is owed or free is green."""
    return {Kind.ASK: "room", Kind.OWN_ROOM: "room", Kind.LEGISLATOR: "fixed"}.get(kind, "ok")


def headline(kind: Kind, *, works: bool) -> str:
    match kind:
        case Kind.RIGHT:
            return _("Ja. Dit is een recht.") if works else _("Ja. Dit is je recht.")
        case Kind.DUTY:
            return _("Ja, en het moet.") if works else _("Ja. Zij moeten dit doen.")
        case Kind.NO_RULE:
            return _("Ja. Gewoon doen.")
        case Kind.OWN_ROOM:
            return _("Ja. Dit is uw eigen ruimte.") if works else _("Ja. Jij beslist dit.")
        case Kind.ASK:
            return _("Het kan. Vraag om een ja.")
        case Kind.LEGISLATOR:
            return _("Nee, deze wet ligt vast.")


def note(kind: Kind, *, works: bool) -> str:
    match kind:
        case Kind.RIGHT | Kind.DUTY:
            return _("Het is geen gunst. Niemand hoeft ruimte te geven.")
        case Kind.NO_RULE:
            return (
                _("We kennen geen regel die dit verbiedt. Vertel het een collega.")
                if works
                else _("We kennen geen regel die dit verbiedt.")
            )
        case Kind.OWN_ROOM if works:
            return _(
                "Hoort dit bij uw werk? Dan hoeft u niets te vragen. Anders beslist wie hieronder staat."
            )
        case Kind.OWN_ROOM:
            return _("Zeg zelf wat je wilt. Je mag ook nee zeggen.")
        case Kind.ASK:
            return _("Iemand anders mag ja zeggen. Dat heet vrije ruimte.")
        case Kind.LEGISLATOR:
            return _("Niemand aan het loket kan dit veranderen.")


def leave(*, works: bool) -> str:
    if works:
        return _("De ruimte is hier: iets laten. Daar hoort geen formulier bij.")
    return _("De ruimte is hier: iets niet doen. Geen straf, geen formulier.")


def who_label(kind: Kind, *, works: bool) -> str:
    match kind:
        case Kind.RIGHT | Kind.DUTY:
            return _("Wie doet dit?")
        case Kind.OWN_ROOM if works:
            return _("Wie mag dit beslissen?")
        case _other:
            return _("Ja zeggen kan:")


def account(accounting: Accounting) -> str:
    return {
        Accounting.DECISION: _("Een besluit met de reden en het artikel. Dat is genoeg."),
        Accounting.EMAIL: _("Een mail met reden, bedrag en einddatum. Dat is genoeg."),
        Accounting.TEAM: _("Eén regel in het teamverslag. Dat is genoeg."),
        Accounting.NOTHING: _("Niets op papier. Vertel het een collega."),
    }[accounting]
