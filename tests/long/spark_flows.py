# SPDX-License-Identifier: EUPL-1.2
"""Spark beside DuckDB: equal answers, a worker that is lost, and from which size Spark would win.

python -m tests.long.spark_flows --random 8
python -m tests.long.spark_flows --lose
python -m tests.long.spark_flows --lose 100000000
python -m tests.long.spark_flows --events 1000000 10000000 100000000

Needs the extra `spark` and Java. Logs are made in a temporary folder (--folder chooses where) and
thrown away; about 60 bytes an event. Ends with exit code 1 when answers differ.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, process_time, sleep

import psutil

from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.events.own_parquet import write_parquet
from ruimbaan.analytics.flows import flows_of
from ruimbaan.analytics.flows.arrows import Arrow, arrows_of, most_frequent_first
from ruimbaan.analytics.flows.following import follows
from ruimbaan.analytics.flows.portable import portable_flows
from ruimbaan.analytics.spark import local_cluster
from ruimbaan.analytics.spark.answering import ask, events_of, session
from tests.bench.many_events import write_events
from tests.random_logs import random_log, write_csv

AN_EVENT = 60  # bytes on disk, for the log as it comes, as it is sorted, and what Spark spills
LOST_EVENTS = 3_000_000
LARGE = 10_000_000  # events of which one question is enough
LOOK_AGAIN = 0.02  # seconds


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def ours(folder: Path, source: Path) -> Path:
    path = folder / f"{source.stem}-ours.parquet"
    write_parquet(open_log(source), path)
    return path


def by_spark(spark, path: Path) -> tuple[Arrow, ...]:
    rows = ask(spark, follows(events_of(spark, path)))
    return most_frequent_first([Arrow(row["a"], row["b"], row["n"]) for row in rows])


def random_logs(folder: Path, count: int) -> int:
    """How many of the random logs have another answer."""
    chance, wrong = Random(9), 0
    with local_cluster(folder=folder) as cluster, session(cluster) as spark:
        for number in range(count):
            source = folder / f"random-{number}.csv"
            rows = random_log(chance, cases=chance.randint(1, 60), gaps=chance.choice((0.0, 0.3)))
            write_csv(rows, source)
            path = ours(folder, source)
            log = open_log(path)
            found = portable_flows(
                events_of(spark, path), log.precision, lambda one: ask(spark, one)
            )
            if found != flows_of(log):
                wrong += 1
                say(f"{source.name} differs: {found} and {flows_of(log)}")
    say(f"{count} random logs, {wrong} differences")
    return wrong


def lose_a_worker(folder: Path, events: int) -> int:
    """0 when the answer is right although one of both workers was ended half-way."""
    source = folder / "lost.parquet"
    write_events(events, source)
    path = ours(folder, source)
    source.unlink()
    right = arrows_of(open_log(path))
    with local_cluster(folder=folder) as cluster, session(cluster) as spark:
        gone: list[str] = []

        def lose() -> None:
            tracker = spark.sparkContext.statusTracker()
            while not gone:
                stages = map(tracker.getStageInfo, tracker.getActiveStageIds())
                gone.extend(
                    f"{stage.numCompletedTasks} of {stage.numTasks} parts of stage {stage.stageId}"
                    for stage in stages
                    if stage and 0 < stage.numCompletedTasks < stage.numTasks
                )
                sleep(LOOK_AGAIN)
            os.killpg(cluster.workers[0].pid, signal.SIGKILL)

        waiting = Thread(target=lose, daemon=True)
        waiting.start()
        found = by_spark(spark, path)
        waiting.join(1)
        left = [worker.poll() is None for worker in cluster.workers]
    say(
        f"{events:,} events: a worker was ended after {gone}; left: {left}; equal: {found == right}"
    )
    return 0 if found == right and gone and left == [False, True] else 1


def sizes(folder: Path, events: list[int]) -> int:
    wrong = 0
    say(f"{'events':>12} {'':8} {'CPU s':>9} {'wall s':>9}")
    for count in events:
        free = shutil.disk_usage(folder).free
        if free < 2 * AN_EVENT * count:
            say(f"{count:,} events need {2 * AN_EVENT * count:,} bytes and {free:,} are free")
            return 1
        source = folder / f"events-{count}.parquet"
        write_events(count, source)
        path = ours(folder, source)
        source.unlink()
        began, cpu = monotonic(), process_time()
        right = arrows_of(open_log(path))
        told(count, "DuckDB", process_time() - cpu, monotonic() - began)
        began = monotonic()
        with local_cluster(folder=folder) as cluster, session(cluster) as spark:
            told(count, "start", cpu_of_all(), monotonic() - began)
            for _ in range(1 if count > LARGE else 2):  # Java compiles what it needs the first time
                began, cpu = monotonic(), cpu_of_all()
                found = by_spark(spark, path)
                told(count, "Spark", cpu_of_all() - cpu, monotonic() - began)
                wrong += found != right
        path.unlink()
    say(f"{wrong} differences")
    return wrong


def cpu_of_all() -> float:
    """Seconds of the processor of the driver, the master, the workers and what they started."""
    return sum(
        sum(process.cpu_times()[:2]) for process in psutil.Process().children(recursive=True)
    )


def told(count: int, what: str, cpu: float, wall: float) -> None:
    say(f"{count:>12,} {what:8} {cpu:>9.2f} {wall:>9.2f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--lose", type=int, nargs="?", const=LOST_EVENTS, metavar="EVENTS")
    parser.add_argument("--events", type=int, nargs="*", default=[])
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with TemporaryDirectory(dir=chosen.folder) as temporary:
        folder = Path(temporary)
        wrong = random_logs(folder, chosen.random) if chosen.random else 0
        wrong += lose_a_worker(folder, chosen.lose) if chosen.lose else 0
        wrong += sizes(folder, chosen.events) if chosen.events else 0
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
