# SPDX-License-Identifier: EUPL-1.2
"""Faults with many people on the site: nothing that was acknowledged is lost, nobody sees an error,
only that the site is closed for a moment (503, with when to come back and what was typed).

python -m tests.long.faults --users 200 --seconds 30              all of them, one after the other
python -m tests.long.faults --fault database network --users 5 --seconds 3

app        both servers killed                    database   PostgreSQL killed
slow-disk  every sync takes 200 ms longer         full-disk  no room for PostgreSQL nor the site
mail       the mail server is silent              clock      servers 4 minutes ahead, an hour back
network    the cable to the database is cut, and nobody says so

Two servers and a PostgreSQL of its own, in a network and with mounts of its own: run it as root, on
Linux. `slow-disk` needs strace, `clock` Debian's package faketime. Ends with 1 when a fault goes wrong.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.long.faults import one_fault
from tests.long.faults.kinds import KINDS
from tests.long.faults.surroundings import (
    Surroundings,
    begin_alone,
    database_behind_the_cable,
    lay_a_cable,
)
from tests.long.mailbox import Mailbox
from tests.long.shared_site import in_two_languages, shared_site, started, two_of, visitors_of
from tests.long.small_disk import OwnDisk
from tests.long.telling import LongRun, carry_out, switches

SIZE = 1500 * 1024 * 1024  # bytes of the small disk


def main() -> int:
    parser = switches(__doc__)
    parser.add_argument("--fault", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30.0, help="that each fault lasts")
    parser.add_argument("--think", type=float, default=2.0, help="seconds between two questions")
    parser.parse_args()  # what is wrong or asks for help ends here
    begin_alone()
    return carry_out(parser, _all)


def _all(run: LongRun) -> dict[str, Any]:
    chosen, stopped = run.chosen, run.stopped
    run.busy.step("a disk, a network, PostgreSQL, tables, visitors")
    around = _surroundings(run.afterwards)
    visitors = in_two_languages(visitors_of(around.site, chosen.users))
    started(around.servers, run)
    figures: dict[str, dict[str, Any]] = {}
    for name in chosen.fault:
        if not stopped.is_set():
            fault = KINDS[name](around)
            how = (visitors, chosen.users, chosen.seconds, chosen.think)
            try:
                figures[name] = one_fault.run(fault, *how, stopped, run.busy)
            except (TimeoutError, OSError, AssertionError, subprocess.SubprocessError) as error:
                figures[name] = {"good": False, "ended_with": str(error)}
                break  # what is left standing is not to be trusted for another one
    return {**figures, "good": all(one["good"] for one in figures.values())}


def _surroundings(afterwards: ExitStack) -> Surroundings:
    beside = Path(afterwards.enter_context(tempfile.TemporaryDirectory(prefix="ruimbaan-faults-")))
    beside.chmod(0o711)  # PostgreSQL is somebody else
    small = beside / "small"
    small.mkdir()
    disk = OwnDisk(small, SIZE)
    afterwards.callback(disk.remove)
    lay_a_cable()
    postgres = database_behind_the_cable(small)
    afterwards.callback(postgres.remove)
    postgres.start()
    site = shared_site(small / "site", postgres)
    return Surroundings(site, postgres, two_of(site), disk, Mailbox(), beside)


if __name__ == "__main__":
    sys.exit(main())
