# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL of our own that may be killed, in a folder, durable as in real use."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil
import psycopg

BIN = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
USER = "ruimbaan_owner"
PATIENCE = 60.0  # seconds to come back


class OwnPostgres:
    """`where`: the disk it stands on, when that is not the usual one for what is temporary.
    `user`: its superuser. `host`: where it listens; `within`: what starts a program there, when that
    is a network of its own. `more`: settings of the server, by name."""

    def __init__(
        self,
        where: Path | None = None,
        user: str = USER,
        host: str = "127.0.0.1",
        within: Sequence[str] = (),
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.user, self.host, self._within = user, host, tuple(within)
        self._more = dict(more or {})
        self.folder = Path(tempfile.mkdtemp(prefix="ruimbaan-pg-", dir=where))
        self.port = free_port()
        self._password = secrets.token_hex(8)
        self._server: subprocess.Popen[bytes] | None = None
        words = self.folder / "password"
        words.write_text(self._password, encoding="ascii")
        if os.geteuid() == 0:  # PostgreSQL never runs as root
            for path in (self.folder, words):
                shutil.chown(path, "postgres", "postgres")
        how = ("-A", "scram-sha-256", "-E", "UTF8", "--locale", "C.UTF-8", f"--pwfile={words}")
        self._call([BIN / "initdb", "-D", self.folder / "data", "-U", user, *how])
        with (self.folder / "data" / "pg_hba.conf").open("a", encoding="ascii") as hosts:
            hosts.write("host all all samenet scram-sha-256\n")

    @property
    def address(self) -> str:
        """Of the server, without a database."""
        return f"postgresql://{self.user}:{self._password}@{self.host}:{self.port}"

    @property
    def surroundings(self) -> dict[str, str]:
        """What `psql` must know to come in as its superuser."""
        return {
            "PGHOST": self.host,
            "PGPORT": str(self.port),
            "PGPASSWORD": self._password,
            "POSTGRES_USER": self.user,
        }

    def start(self) -> None:
        """Returns when it answers. Of a server that was killed a process may live a moment longer;
        then PostgreSQL refuses to start, and this tries again."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self._server is None or self._server.poll() is not None:
                self._server = self._begin()
            try:
                psycopg.connect(f"{self.address}/postgres", connect_timeout=2).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError("PostgreSQL did not come back")

    @property
    def process(self) -> int:
        """The number of the server as it runs now."""
        assert self._server is not None
        return self._server.pid

    @property
    def ended(self) -> bool:
        """By itself: a server that cannot keep what it promised stops."""
        return self._server is not None and self._server.poll() is not None

    def kill(self) -> None:
        """kill -9 of the server and everything it started."""
        if self._server is not None:
            kill_all(self._server.pid)
            self._server.wait()

    def remove(self) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _begin(self) -> subprocess.Popen[bytes]:
        options = {
            "port": self.port,
            "listen_addresses": self.host,
            "unix_socket_directories": self.folder,
            "fsync": "on",
            **self._more,
        }
        switches = [f"--{name}={value}" for name, value in options.items()]
        command: list[Path | str] = [BIN / "postgres", "-D", self.folder / "data", *switches]
        log = (self.folder / "server.log").open("ab")
        with log:
            return subprocess.Popen(self._as_user(command), stdout=log, stderr=log)

    def _call(self, command: Sequence[Path | str]) -> None:
        subprocess.run(self._as_user(command), check=True, capture_output=True)

    def _as_user(self, command: Sequence[Path | str]) -> list[str]:
        other = os.geteuid() == 0 and pwd.getpwnam("postgres").pw_name
        prefix = ["setpriv", f"--reuid={other}", f"--regid={other}", "--init-groups"]
        return [*self._within, *(prefix if other else []), *map(str, command)]


def kill_all(pid: int) -> None:
    """kill -9 of this process and all that it started, the parent first: nothing is started anew."""
    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for process in family:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(family, timeout=10)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
