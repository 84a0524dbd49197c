# SPDX-License-Identifier: EUPL-1.2
"""Cubes of which each dimension groups the same basic categories in its own way.

A cube says with each category which basic ones it holds, so that the audit knows how tables overlap:
by week, by half year, or by a window that moved on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ruimbaan.analytics.disclosure.cubes import Cube, Dimension, Key, Path

Grouped = Mapping[Path, frozenset[str]]
EVERY: Path = ()  # a dimension of one category: all of what it holds


def one_each(codes: Iterable[str]) -> Grouped:
    return {(code,): frozenset({code}) for code in codes}


def all_of(codes: Iterable[str]) -> Grouped:
    return {EVERY: frozenset(codes)}


def cube_of(
    population: str,
    dimensions: Mapping[str, Grouped],
    rows: Iterable[tuple[Sequence[str], Sequence[str]]],
) -> Cube:
    """Each row has a basic category for each dimension, and who else knows of it: sender, receiver.
    A row with a category that the cube does not hold is not in it."""
    places = [
        {base: path for path, bases in grouped.items() for base in bases}
        for grouped in dimensions.values()
    ]
    counts: Counter[Key] = Counter()
    knowing: dict[Key, frozenset[str]] = {}
    for bases, who in rows:
        if not all(base in place for base, place in zip(bases, places, strict=True)):
            continue
        key = tuple(place[base] for base, place in zip(bases, places, strict=True))
        counts[key] += 1
        knowing[key] = knowing.get(key, frozenset(who)) & frozenset(who)
    # Who took part in every one of a cell knows that cell; of two, the first by name.
    holders = {key: min(who - {""}) for key, who in knowing.items() if who - {""}}
    made = tuple(Dimension(name, tuple(held), held) for name, held in dimensions.items())
    return Cube(population, made, counts, holders)
