# SPDX-License-Identifier: EUPL-1.2
"""What a measure is, and what comes out of it: figures with their certainty, or why there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures.steps import SAID, Step
from ruimbaan.core.kernel.texts import Language, Text

if TYPE_CHECKING:
    from ruimbaan.analytics.measures.courses import Courses


class Unit(StrEnum):
    SHARE = "share"  # 0 to 1
    DAYS = "days"
    RATIO = "ratio"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: of `n` things counted, of so many `persons`. No estimate: too few, or not known
    that far. `part` says of which part of the whole it is."""

    key: str
    name: Text
    unit: Unit
    n: int
    persons: int
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    part: str = ""
    few: bool = False  # too few persons: not even how many

    def hidden(self) -> Value:
        return replace(self, estimate=None, low=None, high=None, few=True)


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why a measure cannot be worked out with this log, and what would be needed."""

    because: Text


Outcome = tuple[Value, ...] | Lacking


@dataclass(frozen=True, slots=True)
class Measure:
    """`number` is that of the catalogue of frictions. `reading` speaks of the value `head`; how sure it
    is comes after it."""

    number: int
    id: str
    name: Text
    formula: str
    needs: tuple[Step | Role, ...]
    reading: Text
    head: str
    source: str
    worked_out: Callable[[Courses], Outcome]
    one_of: tuple[Step | Role, ...] = ()  # any of these will do
    version: str = "1"


COLUMNS = {
    Role.ORGANISATION: Text("de organisatie", "the organisation"),
    Role.FRAME: Text("het kader", "the funding frame"),
    Role.RECEIVER: Text("de ontvanger van een verwijzing", "the receiver of a referral"),
    Role.RULE: Text("de regel die werd genoemd", "the rule that was named"),
}


def lacks(*needs: Step | Role) -> Lacking:
    """One thing, or all of those of which one would do."""
    said = [_lack(need) for need in needs]
    because = Text(" en ".join(one.nl for one in said), " and ".join(one.en for one in said))
    options = [need.option for need in needs]
    nl, en = (f" {word} ".join(options) for word in ("of", "or"))
    return Lacking(
        Text(f"{because.nl}. Wijs het aan met {nl}.", f"{because.en}. Point it out with {en}.")
    )


def _lack(need: Step | Role) -> Text:
    if isinstance(need, Step):
        said = SAID[need]
        return Text(f"geen activiteit zegt: {said.nl}", f"no activity says: {said.en}")
    column = COLUMNS[need]
    return Text(f"er is geen kolom met {column.nl}", f"there is no column with {column.en}")


def too_few(persons: int, fewest: int) -> Lacking:
    """The exact number would tell of few people too."""
    return Lacking(
        Text(
            f"het gaat om minder dan {fewest} mensen." if persons else "het komt niet voor.",
            f"it is about fewer than {fewest} people." if persons else "it does not occur.",
        )
    )


@dataclass(frozen=True, slots=True)
class Result:
    """What a log says by one measure, up to and with the day of the cut."""

    measure: Measure
    outcome: Outcome
    cut: date

    @property
    def values(self) -> tuple[Value, ...]:
        return () if isinstance(self.outcome, Lacking) else self.outcome

    @property
    def lacking(self) -> Lacking | None:
        return self.outcome if isinstance(self.outcome, Lacking) else None

    def value(self, key: str, part: str = "") -> Value:
        return next(one for one in self.values if (one.key, one.part) == (key, part))

    def reading(self, language: Language) -> str:
        """One plain sentence or two, shares as how many of a hundred; why not, without a figure."""
        if isinstance(self.outcome, Lacking):
            return NOT_POSSIBLE.in_language(language).format(
                because=self.outcome.because.in_language(language)
            )
        head = self.value(self.measure.head)
        if head.estimate is None:
            return NOT_KNOWN.in_language(language)
        shown = {
            name: told(value, head.unit, language).removesuffix(" %")
            for name, value in (("estimate", head.estimate), ("low", head.low), ("high", head.high))
        }
        said = (text.in_language(language) for text in (self.measure.reading, SURE))
        return " ".join(said).format(n=head.n, **shown)


SURE = Text(
    "Dat is 95 % zeker tussen {low} en {high}.", "That is 95 % sure between {low} and {high}."
)
NOT_POSSIBLE = Text(
    "Niet mogelijk met dit logboek, want {because}", "Not possible with this log, because {because}"
)
NOT_KNOWN = Text(
    "Zo ver reikt dit logboek niet, of het gaat om te weinig mensen.",
    "This log does not reach that far, or it is about too few people.",
)


def told(value: float | None, unit: Unit, language: Language) -> str:
    if value is None:
        return "–"
    text = f"{100 * value:.1f} %" if unit is Unit.SHARE else f"{value:.1f}"
    if unit is Unit.RATIO:
        text = f"{value:.2f}"
    return text.replace(".", ",") if language == "nl" else text
