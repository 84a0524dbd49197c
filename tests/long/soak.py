# SPDX-License-Identifier: EUPL-1.2
"""The site used for a long time: does anything grow?

python -m tests.long.soak --minutes 30
python -m tests.long.soak --minutes 0.2 --users 5 --every 1

Two servers on one PostgreSQL, a crowd that reads and writes. Every so many seconds: memory, threads and
open files of the servers, connections and memory of PostgreSQL, and how soon answers came. Growth is
the slope of a straight line through the second half, when all is warm. Ends with 1 at a wrong answer, a
loss, memory that grows faster than --most MB an hour, or more connections at the end than at the half.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import linear_regression
from typing import Any

import psutil
import psycopg

from tests.long.crowd import Crowd
from tests.long.own_postgres import OwnPostgres
from tests.long.served import AppServer
from tests.long.shared_site import (
    database_of,
    in_two_languages,
    judged,
    site_on_postgres,
    started,
    two_of,
    visitors_of,
)
from tests.long.telling import LongRun, carry_out, switches
from tests.site_of_its_own import Site

MEGABYTE = 1e6
HOUR = 3600.0
LAST_LINES = 20


@dataclass(frozen=True, slots=True)
class Sample:
    """`at`: seconds since the crowd came."""

    at: float
    site_mb: float  # resident, of all processes of both servers
    threads: int
    open_files: int
    connections: int  # to PostgreSQL, of the site
    database_mb: float  # of PostgreSQL, what its processes share counted once
    answers: int
    p95_ms: float  # of the answers since the sample before


def main() -> int:
    parser = switches(__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two questions")
    parser.add_argument("--every", type=float, default=10.0, help="seconds between two samples")
    parser.add_argument("--most", type=float, default=30.0, help="MB an hour that memory may grow")
    return carry_out(parser, _run)


def _run(run: LongRun) -> dict[str, Any]:
    chosen, stopped, busy = run.chosen, run.stopped, run.busy
    postgres, site = site_on_postgres(run)
    visitors = in_two_languages(visitors_of(site, chosen.users))
    servers = two_of(site)
    started(servers, run)
    crowd = Crowd(visitors, [one.port for one in servers], chosen.users, chosen.think)
    busy.step("the crowd", chosen.minutes * 60)
    began = time.monotonic()
    crowd.start()
    samples: list[Sample] = []
    with psycopg.connect(database_of(site, postgres), autocommit=True) as asking:
        while (gone := time.monotonic() - began) < chosen.minutes * 60 and not stopped.is_set():
            busy.so_far(gone)
            stopped.wait(min(chosen.every, chosen.minutes * 60 - gone))
            samples.append(_sample(began, servers, postgres, asking, crowd, samples))
    crowd.end()
    busy.step("what was kept")
    kept, why_not = _judged(site, postgres, crowd)
    growth = {
        name: round(slope(samples, read), 1)
        for name, read in {
            "site_mb_per_hour": lambda one: one.site_mb,
            "database_mb_per_hour": lambda one: one.database_mb,
            "threads_per_hour": lambda one: one.threads,
            "open_files_per_hour": lambda one: one.open_files,
        }.items()
    }
    half, last = samples[len(samples) // 2], samples[-1]
    steady = growth["site_mb_per_hour"] <= chosen.most
    few = last.connections <= half.connections
    return {
        "users": chosen.users,
        "minutes": round((time.monotonic() - began) / 60, 1),
        **crowd.seen.figures,
        **kept,
        "why_not_judged": why_not,
        "growth": growth,
        "at_half": asdict(half),
        "at_the_end": asdict(last),
        "samples": [asdict(one) for one in samples],
        "good": not crowd.seen.wrong and not why_not and not any(kept.values()) and steady and few,
    }


def _judged(site: Site, postgres: OwnPostgres, crowd: Crowd) -> tuple[dict[str, int], list[str]]:
    """What was kept; or why nobody can say, with the last words of PostgreSQL: what was measured in
    half an hour is told all the same."""
    try:
        return judged(site, crowd.seen.kept), []
    except AssertionError as error:
        log = (postgres.folder / "server.log").read_text("utf-8", errors="replace")
        return {}, [*str(error).splitlines()[-3:], *log.splitlines()[-LAST_LINES:]]


def _sample(
    began: float,
    servers: Sequence[AppServer],
    postgres: OwnPostgres,
    asking: psycopg.Connection[tuple[Any, ...]],
    crowd: Crowd,
    before: Sequence[Sample],
) -> Sample:
    now = time.monotonic()
    processes = [one for server in servers for one in server.processes()]
    row = asking.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' "
        "AND pid <> pg_backend_pid()"
    ).fetchone()
    assert row is not None
    since = began + before[-1].at if before else began
    lately = crowd.seen.between(since, now)
    return Sample(
        at=round(now - began, 1),
        site_mb=round(sum(one.memory_info().rss for one in processes) / MEGABYTE, 1),
        threads=sum(one.num_threads() for one in processes),
        open_files=sum(one.num_fds() for one in processes),
        connections=int(row[0]),
        database_mb=round(_shared_once(postgres.process) / MEGABYTE, 1),
        answers=len(lately.answers),
        p95_ms=round(lately.share(0.95)),
    )


def _shared_once(pid: int) -> float:
    """Bytes: what is shared by several processes is divided among them (PSS)."""
    whole = psutil.Process(pid)
    found = 0.0
    for one in (whole, *whole.children(recursive=True)):
        try:
            found += one.memory_full_info().pss
        except psutil.NoSuchProcess:
            continue
    return found


def slope(samples: Sequence[Sample], read: Callable[[Sample], float]) -> float:
    """Per hour, over the second half; 0 with fewer than three samples in it."""
    half = samples[len(samples) // 2 :]
    if len(half) < 3:
        return 0.0
    line = linear_regression([one.at / HOUR for one in half], [read(one) for one in half])
    return float(line.slope)


if __name__ == "__main__":
    sys.exit(main())
