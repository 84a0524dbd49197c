# SPDX-License-Identifier: EUPL-1.2
"""All runs of all changes, with every result kept as soon as it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ruimbaan.analytics.simulation.halfway import Halfway, Job
from ruimbaan.analytics.simulation.model import Model
from ruimbaan.analytics.simulation.region import Outcome, live
from ruimbaan.analytics.simulation.workers import spread
from ruimbaan.core.insight.what_if import Change

Question = tuple[Model, tuple[Change, ...]]


def live_all(
    model: Model,
    changes: Sequence[Change],
    halfway: Halfway,
    processes: int = 1,
    told: Callable[[], None] = lambda: None,
) -> list[list[Outcome]]:
    """Per change its runs in order. What `halfway` has is not done again; what is done is added to
    it. `told` hears of each run."""
    every = [(change, run) for run in range(model.plan.runs) for change in range(len(changes))]
    to_do = [job for job in every if job not in halfway.done]
    for number, outcome in spread(_one, (model, tuple(changes)), to_do, processes):
        halfway.done[to_do[number]] = outcome
        told()
    return [
        [halfway.done[change, run] for run in range(model.plan.runs)]
        for change in range(len(changes))
    ]


def _one(question: Question, job: Job) -> Outcome:
    model, changes = question
    change, run = job
    return live(model, run, changes[change])
