# SPDX-License-Identifier: EUPL-1.2
"""The same ranking by Spark: people are drawn, and questions answered, in partitions that may each be
lost and done again.

Every worker knows the job whole, so a partition is no more than two numbers, or which questions: who is
person i depends on the seed and on i alone.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa

from ruimbaan.analytics.population.drawing import pieces
from ruimbaan.analytics.population.questions import Begun
from ruimbaan.analytics.population.ranking import Ranking
from ruimbaan.analytics.population.working import AT_ONCE, Job, Told, Worker, rank_drawn
from ruimbaan.analytics.spark.answering import session
from ruimbaan.analytics.spark.cluster import local_cluster
from ruimbaan.core.journey.population import Drawn
from ruimbaan.core.planner.staircase import Stair, Staircase

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Batches = Iterable[pa.RecordBatch]
DRAWN = "begins long, wants long, people long"
ANSWERED = "number long, staircase string"


def rank(job: Job, people: int, *, pairs: int, told: Told) -> Ranking:
    """Raises SparkMissing, JavaMissing, NotStarted."""
    with local_cluster() as cluster, _our_python(), session(cluster) as spark:
        worker = Worker(job)
        return rank_drawn(
            worker,
            drawn_by(spark, job, people),
            lambda asked: answered_by(spark, job, asked.first),
            pairs=pairs,
            told=told,
        )


@contextmanager
def _our_python() -> Iterator[None]:
    """Workers run the same Python as this process does."""
    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYSPARK_PYTHON"]
        else:
            os.environ["PYSPARK_PYTHON"] = before


def drawn_by(spark: SparkSession, job: Job, people: int) -> Counter[Drawn]:
    parts = [(begin, end) for begin, end in pieces(0, people)]
    table = _apart(spark, parts, "first long, until long", len(parts))

    def draw(batches: Batches) -> Batches:
        worker = Worker(job)
        for batch in batches:
            found: Counter[Drawn] = Counter()
            for part in batch.to_pylist():
                found += worker.drawn(part["first"], part["until"])
            rows = [(one.begins, one.wants, count) for one, count in found.items()]
            yield _batch(("begins", "wants", "people"), rows)

    found = table.mapInArrow(draw, DRAWN).groupBy("begins", "wants").sum("people")
    return Counter({Drawn(row[0], row[1]): row[2] for row in found.collect()})


def answered_by(spark: SparkSession, job: Job, begun: Sequence[Begun]) -> Iterator[list[Staircase]]:
    rows = [(number, *one) for number, one in enumerate(begun)]
    parts = -(-len(rows) // AT_ONCE)
    table = _apart(spark, rows, "number long, begins long, goal string", parts)

    def answer(batches: Batches) -> Batches:
        worker = Worker(job)
        for batch in batches:
            asked = batch.to_pylist()
            found = worker.answered(
                [worker.asking.question((one["begins"], one["goal"])) for one in asked]
            )
            told = ((one["number"], _told(each)) for one, each in zip(asked, found, strict=True))
            yield _batch(("number", "staircase"), list(told))

    answered = table.mapInArrow(answer, ANSWERED).collect()
    yield [_heard(text) for _, text in sorted((row[0], row[1]) for row in answered)]


def _apart(
    spark: SparkSession, rows: Sequence[tuple[object, ...]], shape: str, parts: int
) -> DataFrame:
    """These rows, over so many partitions: each is sent to a worker by itself."""
    shared = spark.sparkContext.parallelize(rows, max(parts, 1))
    return spark.createDataFrame(shared, shape)


def _batch(names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return pa.RecordBatch.from_arrays([pa.array(column) for column in columns], list(names))


def _told(one: Staircase) -> str:
    stairs = ([[*each.rules, each.arrives] for each in side] for side in (one.stairs, one.beside))
    return json.dumps([one.practice, one.best, *stairs], separators=(",", ":"))


def _heard(text: str) -> Staircase:
    practice, best, *sides = json.loads(text)
    stairs, beside = (
        tuple(Stair(tuple(rules), arrives) for *rules, arrives in side) for side in sides
    )
    return Staircase(practice, best, stairs, beside)
