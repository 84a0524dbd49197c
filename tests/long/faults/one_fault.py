# SPDX-License-Identifier: EUPL-1.2
"""One fault from begin to end, with a crowd on the site: calm, the fault, and calm again."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import Any

from tests.long.crowd import LONGEST, Crowd, Seen
from tests.long.faults.kinds import Fault
from tests.long.served import Readiness
from tests.long.shared_site import judged
from tests.long.telling import Busy

PATIENCE = 120.0  # seconds until all goes as before
CALM_AGAIN = 3.0  # seconds without one 503: then it is over


def run(
    fault: Fault,
    visitors: Sequence[Any],
    users: int,
    seconds: float,
    think: float,
    stopped: threading.Event,
    busy: Busy,
) -> dict[str, Any]:
    name, around = type(fault).__name__, fault.around
    busy.step(f"{name}: prepared")
    fault.prepare()
    for server in around.servers:
        server.wait_until_ready()
    crowd = Crowd(visitors, [one.port for one in around.servers], users, think)
    watching = Readiness(around.servers[0].port)
    watching.start()
    crowd.start()
    try:
        busy.step(f"{name}: calm", seconds / 2)
        _wait(seconds / 2, stopped, busy)
        busy.step(f"{name}: the fault", seconds)
        begun = time.monotonic()
        fault.begin()
        _wait(seconds, stopped, busy)
        over = time.monotonic()
        fault.end()
        mended = time.monotonic()
        busy.step(f"{name}: until all goes as before")
        back = _back(crowd.seen, over, stopped)
    finally:
        crowd.end()
        watching.end()
    told = fault.tidy()
    busy.step(f"{name}: what was kept")
    kept = judged(around.site, crowd.seen.kept)
    during = crowd.seen.between(begun, over)
    red = watching.first(begun, ready=False)
    green = watching.first(over, ready=True)
    wrong = told.pop("wrong", False) or bool(crowd.seen.wrong) or any(kept.values())
    return {
        "users": users,
        "fault_s": round(over - begun, 1),
        "mending_s": round(mended - over, 1),
        "back_s": None if back is None else round(back, 1),
        "readyz_red_after_s": None if red is None else round(red, 1),
        "readyz_green_after_s": None if green is None else round(green, 1),
        "calm_p95_ms": round(crowd.seen.between(0, begun).share(0.95)),
        "during_p95_ms": round(during.share(0.95)),
        "longest_s": round(max((one.took for one in during.answers), default=0.0), 1),
        **crowd.seen.figures,
        **kept,
        **told,
        "good": not wrong and back is not None and (fault.closes or crowd.seen.closed == 0),
    }


def _wait(seconds: float, stopped: threading.Event, busy: Busy) -> None:
    began = time.monotonic()
    while (gone := time.monotonic() - began) < seconds and not stopped.wait(0.1):
        busy.so_far(gone)


def _back(seen: Seen, over: float, stopped: threading.Event) -> float | None:
    """Seconds from the end of the fault to the first answer after which none was a 503; None when
    that did not come."""
    while time.monotonic() - over < PATIENCE and not stopped.wait(0.2):
        good = seen.first_good(over)
        if good is not None and time.monotonic() - max(good, over) > CALM_AGAIN:
            return good - over
    return None


__all__ = ["LONGEST", "run"]
