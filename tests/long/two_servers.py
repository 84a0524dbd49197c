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

import sys
import threading
import time
from typing import Any

from tests.long.crowd import Crowd
from tests.long.served import AppServer
from tests.long.shared_right import SHARED, Both
from tests.long.shared_site import (
    in_two_languages,
    judged,
    site_on_postgres,
    started,
    two_of,
    visitors_of,
)
from tests.long.telling import Busy, LongRun, carry_out, switches


def main() -> int:
    parser = switches(__doc__)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two questions")
    parser.add_argument("--workers", type=int, default=1, help="of each server")
    return carry_out(parser, _run)


def _run(run: LongRun) -> dict[str, Any]:
    chosen, stopped, busy = run.chosen, run.stopped, run.busy
    postgres, site = site_on_postgres(run)
    visitors = in_two_languages(visitors_of(site, chosen.users + 2))
    servers = two_of(site, chosen.workers)
    ready_after = started(servers, run)
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
        "ready_after_s": ready_after,
        **killed,
        **crowd.seen.figures,
        **kept,
        "shared": shared,
        "good": not crowd.seen.wrong and not any(kept.values()) and right,
    }


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
