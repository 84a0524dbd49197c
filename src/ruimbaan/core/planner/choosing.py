# SPDX-License-Identifier: EUPL-1.2
"""What matters most to somebody, and which row of the front goes with it.

Three things, and no weighing between them: everything as soon as can be, the fewest changes, or the
least to ask of others. A change is a service that one has to begin with; a counter is an organisation
where one does so. The number of services is that of the lean plan of a row, in which none can be left out
(`lean`): it takes longer to find than the row itself, so it is counted for the rows that count only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.planner.answer import Plan, Point
from ruimbaan.core.planner.solve import Solver

Row = Point | Plan


class Matter(StrEnum):
    SOONEST = "soonest"
    FEWEST_CHANGES = "fewest-changes"
    LEAST_ASKING = "least-asking"


@dataclass(frozen=True, slots=True, order=True)
class Size:
    """How much one has to do with on a way: `changes` are services, `counters` organisations."""

    changes: int
    counters: int


def row_for(solver: Solver, matter: Matter) -> int:
    """The row of the front that is best at this one thing."""
    if matter is Matter.SOONEST:
        return soonest(solver.points)
    if matter is Matter.LEAST_ASKING:
        return least_asking(solver.points)
    return fewest_changes(solver)


def soonest(rows: Sequence[Row]) -> int:
    """The row with the fewest weighted days late. A front is in the order of what it asks, and each
    next row wins days, so that is the last one."""
    return len(rows) - 1


def least_asking(rows: Sequence[Row]) -> int:
    """The first row that brings every goal that any row brings, late or not."""
    return whole_rows(rows)[0]


def fewest_changes(solver: Solver) -> int:
    """Of the rows that bring most goals the one with the fewest services; of those the one with the
    fewest organisations, and then the one that asks least."""
    return min(whole_rows(solver.points), key=lambda row: (size_of(solver, row), row))


def fewest_when_sure(solver: Solver) -> int | None:
    """The same when there is nothing to count, because one row only brings most goals; else None."""
    rows = whole_rows(solver.points)
    return rows[0] if len(rows) == 1 else None


def whole_rows(rows: Sequence[Row]) -> tuple[int, ...]:
    """The rows that bring as many goals as any row, in their order. One row at least."""
    most = max(_reached(row) for row in rows)
    return tuple(number for number, row in enumerate(rows) if _reached(row) == most)


def size_of(solver: Solver, row: int) -> Size:
    services = solver.problem.world.services
    names = solver.services(row)
    return Size(len(names), len({services[name].provider or name for name in names}))


def _reached(row: Row) -> int:
    return sum(day is not None for day in row.arrivals.values())


@dataclass(frozen=True, slots=True)
class Choices:
    """The row of each choice, in the order in which they are told; the one that asks least comes
    first. None: not counted yet. `sizes`: of the rows of which it is known."""

    rows: Mapping[Matter, int | None]
    sizes: Mapping[int, Size]

    @property
    def is_one(self) -> bool:
        """There is nothing to choose: all three are the same way."""
        return len(set(self.rows.values())) == 1


def choices(solver: Solver, shown: int, *, counted: bool) -> Choices:
    """`shown`: the row that is worked out anyway. `counted`: the steps of all rows that count are
    worked out too."""
    points = solver.points
    fewest = fewest_changes(solver) if counted else fewest_when_sure(solver)
    rows = {
        Matter.LEAST_ASKING: least_asking(points),
        Matter.FEWEST_CHANGES: fewest,
        Matter.SOONEST: soonest(points),
    }
    known = {shown, *(row for row in rows.values() if row is not None and counted)}
    return Choices(rows, {row: size_of(solver, row) for row in sorted(known)})
