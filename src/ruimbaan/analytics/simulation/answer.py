# SPDX-License-Identifier: EUPL-1.2
"""What came of all runs, before and after, as one answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from ruimbaan.analytics.simulation.bands import Band, mean_with_interval, over_runs
from ruimbaan.analytics.simulation.region import MARKS, Outcome

FEWEST = 10  # people of the model who begin at a desk in a run; of fewer nothing is told


@dataclass(frozen=True, slots=True)
class Figures:
    """`reached` at each mark (days): the share of all goals. `waits` (days) per service. `again`: of a
    hundred people, how often something had to be asked for anew."""

    people: float
    reached: tuple[Band, ...]
    waits: Mapping[str, Band]
    again: Band

    def as_json(self) -> dict[str, Any]:
        return {
            "people": round(self.people, 1),
            "reached": [
                [mark, *one.rounded()] for mark, one in zip(MARKS, self.reached, strict=True)
            ],
            "waits": {service: one.rounded() for service, one in self.waits.items()},
            "again": self.again.rounded(),
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """After less before, run by run, with the interval of the mean."""

    reached: tuple[Band, ...]
    waits: Mapping[str, Band]

    def as_json(self) -> dict[str, Any]:
        return {
            "reached": [
                [mark, *one.rounded()] for mark, one in zip(MARKS, self.reached, strict=True)
            ],
            "waits": {service: one.rounded() for service, one in self.waits.items()},
        }


def figures(runs: Sequence[Outcome], services: Iterable[str]) -> Figures:
    """Of these services only."""
    return Figures(
        people=fmean(one.people for one in runs),
        reached=tuple(over_runs([one.reached[at] for one in runs]) for at in range(len(MARKS))),
        waits={name: over_runs([one.waits[name].days for one in runs]) for name in services},
        again=over_runs([100 * one.again / max(one.people, 1) for one in runs]),
    )


def difference(
    before: Sequence[Outcome], after: Sequence[Outcome], services: Iterable[str]
) -> Difference:
    pairs = list(zip(before, after, strict=True))
    return Difference(
        reached=tuple(
            mean_with_interval([new.reached[at] - old.reached[at] for old, new in pairs])
            for at in range(len(MARKS))
        ),
        waits={
            name: mean_with_interval(
                [new.waits[name].days - old.waits[name].days for old, new in pairs]
            )
            for name in services
        },
    )


def told_of(*scenarios: Sequence[Outcome]) -> tuple[str, ...]:
    """The services at which in every run of every scenario enough people began."""
    first = scenarios[0][0].waits
    return tuple(
        name
        for name in first
        if all(one.waits[name].began >= FEWEST for runs in scenarios for one in runs)
    )


def one_answer(before: Sequence[Outcome], after: Sequence[Outcome]) -> dict[str, Any]:
    services = told_of(before, after)
    return {
        "before": figures(before, services).as_json(),
        "after": figures(after, services).as_json(),
        "difference": difference(before, after, services).as_json(),
    }


def grid_answer(
    cells: Sequence[tuple[int, ...]], found: Sequence[Sequence[Outcome]]
) -> dict[str, Any]:
    """Of every combination of positions; the first is as things go now."""
    services = told_of(*found)
    return {
        "-".join(map(str, cell)): {
            **figures(runs, services).as_json(),
            "difference": difference(found[0], runs, services).as_json(),
        }
        for cell, runs in zip(cells, found, strict=True)
    }
