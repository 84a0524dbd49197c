# SPDX-License-Identifier: EUPL-1.2
"""What the public pages show beside their own text: doors, numbers to call, the ladder."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan import __version__
from ruimbaan.ui.components import Ask, Door, Link, Rung, Table

Content = dict[str, object]


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number, or none: then the text, or a link, says where to find it."""

    title: str
    text: str
    number: str = ""
    link: Link | None = None

    @property
    def dial(self) -> str:
        return "tel:" + self.number.replace("-", "")


def home() -> Content:
    return {"doors": _doors(), "numbers": urgent_numbers()}


def help_now() -> Content:
    return {"numbers": urgent_numbers(), "others": other_numbers()}


def room() -> Content:
    return {"rungs": _rungs(), "example_url": reverse("routes:example")}


def about_source() -> Content:
    table = Table(
        _("Werk van anderen in deze site"),
        (_("Wat"), _("Waarvoor"), _("Licentie")),
        (
            ("Python, Django", _("de site zelf"), "PSF, BSD-3-Clause"),
            ("django-csp, WhiteNoise", _("veilige en snelle pagina's"), "BSD-3-Clause, MIT"),
            ("NL Design System", _("knoppen, formulieren en meldingen"), "EUPL-1.2"),
            ("Atkinson Hyperlegible Next", _("het lettertype"), "OFL-1.1"),
        ),
    )
    return {"version": __version__, "built_on": table}


def urgent_numbers() -> tuple[Number, ...]:
    return (
        Number(_("Gevaar, of iemand reageert niet"), _("Blijf erbij. Zeg waar je bent."), "112"),
        Number(_("Denk je aan zelfmoord?"), _("Dag en nacht. Het is gratis."), "113"),
        Number(_("Lukt 113 niet?"), _("Zelfde hulp, ander nummer. Ook gratis."), "0800-0113"),
    )


def other_numbers() -> tuple[Number, ...]:
    return (
        Number(
            _("Is het thuis niet veilig?"),
            _("Veilig Thuis geeft advies, dag en nacht. Het is gratis."),
            "0800-2000",
        ),
        Number(_("Je huisarts"), _("Bel je huisarts als het tot morgen kan wachten.")),
        Number(
            _("In de avond en het weekend"),
            _("De huisartsenpost helpt als je huisarts dicht is."),
        ),
        Number(
            _("Een bed voor vannacht"),
            _("Bel de opvang in jouw regio. Melden mag altijd."),
            # words and no region: this page stands also when the map does not
            link=Link(_("Zoek nachtopvang"), f"{reverse('directory:regions')}?zoek=nachtopvang"),
        ),
    )


def _doors() -> tuple[Door, ...]:
    return (
        Door(
            _("Wat kan ik doen?"),
            reverse("surroundings:ask"),
            "heart",
            _("Voor naasten, buren en wie ernaast staat."),
        ),
        Door(
            _("Een route als voorbeeld"),
            reverse("routes:example"),
            "route",
            _("Met dagen, en met wie ja kan zeggen."),
        ),
        Door(
            _("Regels in gewone taal"),
            reverse("rulebook:rules"),
            "paper",
            _("Wat wel kan, en wie ja mag zeggen."),
        ),
        Door(
            _("Wat is vrije ruimte?"),
            reverse("pages:room"),
            "room",
            _("Als een regel niet past bij jouw leven."),
        ),
        Door(
            _("Het Inspiratieboek"),
            reverse("storybook:book"),
            "paper",
            _("Drie verhalen, en wat je er morgen mee kunt."),
        ),
    )


def _rungs() -> tuple[Rung, ...]:
    return (
        Rung(
            1, _("Eerder beginnen"), _("Dezelfde stappen, maar eerder. Geen regel hoeft te wijken.")
        ),
        Rung(2, _("Een andere ingang"), _("Soms kom je er ook via een andere deur.")),
        Rung(
            3,
            _("Dit mag al"),
            _("De regel heeft zelf al een uitweg. Soms is die zelfs een plicht."),
            asks=(
                Ask(
                    _("Een adres voor je post"),
                    _("de gemeente, afdeling burgerzaken"),
                    say=_("Ik heb geen woonadres. Ik vraag een briefadres."),
                    why=_("Heb je geen huis? Dan moet de gemeente je toch inschrijven."),
                ),
            ),
        ),
        Rung(
            4,
            _("Ruimte vragen"),
            _("Iemand mag van de regel afwijken. Dat heet vrije ruimte."),
            state="room",
            asks=(
                Ask(
                    _("Een afspraak in plaats van een eis"),
                    _("de manager van de woonplek"),
                    say=_("Kunnen we een afspraak maken over gebruik, in plaats van een eis?"),
                    why=_("Sommige woonplekken vragen dat je eerst niet gebruikt."),
                ),
            ),
        ),
        Rung(5, _("De regel veranderen"), _("Helpt niets? Dan past de regel misschien zelf niet.")),
    )
