# SPDX-License-Identifier: EUPL-1.2
"""`make test`: the parts of the test suite, each in its own surroundings; the last line counts all.

core      tests/core, in an environment without Django
site      everything else, on SQLite
postgres  tests/parts, tests/storybook and tests/trust once more, but for what no database can answer otherwise, and
          tests/postgres, on a PostgreSQL that lives as long as the run
browser   tests/e2e, in Chromium
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.paths import ROOT, VAR

TESTS = ROOT / "tests"
BIN = Path(sys.executable).parent
CORE_PYTHON = ROOT / ".venv-core" / "bin" / "python"
# A file stays with one worker: what is made once for its tests is then really made once. In the order
# of tests/longest_first.py.
BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
BUSY = ("-n", "2", *BY_FILE)
WAITING = ("-n", "3", *BY_FILE)  # on two cores: for a disk, a process, a page somebody always waits
NO_TESTS = 5  # how pytest says that it found none
NOT_OF_THE_SITE = ("bench", "core", "e2e", "postgres")
# Of tests/parts: pages and pictures that come from files, or from a directory that only is read. Each
# test of these is stopped when it writes (see tests/parts/conftest.py); reading the directory itself
# is tested on both.
SAME_ON_ANY_DATABASE = (
    *("test_pages", "test_payers", "test_rulebook_pages"),
    *("test_book_editions", "test_book_pages", "test_book_what_if"),
    *("test_how_sure", "test_may_i_pages"),
    *("test_routecheck_beside", "test_routecheck_file", "test_routecheck_flow"),
    *("test_routecheck_keeps_nothing_silent", "test_routecheck_questions"),
    *("test_routecheck_random", "test_routecheck_result", "test_routecheck_travelling"),
    *("test_routes_page", "test_routes_pictures"),
    *("test_routes_presentation", "test_routes_times", "test_template_loading"),
    *("test_url_matrix", "test_words"),
)
POSTGRES_ADDRESS = "postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"


@dataclass(frozen=True, slots=True)
class Count:
    passed: int = 0
    failed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.passed + other.passed, self.failed + other.failed)


def core(report: Path) -> int:
    if (
        subprocess.run(
            [CORE_PYTHON, "-c", "import django"], check=False, capture_output=True
        ).returncode
        == 0
    ):
        print("Django is in .venv-core, so this run would prove nothing. Remove that folder.")
        return 1
    return pytest([str(CORE_PYTHON), "-m", "pytest", *BUSY], report, ["tests/core"])


def site(report: Path) -> int:
    folders = [
        f"tests/{folder.name}"
        for folder in sorted(TESTS.iterdir())
        if folder.is_dir() and folder.name not in NOT_OF_THE_SITE and any(folder.rglob("test_*.py"))
    ]
    return pytest([f"{BIN}/pytest", *WAITING], report, folders)


def postgres(report: Path) -> int:
    line = f'RUIMBAAN_DATABASE="{POSTGRES_ADDRESS}" exec "$@"'
    # it never waits for its disk; what must, starts a server of its own (see test_backup_drill).
    # In a folder of its own (-t): as root it would else be part of the machine, and what a run that
    # was killed left behind would stop every next one
    cluster = ["pg_virtualenv", "-t", "-c", "--encoding UTF8 --locale C.UTF-8"]
    done = [f"--ignore=tests/parts/{name}.py" for name in SAME_ON_ANY_DATABASE]
    done.append("--ignore-glob=tests/parts/*_words.py")  # how pages say it, on any database
    done.append("--ignore-glob=tests/storybook/*_words.py")
    command = [*cluster, "sh", "-c", line, "pytest", f"{BIN}/pytest", *WAITING, *done]
    folders = ["tests/parts", "tests/storybook", "tests/trust", "tests/postgres"]
    return pytest(command, report, folders)


def browser(report: Path) -> int:
    return pytest([f"{BIN}/pytest", *WAITING], report, ["tests/e2e"])


PARTS: dict[str, Callable[[Path], int]] = {
    "core": core,
    "site": site,
    "postgres": postgres,
    "browser": browser,
}


def pytest(command: list[str], report: Path, folders: list[str]) -> int:
    there = [folder for folder in folders if (ROOT / folder).is_dir()]
    if not there:
        return NO_TESTS
    whole = [*command, "-q", f"--junitxml={report}", *there]
    return subprocess.run(whole, cwd=ROOT, check=False).returncode


def counted(report: Path) -> Count:
    if not report.exists():
        return Count()
    suite = ET.parse(report).getroot().find("testsuite")  # noqa: S314 -- pytest wrote it just now
    if suite is None:
        return Count()
    failed = int(suite.attrib["failures"]) + int(suite.attrib["errors"])
    return Count(int(suite.attrib["tests"]) - failed - int(suite.attrib["skipped"]), failed)


@contextmanager
def compiling(chosen: list[str]) -> Iterator[None]:
    """The arithmetic of the planner, once, beside the tests of the core: else each worker of the site
    does it for itself. What was compiled before takes a second."""
    if chosen and "site" not in chosen:
        yield
        return
    with subprocess.Popen([f"{BIN}/ruimbaan", "warm"], cwd=ROOT, stdout=subprocess.DEVNULL):
        yield


def main(chosen: list[str]) -> int:
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        print(f"There is no part {', '.join(unknown)}. The parts are: {', '.join(PARTS)}.")
        return 2
    # else every process that a test starts compiles the whole of Ruimbaan anew
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    reports = VAR / "tests"
    reports.mkdir(parents=True, exist_ok=True)
    total, broken = Count(), []
    with tempfile.TemporaryDirectory(prefix="ruimbaan-tests-") as folder, compiling(chosen):
        os.environ["TESTS_OF_ONE_RUN"] = folder  # what one part made is there for the next
        for name in chosen or PARTS:
            print(f"\n== {name}", flush=True)
            report = reports / f"{name}.xml"
            report.unlink(missing_ok=True)
            if PARTS[name](report) not in {0, NO_TESTS}:
                broken.append(name)
            total += counted(report)
    if broken:
        print(f"\nNot in order: {', '.join(broken)}.")
    print(f"\n{total.passed} passed, {total.failed} failed")
    return 1 if broken or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
