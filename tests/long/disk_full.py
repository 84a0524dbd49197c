# SPDX-License-Identifier: EUPL-1.2
"""The disk fills up while people write and look, and has room again: round after round.

python -m tests.long.disk_full --rounds 20                 on SQLite
python -m tests.long.disk_full --rounds 20 --postgresql    as root: PostgreSQL on the same small disk
python -m tests.long.disk_full --rounds 20 --limit-files   as where nothing may be mounted

Real server processes, on a small disk that is really full (tests/long/small_disk.py says what comes
in its place where nothing may be mounted, and what that shows). A form is kept (302) or comes back with the words in it
(503); a page of the file is shown and logged, or is not (503); public pages go on. When there is room
again the site goes on by itself. Only a PostgreSQL that stopped is started, as a service manager does.
Ends with 1 at any other answer, at a loss, or when the site needs longer than ten seconds.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from tests.long.full_disk_people import Reader, Told, Writer
from tests.long.kill_while_writing import Server, say
from tests.long.own_postgres import OwnPostgres
from tests.long.page_writer import Browser
from tests.long.small_disk import Disk, LimitedFiles, OwnDisk, begin_with_own_mounts
from tests.site_of_its_own import Site, new_site

MEGABYTE = 1024 * 1024
SIZE = {"sqlite": 64 * MEGABYTE, "postgresql": 400 * MEGABYTE}
ROOM = {"sqlite": MEGABYTE // 4, "postgresql": MEGABYTE}  # that is left when the disk "fills up"
FULL = 12  # forms in a row that came back: nothing fits any more
AFTERWARDS = 8  # forms that must be kept once there is room
WRITERS = 2
LONGEST = 10.0  # seconds from room to the first form that is kept
PATIENCE = 120.0  # seconds


@dataclass
class Outcome:
    disk: str
    rounds: int = 0
    healed: list[float] = field(default_factory=list)  # seconds
    database_stopped: int = 0
    acknowledged: int = 0
    refused: int = 0
    looked: int = 0
    not_shown: int = 0
    public: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    lost: int = 0
    double: int = 0
    without_log: int = 0
    faults: int = 0

    @property
    def good(self) -> bool:
        bad = self.wrong or self.lost or self.double or self.without_log or self.faults
        return not bad and self.refused > 0 and max(self.healed) <= LONGEST

    def __str__(self) -> str:
        return (
            f"{self.rounds} times full ({self.disk}): {self.acknowledged} acknowledged, "
            f"{self.refused} came back with their words, {self.looked} looks, {self.not_shown} not "
            f"shown, {self.public} public pages; {self.lost} lost, {self.double} double, "
            f"{self.without_log} without log row, {self.faults} broken chains, other answers "
            f"{dict(self.wrong)}; goes on after at most {max(self.healed):.1f} s, "
            f"database stopped {self.database_stopped} times"
        )


@dataclass
class Surroundings:
    site: Site
    server: Server
    disk: Disk
    postgres: OwnPostgres | None

    @property
    def kind(self) -> str:
        return "postgresql" if self.postgres else "sqlite"


def run(around: Surroundings, rounds: int, told: Callable[[str], None]) -> Outcome:
    site, outcome, answers = around.site, Outcome(around.disk.kind), Told()
    account, journey, session = site.run("tests.file_writer", "sign_in").split()
    stopping, port = threading.Event(), around.server.port
    kinds = (Reader, *[Writer] * WRITERS)
    people = [kind(Browser(port, session), answers, stopping) for kind in kinds]
    try:
        around.server.start()
        _until(lambda: _is_there(port))
        for one in people:
            one.start()
        _until(lambda: len(answers.kept) >= AFTERWARDS)
        for _ in range(rounds):
            _fill_and_free(around, answers, outcome)
            told(f"{outcome.rounds}: {len(answers.kept)} kept, {answers.refused} came back")
    finally:
        stopping.set()
        for one in people:
            if one.is_alive():
                one.join(PATIENCE)
        around.server.kill()
    if around.postgres is not None:
        around.postgres.start()
    found = json.loads(site.run("tests.file_writer", "look", account, journey))
    _judge(outcome, answers, found)
    return outcome


def _fill_and_free(around: Surroundings, answers: Told, outcome: Outcome) -> None:
    answers.in_a_row = 0
    around.disk.fill(ROOM[around.kind])
    shown = answers.public
    _until(lambda: answers.in_a_row >= FULL and answers.public > shown)
    before = len(answers.kept)
    around.disk.free()
    began = time.monotonic()
    if around.postgres is not None and around.postgres.ended:
        around.postgres.start()
        outcome.database_stopped += 1
    _until(lambda: len(answers.kept) > before)
    outcome.healed.append(time.monotonic() - began)
    _until(lambda: len(answers.kept) >= before + AFTERWARDS)
    outcome.rounds += 1


def _is_there(port: int) -> bool:
    browser = Browser(port, "")
    try:
        return browser.ask("/").status == HTTPStatus.OK
    except OSError:
        return False
    finally:
        browser.close()


def _until(is_so: Callable[[], bool]) -> None:
    started = time.monotonic()
    while not is_so():
        if time.monotonic() - started > PATIENCE:
            raise TimeoutError("it took too long")
        time.sleep(0.02)


def _judge(outcome: Outcome, answers: Told, found: dict[str, list[str] | int]) -> None:
    words, changes, faults, looks = (
        found[name] for name in ("words", "changes", "faults", "looks")
    )
    assert isinstance(words, list)
    assert isinstance(changes, int)
    assert isinstance(faults, int)
    assert isinstance(looks, int)
    there = Counter(words)
    outcome.acknowledged, outcome.refused = len(answers.kept), answers.refused
    outcome.looked, outcome.not_shown = answers.looked, answers.not_shown
    outcome.public, outcome.wrong = answers.public, answers.wrong
    outcome.lost = sum(words not in there for words in answers.kept)
    outcome.double = sum(count - 1 for count in there.values())
    outcome.without_log = max(0, len(words) - changes) + max(0, answers.looked - looks)
    outcome.faults = faults


def go(rounds: int, told: Callable[[str], None], *, postgresql: bool, limit_files: bool) -> Outcome:
    may_mount = not limit_files and begin_with_own_mounts()
    if postgresql and not may_mount:
        raise SystemExit("PostgreSQL needs a small disk of its own: run this as root.")
    with ExitStack() as afterwards:
        temporary = tempfile.TemporaryDirectory(prefix="ruimbaan-full-")
        beside = Path(afterwards.enter_context(temporary))
        beside.chmod(0o711)  # PostgreSQL is somebody else
        small, postgres, disk = beside / "small", None, None
        small.mkdir()
        if may_mount:
            disk = OwnDisk(small, SIZE["postgresql" if postgresql else "sqlite"])
            afterwards.callback(disk.remove)
        if postgresql:
            postgres = OwnPostgres(small)
            afterwards.callback(postgres.remove)
            postgres.start()
        site = new_site(small / "site", postgres.address if postgres else "")
        site.run("django", "collectstatic", "--no-input")
        server = Server(site, postgres, beside / "server.log")
        files = LimitedFiles(site.folder, server.processes)
        return run(Surroundings(site, server, disk or files, postgres), rounds, told)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--limit-files", action="store_true")
    chosen = parser.parse_args()
    how = {"postgresql": chosen.postgresql, "limit_files": chosen.limit_files}
    outcome = go(chosen.rounds, say, **how)
    say(str(outcome))
    return 0 if outcome.good else 1


if __name__ == "__main__":
    sys.exit(main())
