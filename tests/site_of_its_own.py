# SPDX-License-Identifier: EUPL-1.2
"""A site in a folder of its own, on a database of its own, worked by processes of its own."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
from psycopg import sql

from tools.paths import ROOT

MASTER_KEY = b"m" * 32
PATIENCE = 120  # seconds


@dataclass(frozen=True, slots=True)
class Site:
    """`variables`: its settings. `server`: the PostgreSQL it stands on; without one it has SQLite."""

    folder: Path
    server: str
    variables: dict[str, str]

    def environment(self) -> dict[str, str]:
        mine = {name: value for name, value in os.environ.items() if "RUIMBAAN_" not in name}
        settings = {"DJANGO_SETTINGS_MODULE": "ruimbaan.project.settings", "PYTHONPATH": "src:."}
        return mine | settings | self.variables

    def run(self, *arguments: str, code: int = 0) -> str:
        """What a Python module said; its exit code must be as expected."""
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            text=True,
        )

    def ruimbaan(self, *arguments: str, code: int = 0) -> str:
        return self.run("ruimbaan.cli", *arguments, code=code)

    def on_empty_database(self, folder: Path) -> Site:
        """The same settings and keys, without any data."""
        database = new_database(folder, self.server)
        moved = {"RUIMBAAN_DATABASE": database, "RUIMBAAN_VAR": str(folder)}
        return replace(self, folder=folder, variables=self.variables | moved)


def new_site(folder: Path, server: str) -> Site:
    """With tables and without rows."""
    site = Site(
        folder,
        server,
        {
            "RUIMBAAN_DEMO": "1",
            "RUIMBAAN_VAR": str(folder),
            "RUIMBAAN_DATABASE": new_database(folder, server),
            "RUIMBAAN_KEYS": f"sqlite://{folder / 'apart' / 'keys.sqlite3'}",
            "RUIMBAAN_MASTER_KEY": b64encode(MASTER_KEY).decode(),
            "RUIMBAAN_BACKUP_KEY": b64encode(b"b" * 32).decode(),
        },
    )
    site.run("django", "migrate", "--verbosity", "0")
    return site


def new_database(folder: Path, server: str) -> str:
    """A server for tests does not wait for its disk; a site refuses such a server, rightly."""
    folder.mkdir(parents=True, exist_ok=True)
    if not server:
        return f"sqlite://{folder / 'ruimbaan.sqlite3'}"
    name = f"ruimbaan_{secrets.token_hex(4)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        for switch in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = on").format(sql.Identifier(switch)))
        connection.execute("SELECT pg_reload_conf()")
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{server}/{name}"
