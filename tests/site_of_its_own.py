# SPDX-License-Identifier: EUPL-1.2
"""A site as for real (no demo), in a folder and on a database of its own, worked by processes of its
own. On PostgreSQL with a role for each job: who owns the tables, the site, the backups."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
from psycopg import sql

from tests.ready_sites import copy_of
from tools.paths import ROOT

MASTER_KEY = b"m" * 32
PATIENCE = 240  # seconds
ANCHORS = "anchors/lines"  # a file that stands elsewhere than the data
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "ruimbaan.project.settings",
    "PYTHONPATH": "src:.",
    "PYTHONDONTWRITEBYTECODE": "",  # as a package that was installed: compiled once, not each start
}


@dataclass(frozen=True, slots=True)
class Site:
    """`variables`: what the site may know; `more`: what whoever manages it knows as well.
    `server`: the PostgreSQL it stands on, as its superuser, one that waits for its disk, or a site
    refuses it; without one it has SQLite."""

    folder: Path
    server: str
    variables: Mapping[str, str]
    more: Mapping[str, str]

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        mine = {name: value for name, value in os.environ.items() if "RUIMBAAN_" not in name}
        return {**mine, **SETTINGS, **self.variables, **(more or {})}

    def run(self, *arguments: str) -> str:
        """What a Python module said, with the settings of the site."""
        return self._run(arguments, self.environment(), 0)

    def manage(self, *arguments: str, code: int = 0) -> str:
        """The same by whoever manages the site; its exit code must be as expected."""
        return self._run(arguments, self.environment(self.more), code)

    def ruimbaan(self, *arguments: str, code: int = 0) -> str:
        return self.manage("ruimbaan.cli", *arguments, code=code)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            text=True,
        )

    def on_empty_database(self, folder: Path) -> Site:
        """The same settings and keys, without any data."""
        here, more = new_database(folder, self.server)
        var = {"RUIMBAAN_VAR": str(folder), "RUIMBAAN_ANCHOR_FILES": str(folder / ANCHORS)}
        variables = {**self.variables, **var, **here}
        return replace(self, folder=folder, variables=variables, more={**self.more, **more})

    def _run(self, arguments: tuple[str, ...], environment: dict[str, str], code: int) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout or done.stderr


def new_site(folder: Path, server: str) -> Site:
    """With tables and without rows."""
    if server:
        return _made_in(folder, server)
    copy_of("site", folder, lambda place: _made_in(place, ""))
    return _in(folder, "", *_on_sqlite(folder))


def _made_in(folder: Path, server: str) -> Site:
    site = _in(folder, server, *new_database(folder, server))
    database = "owner" if server else "default"
    site.manage("django", "migrate", "--verbosity=0", "--skip-checks", f"--database={database}")
    return site


def _in(folder: Path, server: str, here: Mapping[str, str], more: Mapping[str, str]) -> Site:
    return Site(
        folder,
        server,
        {
            "RUIMBAAN_VAR": str(folder),
            "RUIMBAAN_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEF",
            "RUIMBAAN_ALLOWED_HOSTS": "127.0.0.1",
            "RUIMBAAN_BEHIND_PROXY": "1",
            "RUIMBAAN_ANCHOR_FILES": str(folder / ANCHORS),
            "RUIMBAAN_KEYS": f"sqlite://{folder / 'apart' / 'keys.sqlite3'}",
            "RUIMBAAN_MASTER_KEY": b64encode(MASTER_KEY).decode(),
            **here,
        },
        {"RUIMBAAN_BACKUP_KEY": b64encode(b"b" * 32).decode(), **more},
    )


def _on_sqlite(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    return {"RUIMBAAN_DATABASE": f"sqlite://{folder / 'ruimbaan.sqlite3'}"}, {}


def new_database(folder: Path, server: str) -> tuple[dict[str, str], dict[str, str]]:
    """Its address for the site, and those for whoever manages it."""
    (folder / ANCHORS).parent.mkdir(parents=True)
    if not server:
        return _on_sqlite(folder)
    name = f"ruimbaan_{secrets.token_hex(4)}"
    roles = {"": "NOBYPASSRLS", "owner": "NOBYPASSRLS", "backup": "BYPASSRLS"}
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        for role, passes in roles.items():
            create = sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER {} PASSWORD 'test'")
            connection.execute(create.format(sql.Identifier(name + role), sql.SQL(passes)))
        owner, backup = sql.Identifier(f"{name}owner"), sql.Identifier(f"{name}backup")
        connection.execute(sql.SQL("GRANT pg_read_all_data TO {}").format(backup))
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), owner)
        )
    place = server.rpartition("@")[2]
    return {"RUIMBAAN_DATABASE": f"postgresql://{name}:test@{place}/{name}"}, {
        "RUIMBAAN_DATABASE_OWNER": f"postgresql://{name}owner:test@{place}/{name}",
        "RUIMBAAN_BACKUP_DATABASE": f"postgresql://{name}backup:test@{place}/{name}",
    }
