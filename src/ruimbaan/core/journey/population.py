# SPDX-License-Identifier: EUPL-1.2
"""Made-up people of a region: where they start from, what else is so, and what they want.

Nobody is in it. It says how often each thing turns up, and how one thing goes with another; people
are drawn from it (`drawing`). All chances are whole numbers in a thousand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.kernel.texts import Text

THOUSAND = 1000
# An outcome is kept in one whole number of 64 bits, and so are the facts that chances look at.
MOST_BITS = 63


@dataclass(frozen=True, slots=True)
class Chance:
    """So many in a thousand, of who has all facts of `when` and none of `unless`. `source`: which of
    the population's sources the number is from."""

    of_thousand: int
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    source: str = ""

    def fits(self, facts: Collection[str]) -> bool:
        return all(fact in facts for fact in self.when) and not any(
            fact in facts for fact in self.unless
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """A typical start, and how many in a thousand start there."""

    start: Situation
    share: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Trait:
    """Whether a fact holds. The first chance that fits decides; when none fits, it stays as the start
    has it."""

    window: Window
    chances: tuple[Chance, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether this is wanted, by the first chance that fits, and by when: days with their shares."""

    fact: str
    weight: int
    needed_by: tuple[tuple[int, int], ...]
    chances: tuple[Chance, ...]

    @property
    def width(self) -> int:
        """Bits that say whether it is wanted, and by which of its days."""
        return len(self.needed_by).bit_length()


@dataclass(frozen=True, slots=True)
class Population:
    """Traits and wishes are decided in this order, so a chance may look at what came before it.
    `digest` names this exact content; `sources` says in words where the numbers are from."""

    region: str
    kinds: tuple[Kind, ...]
    traits: tuple[Trait, ...]
    wishes: tuple[Wish, ...]
    sources: Mapping[str, Text]
    digest: str = ""

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The facts that traits decide and that chances look at."""
        chances = [chance for trait in self.traits for chance in trait.chances]
        chances += [chance for wish in self.wishes for chance in wish.chances]
        found = [trait.window.fact for trait in self.traits]
        found += [fact for chance in chances for fact in (*chance.when, *chance.unless)]
        return tuple(dict.fromkeys(found))

    @property
    def start_bits(self) -> int:
        return len(self.kinds).bit_length() + len(self.traits)

    @property
    def wish_bits(self) -> int:
        return sum(wish.width for wish in self.wishes)


@dataclass(frozen=True, slots=True, order=True)
class Drawn:
    """One outcome. `begins`: the number of the kind, below it one bit per trait, the first trait
    lowest. `wants`: per wish its `width` bits, the first wish lowest; 0 is no, n by its n-th day."""

    begins: int
    wants: int


def facts_of(population: Population, begins: int) -> tuple[Window, ...]:
    """What holds from the start for who begins like this."""
    start = population.kinds[begins >> len(population.traits)].start
    decided = {trait.window.fact for trait in population.traits}
    kept = [window for window in start.facts if window.fact not in decided]
    for number, trait in enumerate(population.traits):
        if begins >> number & 1:
            # the days that the start gives it go before those of the trait
            own = [window for window in start.facts if window.fact == trait.window.fact]
            kept += own or [trait.window]
    return tuple(kept)


def goals_of(population: Population, wants: int) -> tuple[Goal, ...]:
    found = []
    for wish in population.wishes:
        choice = wants & ((1 << wish.width) - 1)
        wants >>= wish.width
        if choice:
            found.append(Goal(wish.fact, wish.needed_by[choice - 1][0], wish.weight))
    return tuple(found)


def situation_of(population: Population, drawn: Drawn) -> Situation:
    """A situation to plan for."""
    kind = population.kinds[drawn.begins >> len(population.traits)]
    return Situation(
        id=f"{drawn.begins}.{drawn.wants}",
        facts=facts_of(population, drawn.begins),
        goals=goals_of(population, drawn.wants),
        plan_from=kind.start.plan_from,
    )
