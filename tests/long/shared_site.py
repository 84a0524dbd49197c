# SPDX-License-Identifier: EUPL-1.2
"""A site that several servers share: data and keys each in a database of the same PostgreSQL, as
deploy/compose.yaml has them. And who visits it, and what was kept of what they were told."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.long.own_postgres import OwnPostgres
from tests.long.served import AppServer
from tests.long.telling import LongRun
from tests.site_of_its_own import Site, new_site


def site_on_postgres(
    run: LongRun, more: Mapping[str, str] | None = None
) -> tuple[OwnPostgres, Site]:
    """Both gone when the run is over. `more`: settings of the server."""
    run.busy.step("PostgreSQL, tables")
    postgres = OwnPostgres(more=more)
    run.afterwards.callback(postgres.remove)
    postgres.start()
    folder = run.afterwards.enter_context(tempfile.TemporaryDirectory(prefix="ruimbaan-long-"))
    return postgres, shared_site(Path(folder), postgres)


def two_of(site: Site, workers: int = 1, more: Mapping[str, str] | None = None) -> list[AppServer]:
    names = (site.folder / f"server-{number}.log" for number in (1, 2))
    return [AppServer(site, name, workers, more) for name in names]


def started(servers: Sequence[AppServer], run: LongRun) -> list[float]:
    """After how many seconds each was ready; they end with the run."""
    run.busy.step("the servers")
    for server in servers:
        run.afterwards.callback(server.stop)
        server.start()
    return [round(server.wait_until_ready(), 1) for server in servers]


def shared_site(folder: Path, postgres: OwnPostgres) -> Site:
    """With tables, style sheet, and a database for the keys alone."""
    site = new_site(folder, postgres.address)
    address = site.variables["RUIMBAAN_DATABASE"]
    name = address.rpartition("/")[2]
    with psycopg.connect(f"{postgres.address}/postgres", autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(
                sql.Identifier(f"{name}_keys"), sql.Identifier(name)
            )
        )
    site = replace(site, variables={**site.variables, "RUIMBAAN_KEYS": f"{address}_keys"})
    site.run("django", "collectstatic", "--no-input")
    return site


def database_of(site: Site, postgres: OwnPostgres) -> str:
    """The address of its data for the superuser, whom no wall stops."""
    return f"{postgres.address}/{site.variables['RUIMBAAN_DATABASE'].rpartition('/')[2]}"


def visitors_of(
    site: Site, count: int, made_by: str = "tests.load_visitors"
) -> list[dict[str, Any]]:
    """Signed in, with what they may look at and write; the program that makes them runs in the site."""
    path = site.folder / "visitors.json"
    site.run(made_by, str(count), str(path))
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def in_two_languages(visitors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every second one reads and writes in English."""
    return [
        {
            **one,
            "reads": [f"/en{path}" for path in one["reads"]] if number % 4 > 1 else one["reads"],
            "writes": f"/en{one['writes']}" if number % 4 > 1 else one["writes"],
        }
        for number, one in enumerate(visitors)
    ]


def judged(site: Site, kept: list[tuple[str, str]]) -> dict[str, int]:
    """Lost, double, without a row in the log, and broken chains."""
    path = site.folder / "kept.json"
    path.write_text(json.dumps(kept), encoding="utf-8")
    found: dict[str, int] = json.loads(site.run("tests.notes_kept", str(path)))
    return found
