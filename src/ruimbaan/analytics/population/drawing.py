# SPDX-License-Identifier: EUPL-1.2
"""Draws many made-up people at once, the same as `core.journey.drawing.draw` one by one.

People i to j are the same whoever draws them, so a population can be drawn in pieces, anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ruimbaan.core.journey.drawing import (
    FIRST,
    GOLDEN,
    HALF,
    SECOND,
    kind_stream,
    trait_stream,
    wish_streams,
)
from ruimbaan.core.journey.population import THOUSAND, Chance, Drawn, Population

AT_ONCE = 1 << 16  # people: what is held of them fits in a cache
Numbers = NDArray[np.uint64]
Drawings = NDArray[np.int64]
Yes = NDArray[np.bool_]


def pieces(first: int, until: int) -> Iterator[tuple[int, int]]:
    """The people [first, until) in pieces of a size that is drawn at once."""
    for begin in range(first, until, AT_ONCE):
        yield begin, min(begin + AT_ONCE, until)


def counted(population: Population, seed: int, first: int, until: int) -> Counter[Drawn]:
    """How often each outcome turns up among the people [first, until)."""
    found: Counter[Drawn] = Counter()
    for begin, end in pieces(first, until):
        begins, wants = draw_many(population, seed, begin, end)
        order = np.lexsort((wants, begins))
        begins, wants = begins[order], wants[order]
        new = np.ones(len(begins), dtype=np.bool_)
        new[1:] = (begins[1:] != begins[:-1]) | (wants[1:] != wants[:-1])
        at = np.flatnonzero(new)
        often = np.diff(np.append(at, len(begins)))
        rows = zip(begins[at].tolist(), wants[at].tolist(), often.tolist(), strict=True)
        for one, wanted, count in rows:
            found[Drawn(one, wanted)] += count
    return found


def draw_many(
    population: Population, seed: int, first: int, until: int
) -> tuple[Drawings, Drawings]:
    """Of the people [first, until): where they begin, and what they want (see `Drawn`)."""
    numbers = np.arange(first + 1, until + 1, dtype=np.uint64) * np.uint64(GOLDEN)
    shares = [kind.share for kind in population.kinds]
    kinds = _share(shares, _of_thousand(kind_stream(population, seed), numbers))
    facts = _Facts(population, kinds)
    begins = kinds << len(population.traits)
    for place, trait in enumerate(population.traits):
        drawn = _of_thousand(trait_stream(population, seed, trait), numbers)
        fits, yes = facts.decided(trait.chances, drawn)
        now = np.where(fits, yes, facts.of(trait.window.fact))
        facts.known[trait.window.fact] = now
        begins |= now.astype(np.int64) << place
    wants, low = np.zeros(len(numbers), dtype=np.int64), 0
    for wish in population.wishes:
        wanted, day = wish_streams(population, seed, wish)
        _, yes = facts.decided(wish.chances, _of_thousand(wanted, numbers))
        days = [share for _, share in wish.needed_by]
        choice = 1 + _share(days, _of_thousand(day, numbers))
        wants |= np.where(yes, choice, 0) << low
        low += wish.width
    return begins, wants


class _Facts:
    """Who has which fact, as far as it was asked for."""

    def __init__(self, population: Population, kinds: Drawings) -> None:
        self.kinds = kinds
        self.at_first = [{one.fact for one in kind.start.facts} for kind in population.kinds]
        self.known: dict[str, Yes] = {}

    def of(self, fact: str) -> Yes:
        if fact not in self.known:
            having = np.array([fact in facts for facts in self.at_first])
            self.known[fact] = having[self.kinds]
        return self.known[fact]

    def decided(self, chances: Sequence[Chance], drawn: Drawings) -> tuple[Yes, Yes]:
        """For whom a chance fits, and for whom the first that fits says yes."""
        fits = np.zeros(len(drawn), dtype=np.bool_)
        yes = np.zeros(len(drawn), dtype=np.bool_)
        for chance in chances:
            here = ~fits
            for fact in chance.when:
                here &= self.of(fact)
            for fact in chance.unless:
                here &= ~self.of(fact)
            yes |= here & (drawn < chance.of_thousand)
            fits |= here
        return fits, yes


def _of_thousand(begin: int, steps: Numbers) -> Drawings:
    mixed = np.uint64(begin) + steps
    mixed = (mixed ^ mixed >> np.uint64(30)) * np.uint64(FIRST)
    mixed = (mixed ^ mixed >> np.uint64(27)) * np.uint64(SECOND)
    mixed ^= mixed >> np.uint64(31)
    upper = (mixed >> np.uint64(HALF)) * np.uint64(THOUSAND) >> np.uint64(HALF)
    return upper.astype(np.int64)


def _share(shares: Sequence[int], drawn: Drawings) -> Drawings:
    return np.searchsorted(np.cumsum(shares), drawn, side="right").astype(np.int64)
