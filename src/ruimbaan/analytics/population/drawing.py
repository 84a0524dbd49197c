# SPDX-License-Identifier: EUPL-1.2
"""Draws many made-up people at once, the same as `core.journey.drawing.draw` one by one.

People i to j are the same whoever draws them, so a population can be drawn in pieces, anywhere. Of one
person the facts that a chance looks at are the bits of one word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.planning.jit import inlined, kernel
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

AT_ONCE = 1 << 16  # people
Words = NDArray[np.uint64]
Drawings = NDArray[np.int64]
_GOLDEN, _FIRST, _SECOND, _THOUSAND = map(np.uint64, (GOLDEN, FIRST, SECOND, THOUSAND))
_30, _27, _31, _HALF, _ONE = map(np.uint64, (30, 27, 31, HALF, 1))


class Chances(NamedTuple):
    """The chances of trait or wish n are `of[n]:of[n + 1]`; facts are bits."""

    of: Drawings
    of_thousand: Drawings
    when: Words
    unless: Words


class Plan(NamedTuple):
    """A population and a seed as arrays. Of wish n the ends of its days, each the sum of the shares so
    far, are `days_of[n]:days_of[n + 1]`, and its bits begin at `low`."""

    kind: Words  # the one stream
    kind_ends: Drawings
    kind_facts: Words
    trait: Words
    trait_fact: Words
    traits: Chances
    wish: Words
    day: Words
    low: Drawings
    days_of: Drawings
    days: Drawings
    wishes: Chances


def plan_of(population: Population, seed: int) -> Plan:
    number = {fact: at for at, fact in enumerate(population.looked_at)}

    def bits(facts: Iterable[str]) -> int:
        return sum(1 << number[fact] for fact in set(facts) if fact in number)

    def chances(of_each: Sequence[Sequence[Chance]]) -> Chances:
        every = [chance for chances in of_each for chance in chances]
        return Chances(
            _numbers(np.cumsum([0, *map(len, of_each)])),
            _numbers([chance.of_thousand for chance in every]),
            _words(bits(chance.when) for chance in every),
            _words(bits(chance.unless) for chance in every),
        )

    kinds, traits, wishes = population.kinds, population.traits, population.wishes
    streams = [wish_streams(population, seed, wish) for wish in wishes]
    return Plan(
        kind=_words([kind_stream(population, seed)]),
        kind_ends=_numbers(np.cumsum([kind.share for kind in kinds])),
        kind_facts=_words(bits(one.fact for one in kind.start.facts) for kind in kinds),
        trait=_words(trait_stream(population, seed, trait) for trait in traits),
        trait_fact=_words(bits([trait.window.fact]) for trait in traits),
        traits=chances([trait.chances for trait in traits]),
        wish=_words(wanted for wanted, _ in streams),
        day=_words(day for _, day in streams),
        low=_numbers(np.cumsum([0, *(wish.width for wish in wishes)])),
        days_of=_numbers(np.cumsum([0, *(len(wish.needed_by) for wish in wishes)])),
        days=_numbers(
            [
                end
                for wish in wishes
                for end in np.cumsum([share for _, share in wish.needed_by]).tolist()
            ]
        ),
        wishes=chances([wish.chances for wish in wishes]),
    )


def _numbers(found: Iterable[int]) -> Drawings:
    return np.array(list(found), np.int64)


def _words(found: Iterable[int]) -> Words:
    return np.array(list(found), np.uint64)


def pieces(first: int, until: int) -> Iterator[tuple[int, int]]:
    """The people [first, until) in pieces of a size that is drawn at once."""
    for begin in range(first, until, AT_ONCE):
        yield begin, min(begin + AT_ONCE, until)


def draw_many(
    population: Population, seed: int, first: int, until: int, cores: int = 1
) -> tuple[Drawings, Drawings]:
    """Of the people [first, until): where they begin, and what they want (see `Drawn`)."""
    plan = plan_of(population, seed)
    begins, wants = (np.empty(until - first, np.int64) for _ in range(2))

    def part(piece: tuple[int, int]) -> None:
        at = slice(piece[0] - first, piece[1] - first)
        _draw(plan, piece[0], begins[at], wants[at])

    if cores == 1:
        part((first, until))
    else:
        with ThreadPoolExecutor(cores) as pool:
            list(pool.map(part, pieces(first, until)))
    return begins, wants


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


@kernel
def _draw(plan: Plan, first: int, begins: Drawings, wants: Drawings) -> None:
    traits = plan.trait.shape[0]
    for at in range(begins.shape[0]):
        step = np.uint64(first + at + 1) * _GOLDEN
        kind = _share(plan.kind_ends, 0, _of_thousand(plan.kind[0] + step))
        facts = plan.kind_facts[kind]
        begin = kind << traits
        for trait in range(traits):
            chance = _first(plan.traits, trait, facts)
            if chance >= 0:
                facts &= ~plan.trait_fact[trait]
                if _of_thousand(plan.trait[trait] + step) < chance:
                    facts |= plan.trait_fact[trait]
            if facts & plan.trait_fact[trait]:
                begin |= 1 << trait
        begins[at] = begin
        want = 0
        for wish in range(plan.wish.shape[0]):
            chance = _first(plan.wishes, wish, facts)
            if chance > 0 and _of_thousand(plan.wish[wish] + step) < chance:
                day = _share(plan.days, plan.days_of[wish], _of_thousand(plan.day[wish] + step))
                want |= (day - plan.days_of[wish] + 1) << plan.low[wish]
        wants[at] = want


@inlined
def _first(chances: Chances, number: int, facts: np.uint64) -> int:
    """The first chance that fits, or -1."""
    for at in range(chances.of[number], chances.of[number + 1]):
        if (chances.when[at] & ~facts) | (chances.unless[at] & facts) == np.uint64(0):
            return int(chances.of_thousand[at])
    return -1


@inlined
def _share(ends: Drawings, begin: int, drawn: int) -> int:
    at = begin
    while drawn >= ends[at]:
        at += 1
    return at


@inlined
def _of_thousand(mixed: np.uint64) -> int:
    mixed = (mixed ^ mixed >> _30) * _FIRST
    mixed = (mixed ^ mixed >> _27) * _SECOND
    mixed ^= mixed >> _31
    return int(np.int64((mixed >> _HALF) * _THOUSAND >> _HALF))
