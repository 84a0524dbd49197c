# SPDX-License-Identifier: EUPL-1.2
"""The audit, against everything that ever came out; only what passed it becomes an `Audited`.

`write_release` takes nothing else, and nothing but `audit` can make one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from ruimbaan.analytics.disclosure.attacking import OUTSIDER, Attack, Insider
from ruimbaan.analytics.disclosure.cubes import Whole, told
from ruimbaan.analytics.disclosure.errors import NotAudited
from ruimbaan.analytics.disclosure.sight import Sight, sight_of
from ruimbaan.analytics.disclosure.tables import ABSENT, HIDDEN, Proposal, Rule, Table
from ruimbaan.analytics.disclosure.watchers import watchers_of
from ruimbaan.analytics.disclosure.witnesses import Witnesses

_SEAL = object()


@dataclass(frozen=True)
class Leak:
    """A cell, the table it is in, and what somebody who subtracts knows of it. It holds a small
    count: for the steward's eyes, never for the public."""

    table: str
    cell: str
    least: int
    most: int

    @property
    def exact(self) -> bool:
        return self.least == self.most


@dataclass(frozen=True)
class Report:
    """What the audit looked at and found. `against` has the sums of the earlier releases."""

    name: str
    population: str
    threshold: int
    cells: int
    hidden: int
    finest: int
    finest_hidden: int
    watchers: int
    checked: int  # pairs of an attacker and a cell
    against: tuple[str, ...]
    leaks: tuple[Leak, ...]

    @property
    def passed(self) -> bool:
        return not self.leaks


@final
class Audited:
    """A table that passed the audit, with its report."""

    __slots__ = ("report", "table")

    def __init__(self, seal: object, table: Table, report: Report) -> None:
        if seal is not _SEAL or not report.passed:
            raise NotAudited
        self.table = table
        self.report = report


@final
@dataclass(frozen=True, slots=True)
class Refused:
    """A table that must not come out, and why."""

    report: Report


def audit(
    offered: Proposal | Table, rule: Rule, earlier: Sequence[Table] = ()
) -> Audited | Refused:
    """Of a Proposal the counts are known, so that people who are alone in a cell are attackers too;
    of a Table only what is public.

    Raises Contradiction when the tables cannot all be about the same people.
    """
    table = offered.table if isinstance(offered, Proposal) else offered
    watchers = watchers_of(offered.cube) if isinstance(offered, Proposal) else (OUTSIDER,)
    sight = sight_of(table, earlier)
    Attack(sight, OUTSIDER, rule.threshold).furthest(0, up=True)  # does anything fit at all?
    targets = targets_of(sight)
    witnesses = Witnesses(sight.public.size, rule.threshold)
    unsafe, checked = dict.fromkeys(shown_small(sight, rule), OUTSIDER), 0
    for watcher in watchers:
        looked_at = targets_for(watcher, sight, targets)
        checked += looked_at.size
        for cell in witnesses.unsafe(sight, watcher, looked_at):
            unsafe.setdefault(cell, watcher)
    tables = [table, *(one for one in earlier if one.population == table.population)]
    leaks = [_leak(sight, cell, watcher, rule, tables) for cell, watcher in unsafe.items()]
    report = _report(table, rule, tables, tuple(leaks), len(watchers), checked)
    return Audited(_SEAL, table, report) if report.passed else Refused(report)


def targets_of(sight: Sight) -> Whole:
    """Every hidden cell of every table, and every group between tables. Which hidden cells are small
    and which only cover for them does not matter: a large one is always possibly large."""
    between = np.arange(sight.public.size) >= sight.tables
    return np.flatnonzero((sight.public == HIDDEN) | between)


def targets_for(watcher: Insider, sight: Sight, targets: Whole) -> Whole:
    """Somebody who knows a part is only kept from the cells that are not theirs."""
    if not watcher.cells.size:
        return targets
    return np.setdiff1d(targets[targets < sight.tables], _part_of(watcher, sight))


def _part_of(watcher: Insider, sight: Sight) -> Whole:
    """Cells with nobody in them but what the watcher knows."""
    known = np.asarray(sight.rows[watcher.cells].sum(axis=0)).reshape(-1) > 0
    inside = np.asarray((sight.rows[:, ~known]).sum(axis=1)).reshape(-1) == 0
    return np.flatnonzero(inside)


def shown_small(sight: Sight, rule: Rule) -> list[int]:
    """Small counts that simply stand there."""
    return [int(cell) for cell in np.flatnonzero(rule.small(sight.public))]


def _leak(sight: Sight, cell: int, watcher: Insider, rule: Rule, tables: Sequence[Table]) -> Leak:
    attack = Attack(sight, watcher, rule.threshold)
    least, most = (int(attack.furthest(cell, up=up)[cell]) for up in (False, True))
    place = cell
    for table in tables:
        if place < table.shown.size:
            return Leak(table.name, told(table.keys[place]), least, most)
        place -= table.shown.size
    return Leak(" − ".join(table.name for table in tables), "*", least, most)


def _report(
    table: Table,
    rule: Rule,
    tables: Sequence[Table],
    leaks: tuple[Leak, ...],
    watchers: int,
    checked: int,
) -> Report:
    leaves = [set(dimension.leaves) for dimension in table.dimensions]
    finest = np.array(
        [all(path in known for path, known in zip(key, leaves, strict=True)) for key in table.keys]
    )
    hidden = table.shown == HIDDEN
    return Report(
        name=table.name,
        population=table.population,
        threshold=rule.threshold,
        cells=int((table.shown != ABSENT).sum()),
        hidden=int(hidden.sum()),
        finest=int(finest.sum()),
        finest_hidden=int((hidden & finest).sum()),
        watchers=watchers,
        checked=checked,
        against=tuple(digest(one) for one in tables[1:]),
        leaks=leaks,
    )


def digest(table: Table) -> str:
    """A sum over everything of a table that the public gets."""
    cells = [
        [[list(path) for path in key], int(shown)]
        for key, shown in zip(table.keys, table.shown, strict=True)
    ]
    whole = [table.name, table.population, [one.name for one in table.dimensions], cells]
    return hashlib.sha256(json.dumps(whole, separators=(",", ":")).encode()).hexdigest()
