# SPDX-License-Identifier: EUPL-1.2
"""Draws a made-up person: who is number i depends on the region, the seed and i alone.

Each thing that is decided has a stream of its own, SplitMix64 (Steele, Lea and Flood, "Fast
splittable pseudorandom number generators", OOPSLA 2014) begun at a hash of region, seed and the name
of what is decided; person i takes its i-th number. So nobody has to be drawn to draw somebody else,
and a trait that is added later moves nothing that was there.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from ruimbaan.core.journey.population import THOUSAND, Chance, Drawn, Population, Trait, Wish

WORD = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15
FIRST, SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
HALF = 32  # bits: the upper half of a number is what is used of it


def stream(population: Population, seed: int, what: str) -> int:
    """Where the stream of this decision begins."""
    return int.from_bytes(sha256(f"{population.region} {seed} {what}".encode()).digest()[:8], "big")


def of_thousand(begin: int, number: int) -> int:
    """0 to 999, each as likely to within 1 in four million."""
    mixed = (begin + (number + 1) * GOLDEN) & WORD
    mixed = ((mixed ^ mixed >> 30) * FIRST) & WORD
    mixed = ((mixed ^ mixed >> 27) * SECOND) & WORD
    mixed ^= mixed >> 31
    return (mixed >> HALF) * THOUSAND >> HALF


def kind_stream(population: Population, seed: int) -> int:
    return stream(population, seed, "kind")


def trait_stream(population: Population, seed: int, trait: Trait) -> int:
    return stream(population, seed, f"trait {trait.window.fact}")


def wish_streams(population: Population, seed: int, wish: Wish) -> tuple[int, int]:
    """Whether it is wanted, and by when."""
    names = (f"wish {wish.fact}", f"day {wish.fact}")
    wanted, day = (stream(population, seed, name) for name in names)
    return wanted, day


def draw(population: Population, seed: int, number: int) -> Drawn:
    """Person `number`, one step after the other: the twin of drawing many at once."""
    kind = _share([one.share for one in population.kinds], kind_stream(population, seed), number)
    facts = {window.fact for window in population.kinds[kind].start.facts}
    begins = kind << len(population.traits)
    for place, trait in enumerate(population.traits):
        chance = _first(trait.chances, facts)
        if chance is not None:
            drawn = of_thousand(trait_stream(population, seed, trait), number)
            facts.discard(trait.window.fact)
            if drawn < chance.of_thousand:
                facts.add(trait.window.fact)
        begins |= (trait.window.fact in facts) << place
    wants, low = 0, 0
    for wish in population.wishes:
        chance = _first(wish.chances, facts)
        wanted, day = wish_streams(population, seed, wish)
        if chance is not None and of_thousand(wanted, number) < chance.of_thousand:
            wants |= (1 + _share([share for _, share in wish.needed_by], day, number)) << low
        low += wish.width
    return Drawn(begins, wants)


def _first(chances: Sequence[Chance], facts: set[str]) -> Chance | None:
    return next((chance for chance in chances if chance.fits(facts)), None)


def _share(shares: Sequence[int], begin: int, number: int) -> int:
    """Which of these shares, that together make a thousand."""
    drawn = of_thousand(begin, number)
    for place, share in enumerate(shares):
        drawn -= share
        if drawn < 0:
            return place
    raise ValueError(shares)
