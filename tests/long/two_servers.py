# SPDX-License-Identifier: EUPL-1.2
"""Two stateless servers of the site on one PostgreSQL: nothing is lost, everything is shared right.

python -m tests.long.two_servers --users 200 --seconds 120
python -m tests.long.two_servers --users 5 --seconds 3 --json

Each server is a `ruimbaan serve` of its own; whoever asks goes to the one and the other in turn, as a
proxy lets them, and half read English. In the middle one server is killed, later it is there again.
Besides: a session counts on both and ends on both; the same form sent to both at once is kept once;
tries to sign in and pages from one address are counted; two senders of letters send each once; two
who make the tables at once make them once. Ends with 1 at a loss, a wrong answer, or a thing shared
wrong. Needs PostgreSQL; makes its own in a temporary folder.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.long.crowd import Crowd
from tests.long.own_postgres import OwnPostgres
from tests.long.served import AppServer
from tests.long.shared_right import SHARED, Both
from tests.long.shared_site import in_two_languages, judged, shared_site, visitors_of
from tests.long.telling import Busy, stoppable, switches, tell
from tests.site_of_its_own import Site


def main() -> int:
    parser = switches(__doc__)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two questions")
    parser.add_argument("--workers", type=int, default=1, help="of each server")
    chosen = parser.parse_args()
    with stoppable() as stopped, Busy() as busy, ExitStack() as afterwards:
        figures = _run(chosen, stopped, busy, afterwards)
    tell(figures, chosen)
    return 0 if figures["good"] else 1


def _run(
    chosen: argparse.Namespace, stopped: threading.Event, busy: Busy, afterwards: ExitStack
) -> dict[str, Any]:
    busy.step("PostgreSQL, tables, visitors")
    postgres = OwnPostgres()
    afterwards.callback(postgres.remove)
    postgres.start()
    folder = afterwards.enter_context(tempfile.TemporaryDirectory(prefix="ruimbaan-two-"))
    site = shared_site(Path(folder), postgres)
    visitors = in_two_languages(visitors_of(site, chosen.users + 2))
    busy.step("two servers")
    servers = two_of(site, chosen.workers)
    for server in servers:
        afterwards.callback(server.stop)
        server.start()
    started = [round(server.wait_until_ready(), 1) for server in servers]
    busy.step("the crowd", chosen.seconds)
    crowd = Crowd(visitors[2:], [one.port for one in servers], chosen.users, chosen.think)
    began = time.monotonic()
    crowd.start()
    killed = _one_away(servers[1], chosen.seconds, stopped, busy)
    crowd.end()
    took = time.monotonic() - began
    busy.step("what is shared")
    both = Both(site, postgres, servers, visitors[:2])
    shared = {} if stopped.is_set() else {name: ask(both) for name, ask in SHARED.items()}
    busy.step("what was kept")
    kept = judged(site, crowd.seen.kept)
    right = all(one["right"] for one in shared.values())
    return {
        "users": chosen.users,
        "seconds": round(took, 1),
        "per_second": round(len(crowd.seen.answers) / took, 1),
        "ready_after_s": started,
        **killed,
        **crowd.seen.figures,
        **kept,
        "shared": shared,
        "good": not crowd.seen.wrong and not any(kept.values()) and right,
        "stopped": stopped.is_set(),
    }


def two_of(site: Site, workers: int = 1, more: Mapping[str, str] | None = None) -> list[AppServer]:
    names = (site.folder / f"server-{number}.log" for number in (1, 2))
    return [AppServer(site, name, workers, more) for name in names]


def _one_away(
    server: AppServer, seconds: float, stopped: threading.Event, busy: Busy
) -> dict[str, float]:
    """Killed after a third, back after two thirds."""
    began = time.monotonic()
    _until(began + seconds / 3, stopped, busy, began)
    server.kill()
    _until(began + 2 * seconds / 3, stopped, busy, began)
    server.start()
    back = server.wait_until_ready()
    _until(began + seconds, stopped, busy, began)
    return {"killed_back_after_s": round(back, 1)}


def _until(moment: float, stopped: threading.Event, busy: Busy, began: float) -> None:
    while time.monotonic() < moment and not stopped.wait(0.1):
        busy.so_far(time.monotonic() - began)


if __name__ == "__main__":
    sys.exit(main())
