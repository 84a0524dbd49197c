# SPDX-License-Identifier: EUPL-1.2
"""Random tables, the same for the same seed: of two and three dimensions, with trees, with only one
organisation behind a cell, and more than one about the same people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from random import Random

from ruimbaan.analytics.disclosure.cubes import Cube, Dimension, Key, Path

PEOPLE = "people"
TREE = 0.4  # of the dimensions
Person = tuple[str, ...]


def flat(name: str, size: int) -> Dimension:
    return Dimension(name, tuple((f"{name}{index}",) for index in range(size)))


def tree(name: str, size: int, chance: Random) -> Dimension:
    """Its categories under two or three others."""
    above = chance.randint(2, 3)
    return Dimension(
        name, tuple(sorted((f"{name}{index % above}", f"{name}{index}") for index in range(size)))
    )


def count(chance: Random, mean: float) -> int:
    """Many small, some large, as counts of people in regions are."""
    return int(chance.gammavariate(1.2, mean / 1.2) + 0.5)


def table(
    seed: int, sizes: Sequence[tuple[int, int]] = ((4, 10), (4, 8)), mean: float = 14
) -> Cube:
    """One cube, some of its dimensions with a tree, some of its cells held by one organisation."""
    chance = Random(seed)
    dimensions = tuple(
        tree(name, size, chance) if size > 3 and chance.random() < TREE else flat(name, size)
        for name, size in (("abc"[at], chance.randint(*size)) for at, size in enumerate(sizes))
    )
    keys = list(product(*(one.leaves for one in dimensions)))
    counts = {key: count(chance, mean) for key in keys}
    held = {key: f"org{chance.randint(1, 3)}" for key in keys if chance.random() < 0.04}
    return Cube(PEOPLE, dimensions, counts, held)


def plain(seed: int, sizes: Sequence[tuple[int, int]], mean: float = 14) -> Cube:
    """Without trees and holders: as tables are compared elsewhere."""
    chance = Random(seed)
    dimensions = tuple(flat("abc"[at], chance.randint(*size)) for at, size in enumerate(sizes))
    keys = product(*(one.leaves for one in dimensions))
    return Cube(PEOPLE, dimensions, {key: count(chance, mean) for key in keys})


def people(seed: int, sizes: Sequence[int], mean: float) -> list[Person]:
    """Basic categories of everybody."""
    chance = Random(seed)
    cells = product(*([str(index) for index in range(size)] for size in sizes))
    return [cell for cell in cells for _ in range(count(chance, mean))]


def counted(who: Iterable[Person], places: Sequence[int], dimensions: Sequence[Dimension]) -> Cube:
    """The cube of these people for some of what is known of them."""
    of_base: list[dict[str, Path]] = [
        {base: leaf for leaf in one.leaves for base in one.bases(leaf)} for one in dimensions
    ]
    found: Counter[Key] = Counter()
    for person in who:
        found[tuple(of[person[at]] for of, at in zip(of_base, places, strict=True))] += 1
    return Cube(PEOPLE, tuple(dimensions), dict(found))


def grouped(name: str, groups: Sequence[Sequence[int]]) -> Dimension:
    """Categories that are groups of basic ones: 18–30 holds 18, 19, and so on."""
    made: dict[Path, frozenset[str]] = {
        (f"{name} {group[0]}-{group[-1]}",): frozenset(map(str, group)) for group in groups if group
    }
    return Dimension(name, tuple(made), made)
