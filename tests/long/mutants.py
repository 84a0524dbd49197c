# SPDX-License-Identifier: EUPL-1.2
"""Each seeded fault is put in, and the tests that guard a file must notice it.

    python -m tests.long.mutants                    all of them
    python -m tests.long.mutants any-role any-file  only these

Ends with 1 when one was not noticed, or only after a minute.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.trust.mutants.catalogue import MUTANTS
from tests.trust.mutants.loading import CHOICE
from tests.trust.mutants.mutant import Mutant

ROOT = Path(__file__).parent.parent.parent
GUARDS = (  # the quickest first, after those of its own part; the first that notices ends the run
    (
        "tests/core/test_trust_reasons.py",
        "tests/core/test_trust_grants.py",
        "tests/core/test_handoff_goal_owner.py",
        "tests/core/test_handoff_receipts.py",
        "tests/core/test_discretion_agreements.py",
        "tests/core/test_discretion_promises.py",
        "tests/core/test_may_i_grounds.py",
        "tests/core/test_may_i_matching.py",
        "tests/core/test_rules_remedy.py",
    ),
    (
        "tests/core/test_trust_recovery.py",
        "tests/trust/test_walls.py",
        "tests/trust/test_opening.py",
        "tests/parts/test_sharing_knowing.py",
    ),
    (
        "tests/parts/test_summary.py",
        "tests/trust/test_links.py",
        "tests/contract/test_calendar.py",
    ),
    ("tests/trust/test_route_coming_in.py",),
    (
        "tests/core/test_handoff.py",
        "tests/trust/test_course_outside.py",
        "tests/parts/test_handoff_fhir.py",
        "tests/parts/test_handoff_open.py",
        "tests/parts/test_handoff_races.py",
        "tests/parts/test_handoff_route.py",
        "tests/parts/test_calendar_feed.py",
    ),
    ("tests/parts/test_agreeing_pages.py", "tests/parts/test_agreeing_promises.py"),
    (
        "tests/core/test_room_asking.py",
        "tests/parts/test_room_asking.py",
        "tests/parts/test_room_noting.py",
        "tests/parts/test_room_letters.py",
    ),
    ("tests/trust/leaks",),
    ("tests/core/test_trust_deciding.py", "tests/trust/test_permissions.py"),
)
LEAK_RUNS = "15"
MOST_SECONDS = 60
NOTICED = 1  # how pytest says that a test failed


def run(mutant: Mutant) -> tuple[int, float]:
    """How the tests ended, and after how many seconds."""
    begin = time.monotonic()
    code = 0
    for group in ((mutant.noticed_by,),) if mutant.noticed_by else guards_of(mutant.module):
        code = _code(mutant, group)
        if code:
            break
    return code, time.monotonic() - begin


def guards_of(module: str) -> list[tuple[str, ...]]:
    """First those with a test that bears a name of the module: `handoff`, `links`, `agreeing`."""
    words = module.split(".")[2:]
    return sorted(
        GUARDS,
        key=lambda group: not any(word in Path(test).stem for word in words for test in group),
    )


def _code(mutant: Mutant, group: tuple[str, ...]) -> int:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:randomly"),
            *("-p", "tests.trust.mutants.loading"),
            *group,
        ],
        cwd=ROOT,
        env={**os.environ, CHOICE: mutant.name, "RUIMBAAN_LEAK_RUNS": LEAK_RUNS},
        capture_output=True,
        check=False,
    )
    return done.returncode


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(names: list[str]) -> int:
    chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    missed = 0
    with ThreadPoolExecutor(max_workers=int(os.environ.get("PROCESSES", "1"))) as pool:
        for mutant, (code, seconds) in zip(chosen, pool.map(run, chosen), strict=True):
            good = code == NOTICED and seconds < MOST_SECONDS
            missed += not good
            word = "noticed" if code == NOTICED else f"NOT noticed ({code})"
            say(f"{mutant.name:34} {word:14} {seconds:5.1f} s")
    say(f"{len(chosen)} faults, {missed} not noticed within {MOST_SECONDS} seconds")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
