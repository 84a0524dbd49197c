# SPDX-License-Identifier: EUPL-1.2
"""Het verhaal van Sterre, de eerste maanden: van de verwijzing tot de wachttijd na de detox. Elke scène
is één gebeurtenis uit `tests/data/journeys.csv`, en de zin eronder zegt wat er gebeurt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.e2e.story_people import FOR_ME, Cast, Link
from tests.journeys import Event

MOST_TAPS = 3  # voor een ja, of een nee met zijn reden
Scene = Callable[["Story", Event], None]
SCENES: dict[str, Scene] = {}


def scene(event: str) -> Callable[[Scene], Scene]:
    """Welke gebeurtenis uit het bestand dit is."""

    def keep(played: Scene) -> Scene:
        SCENES[f"sterre-{event}"] = played
        return played

    return keep


@dataclass
class Story(Cast):
    """Wat er van de ene scène naar de andere meegaat."""

    debts: str = ""
    debts_link: Link | None = None
    day_treatment: str = ""
    support: str = ""
    support_link: Link | None = None
    enquiry: str = ""
    enquiry_link: Link | None = None


@scene("01")
def _(s: Story, e: Event) -> None:
    """Sterre heeft een verwijzing. Ze doet de Routecheck op de bank en bewaart haar route. Dicht."""
    s.begins()
    s.does_the_routecheck()
    s.sterre.presses("Bewaar deze route", "Ga verder in mijn reis", "Ja, bewaar mijn route")
    s.sterre.opens("/mijn").reads("Vraag aan: Eerste gesprek verslavingszorg")
    s.writes("wensen", "wens", words="Zondag pannenkoeken bakken met Daan.")
    s.sterre.opens("/mijn/route/erbij").fills(wat="Elke ochtend de hond uit")
    s.sterre.presses("Zet op mijn route")
    s.stage.marks["route"] = "Elke ochtend de hond uit"
    s.everybody_sees_what_they_should()


@scene("02")
def _(s: Story, e: Event) -> None:
    """De aanmelding is ontvangen. Nu is de verslavingszorg aan zet."""
    assert e.status == "wacht"
    s.says("Eerste gesprek verslavingszorg", "asked")
    s.sterre.opens("/mijn").reads("De Kribbe heeft tijd tot 24 december.")


@scene("03")
def _(s: Story, e: Event) -> None:
    """Huurachterstand. Ze schrijft het op bij hoe het nu gaat."""
    s.writes("ik-nu", "geldzorg", domain="FIN", words=e.what)


@scene("04")
def _(s: Story, e: Event) -> None:
    """Het wijkteam belde één keer en sloot. Dat houdt ze voor zichzelf."""
    s.writes("notities", "notitie", words=e.what)


@scene("05")
def _(s: Story, e: Event) -> None:
    """Ze ontmoet Noor, die het zelf meemaakte, en laat haar twee dingen zien. De schuldhulp krijgt
    een vraag, met een link en een gesproken code."""
    s.gets_to_know(s.noor, "De Kribbe")
    s.everybody_sees_what_they_should()
    s.shows(s.noor, "route", "wishes")
    s.stage.shows(s.noor, "route", "wens")
    s.debts, s.debts_link = s.asks_by_link(
        "schulden",
        "Hulp bij mijn schulden",
        "Wilt u met mij kijken naar de huur?",
        kind="debt-talk",
        place="Schuldhulp Waalstad",
    )
    s.file = _file_of(s)
    s.everybody_sees_what_they_should()
    s.karim.is_refused(f"/gedeeld/{s.file}/steun")
    s.nadia.is_refused(f"/gedeeld/{s.file}/steun")


@scene("06")
def _(s: Story, e: Event) -> None:
    """De schuldhulp zegt nee: kom terug als de behandeling loopt. Dat ligt niet aan Sterre, en wie nee
    zei ziet daarna niets meer."""
    assert (e.status, e.waits_since) == ("afgehouden", 16)
    assert s.debts_link is not None
    place = s.debts_link.opens().reads("Wilt u met mij kijken naar de huur?")
    before = place.taps
    place.unfolds("Nee, met reden").chooses("reden", "rule")
    place.fills(zeg="Kom terug als behandeling loopt").presses("Nee, met deze reden")
    place.reads("Uw antwoord is bewaard.").reads_nothing_of("naar de huur")
    assert place.taps - before <= MOST_TAPS
    s.reads_at(s.debts).reads(
        "Schuldhulp Waalstad zegt nee.", "Dat ligt niet aan jou.", "De volgende weg"
    )


@scene("07")
def _(s: Story, e: Event) -> None:
    """De intake, dertig dagen na de aanmelding."""
    assert e.waits_since == 1
    s.sterre.opens("/mijn").reads("Je wacht al 30 dagen op De Kribbe.")
    s.says("Eerste gesprek verslavingszorg", "done")


@scene("08")
def _(s: Story, e: Event) -> None:
    """Het advies is detox en dan deeltijd. Weer een wachtlijst; de rest van de route schuift mee."""
    s.says("Detox in de kliniek", "asked")
    s.looks_again()
    s.sterre.opens("/mijn/route").reads("Wachten: Detox")


@scene("09")
def _(s: Story, e: Event) -> None:
    """Haar zoon is bij oma. Oma mag de afspraken zien, en verder niets."""
    s.writes("afspraken", "afspraak", what="Daan ophalen bij oma", day=s.date(36))
    s.gets_to_know(s.oma)
    s.shows(s.oma, "appointments", why="nabij")
    s.stage.shows(s.oma, "afspraak")
    s.everybody_sees_what_they_should()


@scene("10")
def _(s: Story, e: Event) -> None:
    """Een dagvaarding: haar huis staat op het spel. Nu is er haast, en dan gaat het snel."""
    assert e.status == "dreiging"
    s.debts, s.debts_link = s.asks_by_link(
        "haast",
        "Mijn huis houden",
        "Er ligt een brief van de rechter. Kunt u nu helpen?",
        kind="debt-talk-urgent",
        stays="Bram",
        place="Schuldhulp Waalstad",
    )
    s.stage.shows(s.noor, "haast")
    s.reads_at(s.debts).reads("Volgens de wet hebben zij tot")
    s.everybody_sees_what_they_should()


@scene("11")
def _(s: Story, e: Event) -> None:
    """Binnen drie werkdagen zit ze aan tafel. Noor mocht pas loslaten toen Sterre zei: we ontmoetten."""
    assert (e.day - (e.waits_since or 0), e.rule) == (2, "R21")
    assert s.debts_link is not None
    before = s.debts_link.reader.taps
    s.debts_link.opens().fills(dag=s.date(40)).presses("Ja, wij ontvangen deze persoon")
    assert s.debts_link.reader.taps - before <= MOST_TAPS
    s.reads_at(s.debts).reads("Bram van De Kribbe blijft, tot jullie elkaar hebben ontmoet.")
    s.sterre.presses("We hebben elkaar ontmoet").reads("is er nu voor je")
    s.stage.hides(s.noor, "haast")


@scene("12")
def _(s: Story, e: Event) -> None:
    """De ontruiming is van de baan. Sterre heeft het laatste woord, en dat leest niemand anders."""
    s.reads_at(s.debts).picks("oordeel", "Ja, hier heb ik iets aan").fills(woorden=e.what).presses(
        "Bewaar"
    )
    s.stage.marks["oordeel"] = e.what
    s.everybody_sees_what_they_should()


@scene("13")
def _(s: Story, e: Event) -> None:
    """Er is een plek, over drie dagen. De hond mag niet mee. Zeggen dat het niet lukt, mag."""
    s.writes(
        "afspraken", "detox", what="Naar de kliniek", day=s.date(61), words="De hond mag niet mee."
    )
    s.stage.shows(s.oma, "detox")
    s.sterre.opens("/mijn").reads("Naar de kliniek").presses("Het lukt me niet")
    s.sterre.reads("Wij sturen niets. Bellen of appen is genoeg.")


@scene("14")
def _(s: Story, e: Event) -> None:
    """Het wijkteam betaalt de opvang van de hond, binnen een dag. Nu lukt het wel."""
    s.sterre.opens("/mijn").presses("Ik ben erbij").reads("Je bent erbij.")
    s.everybody_sees_what_they_should()


@scene("15")
def _(s: Story, e: Event) -> None:
    """De detox begint."""
    s.says("Detox in de kliniek", "began")


@scene("16")
def _(s: Story, e: Event) -> None:
    """De bijstand kan omlaag. Er staat wie dat kan laten."""
    s.sterre.opens(FOR_ME).reads("Hele bijstand", "Dit laten zoals het is, kan: de klantmanager")


@scene("17")
def _(s: Story, e: Event) -> None:
    """De klantmanager laat het zoals het was."""
    s.writes("notities", "norm", words=e.what)


@scene("18")
def _(s: Story, e: Event) -> None:
    """De detox is klaar, en de dreiging ook."""
    s.says("Detox in de kliniek", "done")
    s.sterre.opens(FOR_ME).reads_nothing_of("Hele bijstand")


@scene("19")
def _(s: Story, e: Event) -> None:
    """De deeltijd kan pas op dag 99. Joke zegt ja, met die dag. Noor, die ook bij De Kribbe werkt,
    blijft tot dan."""
    s.says("Plek na de detox aanvragen", "done")
    s.says("Deeltijdbehandeling", "asked")
    s.looks_again()
    s.day_treatment = s.asks(
        "deeltijd",
        "De deeltijd",
        "Mag ik al eens komen kijken?",
        "De Kribbe",
        kind="treatment-talk",
        stays="Bram",
        parts=("wishes",),
    )
    s.stage.shows(s.noor, "deeltijd")
    s.stage.shows(s.joke, "deeltijd", "wens")
    s.everybody_sees_what_they_should()
    s.joke.opens("/werk/overdracht")
    s.joke.main.locator("li", has_text="Sterre").filter(has_text="eerste gesprek").get_by_role(
        "link"
    ).last.click()
    s.joke.reads("Mag ik al eens komen kijken?").fills(dag=s.date(99)).presses(
        "Ja, wij ontvangen deze persoon"
    )


def _file_of(s: Story) -> str:
    s.noor.opens("/gedeeld")
    row = s.noor.main.locator("li", has_text="wensen")
    href = row.get_by_role("link").first.get_attribute("href") or ""
    return href.split("/")[2]
