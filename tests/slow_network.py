# SPDX-License-Identifier: EUPL-1.2
"""The slow, obvious twin of the network: every road is walked, every organisation taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, pairwise, permutations

Ties = Mapping[tuple[str, str], int]


def names_of(ties: Ties) -> list[str]:
    return sorted({name for pair in ties for name in pair})


def roads(
    ties: Ties, start: str, end: str, been: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """Every road that visits nobody twice."""
    walked = (*been, start)
    if start == end:
        yield walked
        return
    for one, other in ties:
        if one == start and other not in walked:
            yield from roads(ties, other, end, walked)


def betweenness(ties: Ties) -> dict[str, Fraction]:
    """Normalised: of all pairs of others, the share of their shortest roads that goes through one."""
    names = names_of(ties)
    found = dict.fromkeys(names, Fraction(0))
    for start, end in permutations(names, 2):
        long: dict[tuple[str, ...], Fraction] = {}
        for road in roads(ties, start, end):
            long[road] = sum(
                (Fraction(1, ties[step]) for step in pairwise(road)),
                Fraction(0),
            )
        shortest = [road for road in long if long[road] == min(long.values())]
        for road in shortest:
            for name in road[1:-1]:
                found[name] += Fraction(1, len(shortest))
    others = (len(names) - 1) * (len(names) - 2)
    return {name: found[name] / others for name in names}


def pieces(ties: Ties, names: Iterable[str]) -> list[set[str]]:
    """Of these names, those that hang together, whatever the direction."""
    left, found = set(names), []
    while left:
        piece = {left.pop()}
        while more := {
            other
            for pair in ties
            for one, other in (pair, pair[::-1])
            if one in piece and other in left
        }:
            piece |= more
            left -= more
        found.append(piece)
    return found


def splits(ties: Ties) -> set[str]:
    """Who, taken away, leaves more pieces than there were."""
    names = names_of(ties)
    before = len(pieces(ties, names))
    return {name for name in names if len(pieces(ties, {*names} - {name})) > before}


def modularity(ties: Ties, groups: Iterable[Iterable[str]]) -> Fraction:
    """Q = 1/2m sum (A_ij - k_i k_j / 2m) over pairs in one group."""
    names = names_of(ties)

    def weight(one: str, other: str) -> int:
        return ties.get((one, other), 0) + ties.get((other, one), 0)

    degree = {name: sum(weight(name, other) for other in names) for name in names}
    double = sum(degree.values())
    return sum(
        (
            Fraction(weight(one, other), double) - Fraction(degree[one] * degree[other], double**2)
            for group in groups
            for one in group
            for other in group
        ),
        Fraction(0),
    )


def care_density(people: list[set[str]], person: set[str]) -> Fraction:
    pairs = list(combinations(sorted(person), 2))
    shared = sum(sum({one, other} <= had for had in people) for one, other in pairs)
    return Fraction(shared, len(pairs))
