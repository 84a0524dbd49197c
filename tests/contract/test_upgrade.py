# SPDX-License-Identifier: EUPL-1.2
"""Databases that earlier versions left, with people in them, become those of this version and lose
nothing. tests/long/upgrade_rehearsal.py does it with the code of that version, and reads it all."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.upgrades import Table, keep, lost, migrate, put_back, tables_of
from tools.paths import ROOT

KEPT = sorted((ROOT / "tests" / "data" / "upgrades").glob("*.sql.xz"))
MEANT: dict[str, frozenset[str]] = {"before-0.1.0": frozenset()}  # what a version takes away
ROWS: Counter[tuple[object, ...]] = Counter({(1, "a"): 1, (2, "b"): 1})
BEFORE = {"note": Table(("id", "text"), ROWS)}


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.name.removesuffix(".sql.xz"))
def test_nothing_is_lost_from_an_earlier_version(kept: Path, tmp_path: Path):
    database = tmp_path / "var" / "ruimbaan.sqlite3"
    put_back(kept, database)
    before = tables_of(database)

    migrate(tmp_path / "var")

    after = tables_of(database)
    assert sum(table.rows.total() for table in before.values()) > 5000
    assert after.keys() > before.keys()
    assert lost(before, after, meant=MEANT[kept.name.removesuffix(".sql.xz")]) == []


def test_every_kept_database_says_what_is_meant_to_go():
    assert {path.name.removesuffix(".sql.xz") for path in KEPT} == set(MEANT)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ({}, ["note is gone"]),
        ({"note": Table(("id",), Counter({(1,): 1, (2,): 1}))}, ["note.text is gone"]),
        (
            {"note": Table(("id", "text"), Counter({(1, "a"): 1}))},
            ["note: 1 rows changed or gone"],
        ),
        (
            {"note": Table(("id", "text"), Counter({(1, "a"): 1, (2, "c"): 1}))},
            ["note: 1 rows changed or gone"],
        ),
        (
            {"note": Table(("id", "text"), Counter({**ROWS, (3, "c"): 1}))},
            ["note: 1 rows came from nowhere"],
        ),
        (
            {"note": Table(("new", "text", "id"), Counter({(0, "a", 1): 1, (0, "b", 2): 1}))},
            [],
        ),
        ({"note": BEFORE["note"], "other": BEFORE["note"]}, []),
    ],
)
def test_what_gets_lost_is_seen(after: dict[str, Table], said: list[str]):
    assert lost(BEFORE, after) == said


def test_what_is_meant_to_go_may_go():
    without = {"note": Table(("id",), Counter({(1,): 1, (2,): 1}))}

    assert lost(BEFORE, without, meant=frozenset({"note.text"})) == []
    assert lost(BEFORE, {}, meant=frozenset({"note"})) == []


def test_a_database_comes_back_as_it_was_kept(tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "one.sqlite3")) as connection:
        connection.executescript(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, seal BLOB);"
            "INSERT INTO note VALUES (1, 'één''s', x'00ff');"
        )
    keep(tmp_path / "one.sqlite3", tmp_path / "kept.sql.xz")
    put_back(tmp_path / "kept.sql.xz", tmp_path / "two.sqlite3")

    assert tables_of(tmp_path / "two.sqlite3") == tables_of(tmp_path / "one.sqlite3")
    assert tables_of(tmp_path / "two.sqlite3")["note"].rows == {(1, "één's", b"\x00\xff"): 1}
