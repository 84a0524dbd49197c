# SPDX-License-Identifier: EUPL-1.2
"""The faults: each begins, and is over. `prepare` and `tidy` come before and after the crowd."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.long.faults.surroundings import Surroundings, cut_the_cable, mend_the_cable
from tests.long.mailbox import senders

LETTERS = 20
MEGABYTE = 1024 * 1024
FAKE_CLOCKS = "/usr/lib/*/faketime/libfaketime.so.1"
SLOW = 0.2  # seconds that the disk takes for each write that must be sure


class Fault:
    """`closes`: whether people may see a 503 meanwhile."""

    closes = True

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def prepare(self) -> None:
        """Before anybody is there."""

    def begin(self) -> None:
        raise NotImplementedError

    def end(self) -> None:
        raise NotImplementedError

    def tidy(self) -> dict[str, object]:
        """When all have gone; figures of this fault only. `wrong` among them makes it a bad one."""
        return {}


class Application(Fault):
    """Both servers are killed at once, and started again when the fault is over."""

    def begin(self) -> None:
        for server in self.around.servers:
            server.kill()

    def end(self) -> None:
        for server in self.around.servers:
            server.start()


class Database(Fault):
    """PostgreSQL and all it started is killed, as by a power cut of its machine."""

    def begin(self) -> None:
        self.around.postgres.kill()

    def end(self) -> None:
        self.around.postgres.start()


class SlowDisk(Fault):
    """Every sync of PostgreSQL takes 200 ms longer: strace holds each of them up."""

    def begin(self) -> None:
        pid = self.around.postgres.process
        found = subprocess.run(
            ["pgrep", "-P", str(pid)], capture_output=True, text=True, check=True
        )
        held_up = f"inject=fsync,fdatasync:delay_enter={round(1_000_000 * SLOW)}"
        words = ["strace", "-f", "-q", "-o", "/dev/null", "-e", "trace=fsync,fdatasync"]
        for one in (str(pid), *found.stdout.split()):
            words += ["-p", one]
        self._strace = subprocess.Popen(
            [*words, "-e", held_up], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def end(self) -> None:
        self._strace.terminate()
        self._strace.wait(60)


class FullDisk(Fault):
    """The disk of PostgreSQL and of the site has room for one more megabyte, and then for nothing."""

    def begin(self) -> None:
        self.around.disk.fill(MEGABYTE)

    def end(self) -> None:
        """A PostgreSQL that could not keep what it promised has stopped: it is started, as a service
        manager does."""
        self.around.disk.free()
        if self.around.postgres.ended:
            self.around.postgres.start()


class Mail(Fault):
    """The mail server refuses; halfway it takes a connection and says nothing. Letters wait."""

    closes = False

    def prepare(self) -> None:
        self.around.mailbox.start()
        self._sending = senders(self.around.site, self.around.mailbox)
        self._sending.__enter__()

    def begin(self) -> None:
        self.around.mailbox.hang()
        self.around.site.run("tests.letters_posted", "post", str(LETTERS))

    def end(self) -> None:
        self.around.mailbox.start()

    def tidy(self) -> dict[str, object]:
        """What was tried in vain is tried again after a minute, and after five; so that this need not
        wait for that, it is said that the mail server works again (`outbox send --again` is for what
        was given up)."""
        from time import monotonic, sleep

        arrived, until = self.around.mailbox.arrived, monotonic() + 150
        while len(arrived) < LETTERS and monotonic() < until:
            sleep(0.2)
        self._sending.__exit__(None, None, None)
        self.around.mailbox.away()
        double = arrived.total() - len(arrived)
        told: dict[str, object] = {"letters": LETTERS, "left": len(arrived), "twice": double}
        return {**told, "wrong": len(arrived) != LETTERS or double > 0}


class Clock(Fault):
    """The clock of the servers, not that of the database, jumps four minutes ahead, then an hour back.

    Not further ahead: a server that finds rows in the access log from more than five minutes ahead
    does not start (E031), and this one must start again afterwards."""

    closes = False

    def prepare(self) -> None:
        """Servers whose clock can be set: with libfaketime before them (Debian's `faketime`)."""
        self._file = self.around.folder / "clock"
        self._set("+0")
        library = next(Path("/").glob(FAKE_CLOCKS.removeprefix("/")), None)
        if library is None:
            raise SystemExit("This fault needs libfaketime: apt-get install faketime")
        self._restart(
            {
                "LD_PRELOAD": str(library),
                "FAKETIME_TIMESTAMP_FILE": str(self._file),
                "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            }
        )

    def begin(self) -> None:
        self._set("+4m")

    def end(self) -> None:
        self._set("-1h")

    def tidy(self) -> dict[str, object]:
        self._restart({})
        return {}

    def _set(self, ahead: str) -> None:
        written = self._file.with_suffix(".new")
        written.write_text(f"{ahead}\n", encoding="ascii")
        written.rename(self._file)

    def _restart(self, more: Mapping[str, str]) -> None:
        for server in self.around.servers:
            server.stop()
            server.more = dict(more)
            server.start()
        for server in self.around.servers:
            server.wait_until_ready()


class Network(Fault):
    """The cable between the servers and the database is cut; nobody says that it is."""

    def begin(self) -> None:
        cut_the_cable()

    def end(self) -> None:
        mend_the_cable()


KINDS: Mapping[str, type[Fault]] = {
    "app": Application,
    "database": Database,
    "slow-disk": SlowDisk,
    "full-disk": FullDisk,
    "mail": Mail,
    "clock": Clock,
    "network": Network,
}
