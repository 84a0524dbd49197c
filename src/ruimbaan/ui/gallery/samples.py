# SPDX-License-Identifier: EUPL-1.2
"""One invented value for every component in every state. The people and places do not exist."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from ruimbaan.ui.components import (
    Alert,
    Answer,
    Ask,
    Button,
    Choices,
    Deadlock,
    Door,
    Fact,
    KeyMessage,
    Link,
    Option,
    Rung,
    Table,
    Tag,
    TimelineStep,
    Way,
    WayOut,
    Weighed,
)
from ruimbaan.ui.gallery import drawing

HERE = "#top"


def crumbs() -> tuple[Link, ...]:
    return (Link(_("Begin"), HERE), Link(_("Je antwoorden"), HERE), Link(_("Jouw routes")))


def tags() -> tuple[Tag, ...]:
    return (
        Tag(_("Voorbeeld: Karim (23), Grachtstad")),
        Tag(_("Ruimte vragen: niet nodig"), "ok"),
        Tag(_("Ruimte vragen: 1 keer"), "room"),
        Tag(_("Dit mag al"), "main"),
        Tag(_("8 weken wachten"), "wait"),
    )


def buttons() -> tuple[Button, ...]:
    return (
        Button(_("Zoek mijn route"), HERE, "primary"),
        Button(_("Ik ben erbij"), HERE),
        Button(_("Het lukt me niet"), HERE),
    )


def key_message() -> KeyMessage:
    return KeyMessage(
        _("Begin eerder. Dan hoeft geen regel te wijken."),
        _("Meld je nu al bij de gemeente voor hulp thuis. Doe het uiterlijk op 13 maart."),
        weighed=(
            Weighed(_("Gaat het zoals meestal?"), _("Een gat van 14 dagen")),
            Weighed(_("Meld je je op tijd?"), _("Geen gat"), _("Hulp thuis is er op 15 mei.")),
        ),
        buttons=(Button(_("Print mijn route"), HERE), Button(_("Bekijk als tabel"), HERE)),
    )


def deadlock() -> Deadlock:
    return Deadlock(
        _("De klem"),
        (_("Geen adres zonder kamer."), _("Geen kamer zonder geld."), _("Geen geld zonder adres.")),
        ways_out=(
            WayOut(_("Eén stap maakt dit los: een briefadres."), _("De gemeente moet dit geven.")),
        ),
        picture=drawing.loop(),
    )


def small_deadlocks() -> tuple[Deadlock, ...]:
    return (
        Deadlock(
            _("Hulp voor allebei"),
            (_("De één zegt: eerst stoppen."), _("De ander zegt: eerst je hoofd.")),
            ways_out=(WayOut(_("Vraag om één gesprek met beide plekken samen.")),),
        ),
        Deadlock(
            _("Een plek en stoppen"),
            (_("Geen plek zolang je gebruikt."), _("Niet stoppen zonder plek.")),
            ways_out=(WayOut(_("Vraag om een afspraak over gebruik.")),),
        ),
    )


def ways() -> tuple[Way, ...]:
    tonight, room, not_yet = _("Slapen"), _("Kamer"), _("nog niet")
    return (
        Way(
            _("Alleen je rechten gebruiken"),
            HERE,
            Tag(_("Ruimte vragen: niet nodig"), "ok"),
            (Fact(tonight, _("vandaag")), Fact(room, not_yet, missing=True)),
            _("Je wijst drie keer aan wat al moet of mag."),
        ),
        Way(
            _("Ook een eigen deur"),
            HERE,
            Tag(_("Ruimte vragen: 1 keer"), "room"),
            (Fact(tonight, _("vandaag")), Fact(room, _("rond 26 april"))),
            _("Aan: de manager van de woonplek."),
            current=True,
        ),
    )


def rungs() -> tuple[Rung, ...]:
    return (
        Rung(
            1,
            _("Eerder beginnen"),
            _("Dezelfde stappen, maar eerder. Geen regel hoeft te wijken."),
            asks=(
                Ask(
                    _("Vraag de kamer nu al aan"),
                    _("je straatwerker of behandelaar"),
                    say=_("Ik wil mij nu al melden."),
                    gain=_("Je kamer komt dan 44 dagen eerder."),
                ),
            ),
        ),
        Rung(2, _("Een andere ingang"), _("Hier niet nodig."), state="empty"),
        Rung(
            4,
            _("Ruimte vragen"),
            _("Iemand mag van de regel afwijken. Dat heet vrije ruimte."),
            state="room",
            asks=(
                Ask(
                    _("Je bed blijft, ook tijdens de opname"),
                    _("de coördinator van de opvang"),
                    say=_("Ik ga twee weken weg om te stoppen. Blijft mijn bed van mij?"),
                    why=_("De opvang maakte deze regel zelf."),
                    gain=_("Dat scheelt 70 dagen: 1 maart, niet 10 mei."),
                    number=5,
                ),
            ),
        ),
    )


def timeline() -> tuple[TimelineStep, ...]:
    return (
        TimelineStep("done", _("Kliniek"), _("vanaf 3 maart"), _("Tot 12 mei ben je hier.")),
        TimelineStep("now", _("Kennismaken"), _("vandaag"), _("Karin haalt je op.")),
        TimelineStep("room", _("Een kamer"), _("13 mei"), _("Farida zei ja."), sign="5"),
        TimelineStep(
            "wait",
            _("De gemeente laat je 6 weken wachten"),
            _("tot 23 juni"),
            tag=Tag(_("Bellen mag vanaf 1 juni"), "wait"),
        ),
        TimelineStep("gap", _("Een gat van 14 dagen"), text=_("Niemand heeft dit geregeld.")),
        TimelineStep("later", _("Leren koken"), _("rond 1 juli")),
        TimelineStep("goal", _("Een deur die van mij is"), _("rond 10 juli")),
    )


def table() -> Table:
    return Table(
        _("Wanneer komt wat?"),
        (_("Wat je wilt"), _("Nodig op"), _("Zoals meestal"), _("De hele weg")),
        (
            (_("Een plek om te slapen"), _("24 november"), _("lukt niet"), _("23 november")),
            (_("Elke maand geld"), _("23 december"), _("lukt niet"), _("10 december")),
        ),
    )


def contrasts() -> Table:
    """Of the colours that this site uses now."""
    return Table(
        _("Hoeveel kleuren verschillen die bij elkaar staan"),
        (_("Kleuren"), _("Verschil"), _("Minstens")),
        tuple(
            (f"{one.front} / {one.ground}", f"{one.contrast:.1f}", f"{one.least:g}")
            for one in settings.THEME.pairs
        ),
    )


def choices() -> tuple[Choices, ...]:
    return (
        Choices(
            "sleep",
            _("Waar slaap je vannacht?"),
            (
                Option("own", _("In mijn eigen huis")),
                Option(
                    "friend", _("Bij iemand anders"), _("Ook als het maar even is."), checked=True
                ),
                Option("none", _("Dat weet ik niet")),
            ),
            help=_("Kies wat nu klopt."),
        ),
        Choices(
            "wishes",
            _("Wat wil je bereiken?"),
            (
                Option("door", _("Een deur die van mij is"), checked=True),
                Option("money", _("Elke maand geld"), checked=True),
                Option("rest", _("Rust in mijn hoofd")),
            ),
            error=_("Kies hoogstens één wens. De andere bewaar je voor later."),
            many=True,
        ),
    )


def answers() -> tuple[Answer, ...]:
    return (
        Answer(_("Waar slaap je vannacht?"), _("Bij iemand anders"), HERE),
        Answer(_("Wat wil je bereiken?"), _("Een deur die van mij is"), HERE),
    )


def alerts() -> tuple[Alert, ...]:
    return (
        Alert(_("Er is nog niets bewaard.")),
        Alert(_("Het is bewaard."), "ok"),
        Alert(_("Deze datum is bijna voorbij."), "warning"),
        Alert(_("Dit is niet bewaard. We proberen het zo weer."), "error"),
    )


def errors() -> tuple[Link, ...]:
    return (Link(_("Kies hoogstens één wens. De andere bewaar je voor later."), "#wishes"),)


def doors() -> tuple[Door, ...]:
    return (
        Door(_("Ik zoek een weg"), HERE, "route"),
        Door(_("Ik ken iemand"), HERE, "heart", _("Wat kan ik deze week doen?")),
    )
