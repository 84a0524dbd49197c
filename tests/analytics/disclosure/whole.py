# SPDX-License-Identifier: EUPL-1.2
"""One random table all the way: protected, audited, and attacked by somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from ruimbaan.analytics.disclosure.auditing import Audited, audit
from ruimbaan.analytics.disclosure.cubes import Cube
from ruimbaan.analytics.disclosure.protecting import protect
from ruimbaan.analytics.disclosure.tables import Rule, Table
from tests.analytics.disclosure.attackers import given_away, told_by_one
from tests.analytics.disclosure.chance import counted, flat, grouped, people, table

KINDS = 4
DIFFERENCED = [[0, 1, 2], [3, 4, 5], [6, 7]], [[0, 1, 2, 3], [4, 5], [6, 7]]


def cubes_of(seed: int) -> tuple[Cube, ...]:
    """In turn: two dimensions, three dimensions, linked tables, tables that differ by a little."""
    kind = seed % KINDS
    if kind == 0:
        return (table(seed),)
    if kind == 1:
        return (table(seed, ((2, 5), (2, 4), (2, 3))),)
    sizes = (8, 4) if kind == 3 else (4, 4, 3)
    everybody = people(seed, sizes, 12 if kind == 3 else 6)
    if kind == 3:
        return tuple(
            counted(everybody, (0, 1), (grouped("a", groups), flat_base("b", 4)))
            for groups in DIFFERENCED
        )
    a, b, c = (flat_base(name, size) for name, size in zip("abc", sizes, strict=True))
    return (counted(everybody, (0, 1), (a, b)), counted(everybody, (0, 2), (a, c)))


def flat_base(name: str, size: int):
    """Each category one basic category with a number for a name."""
    return grouped(name, [[index] for index in range(size)]) if size else flat(name, size)


def released(cubes: Sequence[Cube], rule: Rule) -> list[Table]:
    """One after the other, each beside those before it."""
    out: list[Table] = []
    for number, cube in enumerate(cubes):
        verdict = audit(protect(f"t{number}", cube, rule, out), rule, out)
        assert isinstance(verdict, Audited), verdict.report.leaks
        out.append(verdict.table)
    return out


def wrong(seed: int, threshold: int = 10) -> list[str]:
    """What anybody, or somebody who is alone in a cell, can still tell."""
    cubes = cubes_of(seed)
    tables = released(cubes, Rule(threshold))
    found = given_away(cubes, tables, threshold)
    if len(cubes) == 1:
        found += told_by_one(cubes[0], tables[0], threshold)
    return found
