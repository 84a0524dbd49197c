# SPDX-License-Identifier: EUPL-1.2
"""Draws the people and answers their questions, on all cores of this machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from ruimbaan.analytics.population.deadlocks import deadlocks
from ruimbaan.analytics.population.drawing import counted
from ruimbaan.analytics.population.figures import Figures
from ruimbaan.analytics.population.questions import Asking, Begun
from ruimbaan.analytics.population.ranking import Drawing, Ranking, ranked
from ruimbaan.core.journey.population import Drawn, Population
from ruimbaan.core.planner.staircase import Staircase, Staircases
from ruimbaan.core.planner.world import World

AT_ONCE = 100  # questions: the work of a second or two
TOGETHER = 2  # rules: pairs are always told
Told = Callable[[int, int], None]  # questions answered, of how many


@dataclass(frozen=True, slots=True)
class Job:
    """What everybody who works along has to know. `most`: rules that are changed together."""

    world: World
    population: Population
    seed: int
    most: int


class Worker:
    """Draws, and answers; any number of them give the same."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.asking = Asking(job.world, job.population)
        rules = job.world.rules
        switch = {rule: 1 << number for number, rule in enumerate(rules)}
        reach = sum(switch[rule.id] for rule in rules.values() if rule.may_bend)
        beside = sum(switch.values()) - reach
        self.staircases = Staircases(reach, beside, max(job.most, TOGETHER))

    def drawn(self, first: int, until: int) -> Counter[Drawn]:
        return counted(self.job.population, self.job.seed, first, until)

    def answered(self, questions: Sequence[Begun]) -> list[Staircase]:
        return [self.staircases.of(self.asking.problem(one)) for one in questions]


def rank(job: Job, people: int, *, cores: int, pairs: int, told: Told) -> Ranking:
    """On so many cores, each a process of its own; 1: in this one."""
    worker = Worker(job)
    drawn = worker.drawn(0, people)
    with answering(job, worker, cores) as answers:
        return rank_drawn(worker, drawn, answers, pairs=pairs, told=told)


Answers = Callable[[Sequence[Begun]], Iterator[list[Staircase]]]


def rank_drawn(
    worker: Worker, drawn: Counter[Drawn], answers: Answers, *, pairs: int, told: Told
) -> Ranking:
    """`answers` gives the staircases of these questions in order, in pieces."""
    job = worker.job
    asked = worker.asking.asked(drawn)
    staircases: list[Staircase] = []
    told(0, len(asked.questions))
    for piece in answers(asked.questions):
        staircases += piece
        told(len(staircases), len(asked.questions))
    horizon = job.world.span.horizon
    stuck = [one for one, at in asked.number.items() if staircases[at].practice == horizon]
    return ranked(
        job.world,
        Drawing(job.seed, drawn.total(), job.population.digest),
        Figures(asked.people, staircases, horizon),
        deadlocks(worker.asking, drawn, stuck),
        pairs=pairs,
        best=job.most,
    )


@contextmanager
def answering(job: Job, worker: Worker, cores: int) -> Iterator[Answers]:
    """Stops at once, and leaves no process behind, when it is left early."""
    if cores == 1:
        yield lambda questions: (worker.answered(piece) for piece in _pieces(questions))
        return
    pool = ProcessPoolExecutor(cores, get_context("spawn"), _begin, (job,))
    try:
        yield lambda questions: pool.map(_answered, _pieces(questions))
    finally:
        pool.shutdown(cancel_futures=True)


def _pieces(questions: Sequence[Begun]) -> Iterator[Sequence[Begun]]:
    for begin in range(0, len(questions), AT_ONCE):
        yield questions[begin : begin + AT_ONCE]


_here: list[Worker] = []  # the one of a process that works along


def _begin(job: Job) -> None:
    _here.append(Worker(job))


def _answered(questions: Sequence[Begun]) -> list[Staircase]:
    return _here[0].answered(questions)
