# SPDX-License-Identifier: EUPL-1.2
"""Het verhaal van Sterre, wat daarna komt: de brug, de terugval en wat zij daarvan vertelt, de stilte
van het loket, de begeleiding thuis, en haar zoon in het weekend."""

from __future__ import annotations

import re

from tests.e2e.sterre_scenes import SCENES, Story, scene
from tests.e2e.story_people import FOR_ME
from tests.journeys import Event

__all__ = ["SCENES"]


@scene("20")
def _(s: Story, e: Event) -> None:
    """De brug: elke dag bellen met Noor. Zij mag de noodkaart zien, voor als het niet goed gaat."""
    s.writes("noodkaart", "noodkaart", helps="Bel Noor. Neem de hond mee naar buiten.")
    s.shows(s.noor, "emergency_card", why="nood")
    s.stage.shows(s.noor, "noodkaart")
    s.everybody_sees_what_they_should()


@scene("21")
def _(s: Story, e: Event) -> None:
    """Een terugval van twee dagen. Dat blijft van Sterre: bij niemand verandert één woord."""
    before = _what_noor_sees(s)
    s.sterre.opens(FOR_ME).picks("soort", "Ik heb een moeilijke periode").fills(
        woorden="Twee dagen, bij de rivier."
    )
    s.sterre.presses("Bewaar, alleen voor mij").reads("Je plek op de route blijft.")
    s.stage.marks["terugval"] = "Twee dagen, bij de rivier."
    s.everybody_sees_what_they_should()
    assert _what_noor_sees(s) == before


@scene("22")
def _(s: Story, e: Event) -> None:
    """Ze leest wat haar plek beschermt, en kiest zelf: Joke mag het weten, alleen vandaag. De plek
    blijft staan."""
    s.sterre.opens(FOR_ME).reads(
        "Kunnen we een afspraak maken over gebruik, in plaats van een eis?"
    )
    assert s.sterre.main.locator(f"a[href*='{e.rule}']").count()
    s.gets_to_know(s.joke, "De Kribbe")
    s.writes(
        "verhaal", "verteld", words="Ik viel twee dagen. Ik belde zelf. Mag mijn plek blijven?"
    )
    s.shows(s.joke, "story", until="vandaag")
    s.stage.shows(s.joke, "verteld")
    s.everybody_sees_what_they_should()
    s.reads_at(s.day_treatment).reads("zegt ja")
    s.sterre.opens(FOR_ME).presses("Ik ga weer verder")
    s.sterre.opens("/mijn/route").reads("Wachten: Deeltijdbehandeling")


@scene("23")
def _(s: Story, e: Event) -> None:
    """Een oproep die niet kan. Oma leest mee. Joke leest het verhaal van die ene dag niet meer."""
    s.stage.hides(s.joke, "verteld")
    s.writes("afspraken", "oproep", what="Oproep werkfit", day=s.date(95))
    s.stage.shows(s.oma, "oproep")
    s.everybody_sees_what_they_should()
    s.noor.opens("/werk").reads("Bruggen die binnenkort aflopen")


@scene("24")
def _(s: Story, e: Event) -> None:
    """De oproep vervalt: het herstelplan telt. Weg ermee, en dan ook bij oma."""
    s.sterre.opens("/mijn/afspraken")
    s.sterre.main.get_by_role("link", name=re.compile("Haal weg.*Oproep werkfit")).click()
    s.sterre.main.get_by_role("button").first.click()
    s.stage.hides(s.oma, "oproep")
    s.everybody_sees_what_they_should()


@scene("25")
def _(s: Story, e: Event) -> None:
    """De deeltijd begint. Sterre en Joke ontmoeten elkaar; de brug is klaar."""
    s.says("Deeltijdbehandeling", "began")
    s.reads_at(s.day_treatment).presses("We hebben elkaar ontmoet").reads("is er nu voor je")
    s.noor.opens("/werk").reads_nothing_of("U bent er tot de kennismaking")


@scene("26")
def _(s: Story, e: Event) -> None:
    """Oma begint in de naastengroep. Sterre leest dat oma keek; wat zij zag, had zij gekozen."""
    s.sterre.opens("/mijn/wie-keek").reads("Oma Riet")
    s.oma.is_refused(f"/gedeeld/{s.file}/steun")


@scene("27")
def _(s: Story, e: Event) -> None:
    """De melding bij de gemeente. Sterre doet het zelf; Noor is genoemd voor als het stil blijft. De
    route die Noor drie maanden mocht zien, is vanzelf dicht; wat De Kribbe kreeg, nog niet."""
    s.stage.hides(s.noor, "route")
    s.says("Melden voor hulp thuis", "done")
    s.enquiry, s.enquiry_link = s.asks_by_link(
        "melding",
        "Hulp thuis",
        "Ik wil een gesprek over hulp thuis.",
        kind="wmo-enquiry",
        named="Bram",
        place="Gemeente, loket Wmo",
    )
    s.everybody_sees_what_they_should()


@scene("28")
def _(s: Story, e: Event) -> None:
    """Het bleef stil. Noor werd gebeld, zonder één woord van de vraag te zien. Op de laatste dag die de
    wet geeft, komt het antwoord."""
    assert e.waits_since is not None
    assert s.enquiry_link is not None
    s.it_is_day(e.waits_since + 14)
    s.reads_at(s.enquiry).reads("antwoordt nog niet. Dat ligt niet aan jou.")
    s.noor.opens("/werk").reads("U bent genoemd")
    s.stage.hides(s.oma, "afspraak", "detox")
    s.everybody_sees_what_they_should()
    s.it_is_day(e.day)
    s.enquiry_link.opens().fills(dag=s.date(164)).presses("Ja, wij ontvangen deze persoon")
    s.says("Onderzoek naar hulp thuis", "done")


@scene("29")
def _(s: Story, e: Event) -> None:
    """Het onderzoek is besproken. Nu de aanvraag."""
    s.reads_at(s.enquiry).presses("We hebben elkaar ontmoet")
    s.says("Aanvraag en besluit over hulp thuis", "asked")


@scene("30")
def _(s: Story, e: Event) -> None:
    """De deeltijd eindigt, en de begeleiding is er nog niet. Dit is het gat."""
    assert e.status == "wacht"
    s.says("Deeltijdbehandeling", "done")


@scene("31")
def _(s: Story, e: Event) -> None:
    """Noor blijft nog vier weken. Sterre laat haar route opnieuw zien, en vraagt de aanbieder alvast."""
    s.shows(s.noor, "route", until="maand")
    s.support, s.support_link = s.asks_by_link(
        "begeleiding",
        "Begeleiding thuis",
        "Wie komt er, en wanneer?",
        kind="support",
        stays="Bram",
        parts=("wishes",),
        place="Begeleiding aan Huis",
    )
    s.stage.hides(s.noor, "wens", "noodkaart", "deeltijd")
    s.stage.hides(s.joke, "wens", "deeltijd")
    s.stage.shows(s.noor, "route", "begeleiding")
    s.everybody_sees_what_they_should()


@scene("32")
def _(s: Story, e: Event) -> None:
    """De beschikking. De begeleider heeft geen account: zonder de gesproken code staat er niets."""
    s.says("Aanvraag en besluit over hulp thuis", "done")
    assert s.support_link is not None
    right, s.support_link.code = s.support_link.code, "000000"
    s.support_link.opens().reads_nothing_of("Wie komt er", "Sterre", "pannenkoeken")
    s.support_link.code = right
    s.support_link.opens().reads("Wie komt er, en wanneer?", "Zondag pannenkoeken bakken met Daan.")
    s.support_link.reader.reads_nothing_of(s.stage.marks["terugval"], s.stage.marks["notitie"])
    s.support_link.reader.fills(dag=s.date(183)).presses("Ja, wij ontvangen deze persoon")
    assert s.support_link.reader.page.context.cookies() == []


@scene("33")
def _(s: Story, e: Event) -> None:
    """De begeleiding start. Pas als Sterre zegt dat ze elkaar ontmoetten, mag Noor loslaten."""
    s.reads_at(s.support).reads("Bram van De Kribbe blijft, tot jullie elkaar hebben ontmoet.")
    s.sterre.presses("We hebben elkaar ontmoet").reads("is er nu voor je")
    s.stage.hides(s.noor, "begeleiding")
    s.says("Begeleiding thuis", "began")


@scene("34")
def _(s: Story, e: Event) -> None:
    """Haar zoon is de weekenden thuis. Daar was het om begonnen."""
    s.says("Weekenden samen met je kind", "done")
    s.everybody_sees_what_they_should()


@scene("35")
def _(s: Story, e: Event) -> None:
    """Twee dagdelen vrijwilliger: een stap die zij er zelf bij zet. Noors maand is om."""
    s.stage.hides(s.noor, "route")
    s.sterre.opens("/mijn/route/erbij").fills(wat=e.what).presses("Zet op mijn route")
    s.says(e.what, "done")
    s.everybody_sees_what_they_should()


@scene("36")
def _(s: Story, e: Event) -> None:
    """De schuldregeling is er."""
    s.writes("ik-nu", "schuldregeling", domain="FIN", words=e.what)


@scene("37")
def _(s: Story, e: Event) -> None:
    """De terugblik is van haar. Alles wat zij liet zien, is vanzelf weer dicht."""
    s.writes("verhaal", "terugblik", words=e.what)
    s.stage.seen.clear()
    s.everybody_sees_what_they_should()
    for link in (s.debts_link, s.enquiry_link, s.support_link):
        assert link is not None
        link.reader.is_refused(link.path)
    s.sterre.opens("/mijn/wie-keek").reads("Joke")


def _what_noor_sees(s: Story) -> str:
    return re.sub(r"\d\d[.:]\d\d", "", s.noor.opens(f"/gedeeld/{s.file}/steun").words)
