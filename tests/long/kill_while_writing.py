# SPDX-License-Identifier: EUPL-1.2
"""The whole site killed (kill -9) while people write, again and again.

python -m tests.long.kill_while_writing --kills 100                 on SQLite
python -m tests.long.kill_while_writing --kills 100 --postgresql    and PostgreSQL is killed too

Real server processes, real pages: somebody signed in sends wishes over several connections, and a
wish counts when the site answered that it is kept. After a kill whatever was not answered is sent
again, with the same form. Ends with exit code 1 when an answered wish is missing, stands there
twice, stands there without a row in the log, a file is damaged, or the site is away too long.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import psutil

from tests.long.own_postgres import OwnPostgres, free_port, kill_all
from tests.long.page_writer import Answers, Browser, PageWriter
from tests.site_of_its_own import Site, new_site
from tools.paths import ROOT

WRITERS = 4
WORKERS = ("--interface=wsgi", "--workers=2", "--blocking-threads=4")
WSGI = "ruimbaan.project.wsgi:application"
LONGEST_AWAY = 10.0  # seconds
PATIENCE = 120.0  # seconds before a run is given up


@dataclass
class Outcome:
    kills: int = 0
    acknowledged: int = 0
    again: int = 0  # wishes that were sent again after a kill
    away: list[float] = field(default_factory=list)  # seconds from start to the first page
    lost: int = 0
    double: int = 0
    without_log: int = 0
    faults: int = 0  # in the chains of the log
    server_errors: int = 0

    @property
    def good(self) -> bool:
        wrong = self.lost or self.double or self.without_log or self.faults
        return not wrong and self.acknowledged > 0

    def __str__(self) -> str:
        slow = sorted(self.away)
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged, {self.again} sent again: "
            f"{self.lost} lost, {self.double} double, {self.without_log} without "
            f"log row, {self.faults} broken chains, {self.server_errors} answers 5xx; back after "
            f"{slow[len(slow) // 2]:.1f} s, at most {slow[-1]:.1f} s"
        )


class Server:
    """The site as it is served, and the PostgreSQL under it when there is one. Both tell what they
    have to tell in `log`."""

    def __init__(self, site: Site, postgres: OwnPostgres | None, log: Path) -> None:
        self.port, self._log = free_port(), log
        self._site, self._postgres = site, postgres
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if self._postgres is not None:
            self._postgres.start()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "granian", *WORKERS, f"--port={self.port}", WSGI],
                cwd=ROOT,
                env=self._site.environment(),
                stdout=log,
                stderr=log,
            )

    def processes(self) -> list[int]:
        """Their numbers, as they run now."""
        if self._process is None:
            return []
        family = psutil.Process(self._process.pid)
        return [family.pid, *(child.pid for child in family.children(recursive=True))]

    def kill(self) -> None:
        if self._process is not None:
            kill_all(self._process.pid)
            self._process.wait()  # else Python warns that it may still run
        if self._postgres is not None:
            self._postgres.kill()


def run(
    site: Site,
    postgres: OwnPostgres | None,
    kills: int,
    seed: int,
    told: Callable[[str], None] = lambda _line: None,
    seconds: float = float("inf"),
) -> Outcome:
    """`told` hears after each kill how it goes; after `seconds` there are no more kills."""
    until = time.monotonic() + seconds
    chance, outcome, answers = Random(seed), Outcome(), Answers()
    site.run("django", "collectstatic", "--no-input")
    account, journey, session = site.run("tests.file_writer", "sign_in").split()
    server = Server(site, postgres, site.folder / "server.log")
    stopping = threading.Event()
    writers = [PageWriter(server.port, session, answers, stopping) for _ in range(WRITERS)]
    looking = Browser(server.port, session)  # of its own: a connection is not for two threads
    try:
        for _ in range(kills):
            outcome.away.append(_start(server, looking))
            before = answers.count
            _work(writers if outcome.kills == 0 else [], answers, before + chance.randrange(3, 40))
            time.sleep(chance.random() / 10)
            server.kill()
            outcome.kills += 1
            told(f"kill {outcome.kills}: {answers.count} kept, back in {outcome.away[-1]:.1f} s")
            if time.monotonic() > until:
                break
        outcome.away.append(_start(server, looking))
        _work([], answers, answers.count + WRITERS)
    finally:
        stopping.set()
        for writer in writers:
            if writer.is_alive():
                writer.join(PATIENCE)
        server.kill()
    if postgres is not None:
        postgres.start()
    _judge(outcome, answers, json.loads(site.run("tests.file_writer", "look", account, journey)))
    return outcome


def _start(server: Server, looking: Browser) -> float:
    started = time.monotonic()
    server.start()
    while time.monotonic() - started < PATIENCE:
        if looking.sees_a_page():
            return time.monotonic() - started
        time.sleep(0.05)
    raise TimeoutError("the site did not come back")


def _work(new: list[PageWriter], answers: Answers, until: int) -> None:
    """Until so many wishes were answered."""
    for writer in new:
        writer.start()
    started = time.monotonic()
    while answers.count < until:
        if time.monotonic() - started > PATIENCE:
            raise TimeoutError("nobody could write")
        time.sleep(0.01)


def _judge(outcome: Outcome, answers: Answers, found: dict[str, object]) -> None:
    words, changes, faults = found["words"], found["changes"], found["faults"]
    assert isinstance(words, list)
    assert isinstance(changes, int)
    assert isinstance(faults, int)
    there = Counter(words)
    outcome.acknowledged = answers.count
    outcome.again = answers.again
    outcome.server_errors = answers.server_errors
    outcome.lost = sum(words not in there for words in answers.kept)
    outcome.double = sum(count - 1 for count in there.values())
    outcome.without_log = max(0, len(words) - changes)
    outcome.faults = faults


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--away", type=float, default=LONGEST_AWAY, help="seconds, at most")
    chosen = parser.parse_args()
    postgres = OwnPostgres() if chosen.postgresql else None
    try:
        if postgres is not None:
            postgres.start()
        with tempfile.TemporaryDirectory(prefix="ruimbaan-kill-") as folder:
            site = new_site(Path(folder), postgres.address if postgres else "")
            outcome = run(site, postgres, chosen.kills, chosen.seed, say, chosen.seconds)
    finally:
        if postgres is not None:
            postgres.remove()
    say(str(outcome))
    return 0 if outcome.good and max(outcome.away) <= chosen.away else 1


if __name__ == "__main__":
    sys.exit(main())
