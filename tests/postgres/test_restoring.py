# SPDX-License-Identifier: EUPL-1.2
"""A backup goes back into the database of the site and no other, by roles that can count what came
back, and after one that stopped halfway a second goes on. With a role for each job, as for real."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from ruimbaan.parts.trust.backup import log_rows, postgresql_pieces
from ruimbaan.project import databases
from tests.long.own_postgres import OwnPostgres
from tests.site_of_its_own import Site, new_site

OWNER, BACKUP = "RUIMBAAN_DATABASE_OWNER", "RUIMBAAN_BACKUP_DATABASE"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server of its own: a site refuses the one on which the other tests run."""
    postgres = OwnPostgres()
    try:
        postgres.start()
        yield new_site(tmp_path_factory.mktemp("site"), postgres.address)
    finally:
        postgres.remove()


@pytest.fixture
def who(site: Site) -> list[str]:
    """Account and journey of a file with some wishes in it."""
    return site.run("tests.file_writer", "begin", "0.2").splitlines()[0].split()


def look(site: Site, who: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.run("tests.file_writer", "look", *who))
    return found


def backup_of(site: Site, folder: Path) -> str:
    path = folder / "a.ruimbaan"
    site.ruimbaan("backup", str(path))
    return str(path)


def entry(site: Site, name: str) -> dict[str, Any]:
    return databases.parse(site.more[name])


@pytest.mark.parametrize("left_behind", [OWNER, BACKUP])
def test_a_setting_that_was_left_on_the_live_database_changes_nothing(
    site: Site, who: list[str], tmp_path: Path, left_behind: str
):
    backup = backup_of(site, tmp_path)
    site.run("tests.file_writer", "write", *who, "0.1")
    before = look(site, who)
    empty = site.on_empty_database(tmp_path / "elsewhere")
    practice = replace(empty, more={**empty.more, left_behind: site.more[left_behind]})

    said = practice.ruimbaan("restore", backup, "--replace", code=2)

    assert "RB-TRUST-053" in said
    assert look(site, who)["words"] == before["words"]
    assert not postgresql_pieces.has_tables(entry(empty, OWNER))


def test_a_database_that_holds_something_is_named(site: Site, tmp_path: Path):
    said = site.ruimbaan("restore", backup_of(site, tmp_path), code=2)

    assert "RB-TRUST-049" in said
    assert entry(site, OWNER)["NAME"] in "".join(said.split())


def without(site: Site, right: str) -> Site:
    """The role of the backups lacks a right; or there is no such role."""
    if right == BACKUP:
        return replace(site, more={key: site.more[key] for key in site.more if key != BACKUP})
    with psycopg.connect(f"{site.server}/postgres", autocommit=True) as connection:
        connection.execute(right.format(role=entry(site, BACKUP)["USER"]).encode())
    return site


@pytest.mark.parametrize(
    "right",
    [BACKUP, "ALTER ROLE {role} NOBYPASSRLS", "REVOKE pg_read_all_data FROM {role}"],
    ids=["no role", "not past the walls", "no tables"],
)
def test_without_a_role_that_sees_every_row_nothing_is_begun(
    site: Site, who: list[str], tmp_path: Path, right: str
):
    backup = backup_of(site, tmp_path)
    empty = site.on_empty_database(tmp_path / "elsewhere")

    said = without(empty, right).ruimbaan("restore", backup, code=2)

    assert "RB-TRUST-054" in said
    assert not postgresql_pieces.has_tables(entry(empty, OWNER))


def test_an_owner_that_passes_the_walls_counts_for_itself(
    site: Site, who: list[str], tmp_path: Path
):
    backup = backup_of(site, tmp_path)
    empty = site.on_empty_database(tmp_path / "elsewhere")
    with psycopg.connect(f"{site.server}/postgres", autocommit=True) as connection:
        owner = entry(empty, OWNER)["USER"]
        connection.execute(f"ALTER ROLE {owner} BYPASSRLS".encode())

    without(empty, BACKUP).ruimbaan("restore", backup)

    assert sorted(look(empty, who)["words"]) == sorted(look(site, who)["words"])


def test_after_one_that_stopped_halfway_a_second_goes_on_and_the_log_is_whole(
    site: Site, who: list[str], tmp_path: Path
):
    """It stopped when the data were in, and the rows of the log that were here still waited."""
    backup = backup_of(site, tmp_path)
    dumped = tmp_path / "data"
    postgresql_pieces.dump(entry(site, BACKUP), dumped)
    before = look(site, who)
    later = site.run("tests.file_writer", "write", *who, "0.2").splitlines()
    postgresql_pieces.empty(entry(site, OWNER), keep=log_rows.TABLES)
    postgresql_pieces.restore(entry(site, OWNER), dumped)

    told = json.loads(site.ruimbaan("restore", backup, "--replace", "--json"))

    now = look(site, who)
    assert later
    assert told["log_faults"] == 0
    assert sorted(now["words"]) == sorted(before["words"])
    assert (now["changes"], now["faults"]) == (before["changes"] + len(later), 0)
    with psycopg.connect(f"{site.server}/{entry(site, OWNER)['NAME']}") as connection:
        waiting = connection.execute("SELECT to_regnamespace('ruimbaan_kept')").fetchone()
    assert waiting == (None,)
