# SPDX-License-Identifier: EUPL-1.2
"""Wie er in het verhaal van Sterre meespelen, en wat zij op hun telefoon doen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from tests.e2e.stage import Reader, Stage
from tests.e2e.test_routecheck import CHECK
from tests.e2e.test_routecheck import Reader as Visitor
from tests.journeys import DAY_0, STERRE

WORK = ("/werk", "/gedeeld")
COMPOSE, FOR_ME = "/mijn/overdracht/nieuw", "/mijn/route/voor-mij"


def by_one_click(name: str) -> Callable[[Reader], None]:
    """De verzonnen mensen van de demo loggen met één klik in, zoals op de site zelf. Wie dat eerder
    deed, stuurt daarna hetzelfde formulier zonder de bladzijde te tekenen."""

    def enter(reader: Reader) -> None:
        if reader.was_in:
            reader.sends_unseen("/inloggen/voorbeeld", wie=name)
            return
        reader.watched.visit("/inloggen/voorbeeld")
        reader.page.locator(f'button[value="{name}"]').click()
        reader.page.wait_for_url(lambda url: not url.endswith("/voorbeeld"))  # it is done then

    return enter


@dataclass
class Paper:
    """Wat Sterre op haar papier heeft staan: haar codenaam en haar code."""

    code_name: str = ""
    code: str = ""

    def enter(self, reader: Reader) -> None:
        reader.watched.visit("/inloggen/papier")
        reader.fills(naam=self.code_name, geheim=self.code).presses("Log in")


@dataclass
class Link:
    """Een plek zonder account: een link, en een code die Sterre hardop zegt."""

    reader: Reader
    path: str
    code: str

    def opens(self) -> Reader:
        self.reader.watched.visit(self.path)
        self.reader.fills(code=self.code).presses("Open")
        return self.reader


@dataclass
class Cast:
    """Sterre en iedereen om haar heen. `file` is het nummer van haar reis; niemand hoort het."""

    stage: Stage
    paper: Paper = field(default_factory=Paper)
    file: str = ""
    day: int = 0

    def __post_init__(self) -> None:
        new = self.stage.reader
        self.sterre = new("Sterre")
        self.oma = new("oma", by_one_click("riet"), ["/gedeeld"], "Oma Riet")
        self.noor = new("Noor", by_one_click("bram"), WORK, "Bram")
        self.joke = new("Joke", by_one_click("joke"), WORK, "Joke")
        self.nadia = new("regisseur", by_one_click("nadia"), WORK)
        self.karim = new("vreemde", by_one_click("karim"), ["/gedeeld"])
        self.visitors = 0

    @property
    def others(self) -> tuple[Reader, ...]:
        return (self.oma, self.noor, self.joke, self.nadia, self.karim)

    def it_is_day(self, day: int) -> None:
        self.day = day
        self.stage.move(DAY_0 + timedelta(days=day))

    def date(self, day: int) -> str:
        """Zoals een datumveld hem vraagt."""
        return (DAY_0 + timedelta(days=day)).date().isoformat()

    # --- Sterre, op haar eigen pagina's

    def begins(self) -> None:
        """Een codenaam, een code op papier, en een eigen reis. Geen naam, geen mailadres."""
        sterre = self.sterre
        sterre.watched.visit("/inloggen/nieuw")
        sterre.main.locator("input[name=codenaam]").first.check()
        sterre.fills(noem="Sterre").presses("Begin")
        self.paper.code = sterre.main.locator(".rb-secret").inner_text()
        self.paper.code_name = sterre.main.locator("strong").first.inner_text()
        sterre.follows("Ik heb hem. Verder").presses("Begin mijn reis")
        sterre.door, sterre.is_in = self.paper.enter, True

    def does_the_routecheck(self) -> None:
        visitor = Visitor(self.sterre.watched)
        self.sterre.watched.visit("/routecheck")
        visitor.go()
        while visitor.title != CHECK:
            for name, answers in STERRE.items():
                if visitor.page.locator(f"input[name='q-{name}']").count():
                    visitor.choose(name, *answers.split())
            visitor.go()
        visitor.tap("main button.nl-button--primary")

    def writes(self, path: str, mark: str, **values: str) -> None:
        """`mark`: hoe wij dit stukje hier noemen; het eerste veld is waar het aan te herkennen is."""
        self.sterre.opens(f"/mijn/{path}/nieuw")
        for name, value in values.items():
            if name == "domain":
                self.sterre.main.locator(f"[name=domain][value={value}]").check()
            else:
                self.sterre.fills(**{name: value})
        self.sterre.presses("Bewaar")
        self.stage.marks[mark] = next(v for n, v in values.items() if n != "domain")

    def says(self, step: str, *doing: str) -> None:
        """Bij deze stap van de route."""
        for one in doing:
            self.sterre.opens("/mijn/route")
            steps = self.sterre.main.locator("li a[href*='/mijn/route/stap/']")
            steps.filter(has_text=step).first.click()
            self.sterre.sends(one)

    def looks_again(self) -> None:
        self.sterre.opens("/mijn/route/anders").sends("kijk")
        yes = self.sterre.main.locator("button[name=doe][value=ja]")
        if yes.count():
            yes.click()

    def gets_to_know(self, other: Reader, as_whom: str = "") -> None:
        """Sterre geeft een papier. De ander doet mee, en ziet dan nog niets."""
        self.sterre.opens("/mijn/uitnodigen").presses("Maak een papier")
        code = self.sterre.main.locator(".rb-secret").inner_text()
        other.opens("/gedeeld").watched.visit("/uitnodiging")
        other.main.locator("input[type=text]").first.fill(code)
        other.main.get_by_role("button").first.click()
        if as_whom:
            other.picks("as", as_whom)
        other.sends("mine")

    def shows(
        self, other: Reader, *parts: str, why: str = "steun", until: str = "kwartaal"
    ) -> None:
        """Eerst ziet Sterre wat de ander ziet; dan zegt zij ja."""
        self.sterre.opens("/mijn/delen/nieuw").picks("wie", other.known_as).chooses("wat", *parts)
        self.sterre.chooses("waarvoor", why).chooses("tot", until)
        self.sterre.presses("Laat eerst zien hoe het wordt").reads("Klopt dit?").sends("ja")
        self.sterre.reads("Stoppen kan altijd, met één knop.")

    # --- overdragen

    def asks(
        self,
        mark: str,
        goal: str,
        question: str,
        to: str,
        *,
        kind: str,
        stays: str = "Ik",
        named: str = "Bram",
        parts: tuple[str, ...] = (),
        place: str = "",
    ) -> str:
        """Sterre vraagt het zelf. Het adres van haar overdracht."""
        sterre = self.sterre.opens(COMPOSE).fills(doel=goal, vraag=question)
        sterre.chooses("soort", kind).picks("wie", to).picks("blijft", stays).picks("noem", named)
        if place:
            sterre.unfolds("Een andere plek: naam en mail").fills(plek=place)
        sterre.chooses("wat", *parts).presses("Laat eerst zien hoe het wordt").reads(
            "Klopt dit?", question
        )
        sterre.presses("Ja, verstuur")
        self.stage.marks[mark] = question
        return self.sterre.page.url

    def asks_by_link(
        self, mark: str, goal: str, question: str, **more: str | tuple[str, ...]
    ) -> tuple[str, Link]:
        """Voor een plek zonder account. De code zegt Sterre aan de telefoon."""
        self.asks(mark, goal, question, "Een andere plek", **more)  # type: ignore[arg-type]
        code = self.sterre.main.locator(".rb-secret").inner_text()
        address = self.sterre.main.locator(".rb-code").inner_text()
        self.sterre.follows("Ik heb de code")
        self.visitors += 1
        reader = self.stage.reader(f"plek {self.visitors}")
        return self.sterre.page.url, Link(reader, re.sub(r"^https?://[^/]+", "", address), code)

    def reads_at(self, url: str) -> Reader:
        return self.sterre.opens(re.sub(r"^https?://[^/]+", "", url))

    def everybody_sees_what_they_should(self) -> None:
        self.stage.everybody_sees_what_they_should(*self.others)
