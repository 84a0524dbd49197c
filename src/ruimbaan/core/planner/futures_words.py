# SPDX-License-Identifier: EUPL-1.2
"""How sure a date is, in words: in so many of ten, around, mostly between. Dutch (A2) and English.

Never a percentage and never a day that pretends to be exact. It is about waiting lists: nothing here
says what a person will do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ruimbaan.core.directory.spread import Known
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.planner.futures import HIGH, LOW, MIDDLE, Chance, Chances, Spreading, Swing
from ruimbaan.core.planner.sentences import DAYS_IN_MONTH, name_of
from ruimbaan.core.planner.world import World

TEN = 10
OLD = 90  # days; an older wait is said to be old
LATER = 7  # days; what one wait adds is told from a week on

ALONE_AND_EVERYWHERE = Text(
    "{everywhere} op tijd als je je overal aanmeldt; {alone} met alleen deze route.",
    "{everywhere} in time if you sign up everywhere; {alone} with this route only.",
)
BOTH = Text("{alone} op tijd.", "{alone} in time.")
IN_TEN = Text("in {n} van de 10 keer", "{n} times out of 10")
ALWAYS = Text("bijna altijd", "almost always")
NEVER = Text("bijna nooit", "almost never")
AROUND = Text("Rond {day}.", "Around {day}.")
TODAY = Text("Vandaag.", "Today.")
BETWEEN = Text(
    "Rond {day}. Meestal tussen {first} en {last}.",
    "Around {day}. Mostly between {first} and {last}.",
)
LATE_TAIL = Text(
    "Rond {day}. Meestal na {first}. In 1 van de 10 keer pas na {months} maanden, of niet.",
    "Around {day}. Mostly after {first}. 1 time out of 10 only after {months} months, or not.",
)
OFTEN_NOT = Text("Vaak niet binnen {months} maanden.", "Often not within {months} months.")
SLOW = Text(
    "Het meest hangt af van de wachttijd voor {service}. Is die lang, zoals voor 1 van de 10 mensen? "
    "Dan {slow}.",
    "Most depends on the wait for {service}. Is it long, as for 1 in 10 people? Then {slow}.",
)
AROUND_THEN = Text("wordt het rond {day}", "it is around {day}")
NOT_THEN = Text("lukt het niet binnen {months} maanden", "it does not work within {months} months")
NO_SPREAD = Text(
    "Van de wachttijden op deze route weten we niet hoe ver ze uiteen lopen. Ook deze dagen zijn dus rond.",
    "Of the waits on this route we do not know how far they differ. So these days are rough too.",
)
TERMS = Text(
    "Hier rekenen we met de langste tijd die de wet noemt: {names}.",
    "Here we count with the longest time that the law names: {names}.",
)
ONE_NUMBER = Text(
    "Hier kennen we één wachttijd, en niet hoeveel die kan verschillen: {names}.",
    "Here we know one wait, and not how much it can differ: {names}.",
)
AS_OF = Text("De wachttijden zijn van {day}.", "The waits are of {day}.")
AS_OF_TWO = Text(
    "De wachttijden zijn van {first} tot en met {last}.", "The waits are of {first} up to {last}."
)
AGED = Text(
    "Ze zijn ouder dan 3 maanden en kunnen anders zijn geworden.",
    "They are older than 3 months and may have changed.",
)
NO_DATE = Text(
    "Van sommige wachttijden weten we niet van welke dag ze zijn.",
    "Of some waits we do not know of which day they are.",
)
HOW_MANY = Text(
    "We rekenden deze route {count} keer na, elke keer met andere wachttijden.",
    "We worked this route out {count} times, each time with other waits.",
)


@dataclass(frozen=True, slots=True)
class Teller:
    """`day` writes a day of the plan, `on` a date."""

    world: World
    language: Language
    day: Callable[[int], str]
    on: Callable[[date], str]

    def say(self, text: Text, **details: object) -> str:
        return text.in_language(self.language).format(**details)

    @property
    def months(self) -> int:
        return self.world.span.horizon // DAYS_IN_MONTH

    def in_time(self, chance: Chance) -> str:
        """As in "In 7 van de 10 keer op tijd als je je overal aanmeldt; in 5 van de 10 …"."""
        alone, everywhere = (self.often(one) for one in (chance.alone, chance.everywhere))
        if alone == everywhere:
            return _capital(self.say(BOTH, alone=alone))
        return _capital(self.say(ALONE_AND_EVERYWHERE, alone=alone, everywhere=everywhere))

    def often(self, found: Spreading) -> str:
        n = tenths(found.share)
        return self.say(ALWAYS if n == TEN else IN_TEN if n else NEVER, n=n)

    def when(self, found: Spreading) -> str:
        """As in "Rond 23 juni. Meestal tussen 1 juni en 9 augustus.": eight in ten lie between."""
        first, middle, last = (found.by(share) for share in (LOW, MIDDLE, HIGH))
        if first is None or middle is None:
            return self.say(OFTEN_NOT, months=self.months)
        if last is None:
            return self.say(
                LATE_TAIL, day=self.day(middle), first=self.day(first), months=self.months
            )
        if first == last:
            return self.say(AROUND, day=self.day(middle)) if middle else self.say(TODAY)
        return self.say(BETWEEN, day=self.day(middle), first=self.day(first), last=self.day(last))

    def most(self, chance: Chance) -> str:
        """The wait on which this goal depends most, when it adds a week or more."""
        swing = chance.swings[0] if chance.swings else None
        if swing is None or not self.matters(swing):
            return ""
        text = NOT_THEN if swing.slow is None else AROUND_THEN
        slow = self.say(text, day=self.day(swing.slow or 0), months=self.months)
        return self.say(SLOW, service=name_of(self.world, swing.service, self.language), slow=slow)

    def matters(self, swing: Swing) -> bool:
        if swing.usual is None:
            return False
        return swing.slow is None or swing.slow - swing.usual >= LATER

    def basis(self, chances: Chances) -> list[str]:
        """What it rests on: what is known of the waits, and of which day."""
        if chances.nothing_known:
            return [self.say(NO_SPREAD)]
        told = [self.say(HOW_MANY, count=chances.futures.count), *self.age(chances)]
        for known, text in ((Known.TERM, TERMS), (Known.ONE_NUMBER, ONE_NUMBER)):
            names = [wait.service for wait in chances.waits if wait.known is known]
            if names:
                told.append(self.say(text, names=self.names(names)))
        return told

    def age(self, chances: Chances) -> list[str]:
        spreads = [wait.spread for wait in chances.waits if wait.spread]
        days = sorted(spread.as_of for spread in spreads if spread.as_of)
        told = []
        if days and days[0] == days[-1]:
            told.append(self.say(AS_OF, day=self.on(days[0])))
        elif days:
            told.append(self.say(AS_OF_TWO, first=self.on(days[0]), last=self.on(days[-1])))
        if days and (self.world.as_of - days[0]).days > OLD:
            told.append(self.say(AGED))
        if len(days) < len(spreads):
            told.append(self.say(NO_DATE))
        return told

    def names(self, services: Iterable[str]) -> str:
        return ", ".join(name_of(self.world, name, self.language) for name in services)


def tenths(share: float) -> int:
    """Of ten, rounded half up: what can be told apart with a hundred futures."""
    return int(share * TEN + 0.5)


def dots(days: Sequence[int | None]) -> tuple[int | None, ...]:
    """Ten futures that stand for all: of each tenth of them the middle one (a quantile dot plot; Kay,
    Kola, Hullman and Munson, "When (ish) is my bus?", 2016)."""
    return tuple(days[(2 * at + 1) * len(days) // (2 * TEN)] for at in range(TEN))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
