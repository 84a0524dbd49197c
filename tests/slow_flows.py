# SPDX-License-Identifier: EUPL-1.2
"""The slow, obvious twin of the flows: lists, loops and a statistics module."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import fmean, median

from tests.random_logs import Row

DAY = timedelta(days=1)
Moved = tuple[str, str, str, timedelta, bool]


@dataclass(frozen=True, slots=True)
class Slow:
    transitions: dict[tuple[str, str], tuple[int, float, float]]
    handovers: dict[tuple[str, str], tuple[int, float, float]]
    variants: Counter[tuple[str, ...]]
    durations: list[float]
    rework: dict[str, int]
    unknown: int
    handoffs: list[Moved]


def slow_flows(rows: list[Row]) -> Slow:
    """Times of the rows are one moment when they are equal to the microsecond."""
    cases: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        cases[row.case].append(row)
    for name in cases:
        cases[name] = sorted(cases[name], key=lambda row: row.complete)  # keeps the order of ties
    pairs = [pair for case in cases.values() for pair in pairwise(case)]
    times = {name: Counter(row.complete for row in case) for name, case in cases.items()}
    repeated: Counter[str] = Counter()
    for case in cases.values():
        done = Counter(row.activity for row in case)
        repeated.update(name for name, often in done.items() if often > 1)
    return Slow(
        transitions=_between(pairs, "activity"),
        handovers=_between(pairs, "organisation"),
        variants=Counter(tuple(row.activity for row in case) for case in cases.values()),
        durations=sorted(
            (max(row.complete for row in case) - min(map(_start, case))) / DAY
            for case in cases.values()
        ),
        rework=dict(repeated),
        unknown=sum(not _known(one, other, times[one.case]) for one, other in pairs),
        handoffs=sorted(moved for name, case in cases.items() for moved in _handoffs(name, case)),
    )


def _start(row: Row) -> datetime:
    return row.complete if row.start is None else row.start


def _wait(one: Row, other: Row) -> timedelta:
    return max(_start(other) - one.complete, timedelta(0))


def _between(pairs, column: str) -> dict[tuple[str, str], tuple[int, float, float]]:
    found = defaultdict(list)
    for one, other in pairs:
        key = (getattr(one, column), getattr(other, column))
        if all(key):
            found[key].append(_wait(one, other) / DAY)
    return {key: (len(days), fmean(days), median(days)) for key, days in found.items()}


def _known(one: Row, other: Row, times: Counter[datetime]) -> bool:
    return times[one.complete] == times[other.complete] == 1


def _handoffs(name: str, case: list[Row]) -> list[Moved]:
    whose = [row for row in case if row.organisation]
    times = Counter(row.complete for row in whose)
    return [
        (name, one.organisation, other.organisation, _wait(one, other), _known(one, other, times))
        for one, other in pairwise(whose)
        if one.organisation != other.organisation and _start(other) >= one.complete
    ]
