# SPDX-License-Identifier: EUPL-1.2
"""How sure a date is, in words: in so many of ten, around, mostly between. Dutch (A2) and English.

Never a percentage and never a day that pretends to be exact. It is about waiting lists: nothing here
says what a person will do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ruimbaan.core.directory.spread import Known
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.planner.futures import (
    HIGH,
    LOW,
    MIDDLE,
    Chance,
    Chances,
    Spreading,
    Swing,
    WaitUsed,
)
from ruimbaan.core.planner.sentences import DAYS_IN_MONTH, name_of
from ruimbaan.core.planner.world import World

TEN = 10
OLD = 90  # days; an older wait is said to be old
LATER = 7  # days; what one wait adds is told from a week on

ALONE_AND_EVERYWHERE = Text(
    "Met alleen deze route {alone} op tijd. Meld je je overal aan: {everywhere}.",
    "With this route only in time {alone}. If you sign up everywhere: {everywhere}.",
)
BOTH = Text("{alone} op tijd.", "In time {alone}.")
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
    "Rond {day}. Meestal na {first}. In 1 van de 10 keer lukt het niet in {months} maanden.",
    "Around {day}. Mostly after {first}. 1 time out of 10 it does not work within {months} months.",
)
OFTEN_NOT = Text("Vaak niet binnen {months} maanden.", "Often not within {months} months.")
SLOW = Text(
    "Het meest telt het wachten op {service}. Is die lang, zoals voor 1 van de 10 mensen? "
    "Dan {slow}.",
    "Most depends on the wait for {service}. Is it long, as for 1 in 10 people? Then {slow}.",
)
AROUND_THEN = Text("wordt het rond {day}", "it is around {day}")
NOT_THEN = Text("lukt het niet binnen {months} maanden", "it does not work within {months} months")
NO_SPREAD = Text(
    "Hoe ver de wachttijden hier uiteenlopen, weten we niet. Deze dagen zijn dus ongeveer.",
    "How far the waits differ here, we do not know. So these days are rough.",
)
HOW_MANY = Text(
    "We rekenden deze route {count} keer na, elke keer met andere wachttijden.",
    "We worked this route out {count} times, each time with other waits.",
)
AS_OF = Text("De wachttijden zijn van {day}.", "The waits are of {day}.")
AS_OF_TWO = Text(
    "De wachttijden zijn van {first} tot en met {last}.", "The waits are of {first} up to {last}."
)
AGED = Text(
    "Ze zijn ouder dan 3 maanden. Ze kunnen nu anders zijn.",
    "They are older than 3 months. They may be different now.",
)
NO_DATE = Text(
    "Van sommige wachttijden weten we niet van welke dag ze zijn.",
    "Of some waits we do not know of which day they are.",
)
WHAT_IS_KNOWN: dict[Known, Text] = {
    Known.SPREAD: Text(
        "de helft hoogstens {p50} dagen, 9 van de 10 hoogstens {p90} dagen",
        "half at most {p50} days, 9 in 10 at most {p90} days",
    ),
    Known.TERM: Text("{days} dagen: de langste tijd van de wet", "{days} days: the longest by law"),
    Known.ONE_NUMBER: Text("{days} dagen: meer weten we niet", "{days} days: we know no more"),
    Known.UNKNOWN: Text("niet bekend", "not known"),
}


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
        """What it rests on: how many futures, and of which day the waits are."""
        if chances.nothing_known:
            return [self.say(NO_SPREAD)]
        return [self.say(HOW_MANY, count=chances.futures.count), *self.age(chances)]

    def wait(self, used: WaitUsed) -> str:
        """What is known of one wait."""
        spread, days = used.spread, self.world.services[used.service].wait.days
        p50, p90 = (spread.p50, spread.p90) if spread else (None, None)
        return self.say(WHAT_IS_KNOWN[used.known], days=days, p50=p50, p90=p90)

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


def tenths(share: float) -> int:
    """Of ten, rounded half up: what can be told apart with a hundred futures."""
    return int(share * TEN + 0.5)


def dots(days: Sequence[int | None]) -> tuple[int | None, ...]:
    """Ten futures that stand for all: of each tenth of them the middle one (a quantile dot plot; Kay,
    Kola, Hullman and Munson, "When (ish) is my bus?", 2016)."""
    return tuple(days[(2 * at + 1) * len(days) // (2 * TEN)] for at in range(TEN))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
