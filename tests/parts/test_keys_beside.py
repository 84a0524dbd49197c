# SPDX-License-Identifier: EUPL-1.2
"""Keys in a SQLite file that another process reads beside a site with more than one thread.

SQLite locks by process, and a process that closes any handle on a file loses every lock it has on it
(sqlite.org/howtocorrupt.html, 2.2). Whoever comes next then thinks to be alone, and on leaving takes
away the journal in which the site goes on writing.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

from ruimbaan.parts.trust.keys.store import open_store
from tests.parts.key_rings import ring, sqlite_address

PLACE = "journey_note.words:1"
READ = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as file:
    print(file.execute("SELECT count(*) FROM data_keys").fetchone()[0])
file.close()
"""


def keys_seen_from_outside(folder: Path) -> int:
    """As a backup does: it opens the file, reads it and leaves."""
    command = [sys.executable, "-c", READ, str(folder / "keys.sqlite3")]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_a_key_made_after_somebody_looked_stays(tmp_path: Path):
    store = open_store(sqlite_address(tmp_path))
    first, second = uuid4(), uuid4()
    with ThreadPoolExecutor(1) as other_thread:
        ring(store).new_key(first)
        sealed = other_thread.submit(ring(store).seal, first, PLACE, "woorden").result()

        assert keys_seen_from_outside(tmp_path) == 1
        ring(store).new_key(second)

        assert other_thread.submit(ring(store).unseal, first, PLACE, sealed).result() == "woorden"
        assert keys_seen_from_outside(tmp_path) == 2
        other_thread.submit(store.close).result()
    store.close()

    assert keys_seen_from_outside(tmp_path) == 2


def test_the_file_of_the_keys_is_of_its_owner_alone(tmp_path: Path):
    store = open_store(sqlite_address(tmp_path))
    ring(store).new_key(uuid4())
    store.close()

    assert [
        (path.name, oct(path.stat().st_mode & 0o777)) for path in sorted(tmp_path.iterdir())
    ] == [("keys.sqlite3", "0o600")]
