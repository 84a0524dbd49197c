# SPDX-License-Identifier: EUPL-1.2
"""Draws the people and answers their questions, on all cores of this machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

from ruimbaan.analytics.population.answering import Climber
from ruimbaan.analytics.population.deadlocks import deadlocks
from ruimbaan.analytics.population.drawing import counted
from ruimbaan.analytics.population.figures import Figures
from ruimbaan.analytics.population.questions import Asked, Asking, Question
from ruimbaan.analytics.population.ranking import Drawing, Ranking, ranked, within_reach
from ruimbaan.core.journey.population import Drawn, Population
from ruimbaan.core.planner.staircase import Staircase
from ruimbaan.core.planner.world import World

AT_ONCE = 100  # questions: the work of a moment
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
        self._climbers: dict[int, Climber] = {}

    def drawn(self, first: int, until: int) -> Counter[Drawn]:
        return counted(self.job.population, self.job.seed, first, until)

    def answered(self, questions: Sequence[Question]) -> list[Staircase]:
        return [self._climber(one.plan_from).of(one) for one in questions]

    def _climber(self, plan_from: int) -> Climber:
        if plan_from not in self._climbers:
            problem = self.asking.layout(plan_from)
            reach = problem.bend(within_reach(self.job.world))
            beside = sum(problem.rule_switch.values()) - reach
            most = max(self.job.most, TOGETHER)
            self._climbers[plan_from] = Climber(problem, reach, beside, most)
        return self._climbers[plan_from]


def rank(job: Job, people: int, *, cores: int, pairs: int, told: Told) -> Ranking:
    """On so many cores."""
    worker = Worker(job)
    with answering(job, cores) as answers:
        return rank_drawn(worker, worker.drawn(0, people), answers, pairs=pairs, told=told)


Answers = Callable[[Asked], Iterator[list[Staircase]]]


def rank_drawn(
    worker: Worker, drawn: Counter[Drawn], answers: Answers, *, pairs: int, told: Told
) -> Ranking:
    """`answers` gives the staircases of what is asked in order, in pieces."""
    job = worker.job
    asked = worker.asking.asked(drawn)
    staircases: list[Staircase] = []
    told(0, len(asked.questions))
    for piece in answers(asked):
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
def answering(job: Job, cores: int) -> Iterator[Answers]:
    """A thread for each core, with a worker of its own: compiled code leaves Python to the others.
    What was not begun when it is left early, never is."""
    own = local()

    def answered(questions: Sequence[Question]) -> list[Staircase]:
        if not hasattr(own, "worker"):
            own.worker = Worker(job)
        worker: Worker = own.worker
        return worker.answered(questions)

    pool = ThreadPoolExecutor(cores)
    try:
        yield lambda asked: pool.map(answered, _pieces(asked.questions))
    finally:
        pool.shutdown(cancel_futures=True)


def _pieces(questions: Sequence[Question]) -> Iterator[Sequence[Question]]:
    for begin in range(0, len(questions), AT_ONCE):
        yield questions[begin : begin + AT_ONCE]
