# SPDX-License-Identifier: EUPL-1.2
"""From an earlier version to this one, with people in it: nothing is lost, and it can be read.

    python -m tests.long.upgrade_rehearsal --from v0.1.0
    python -m tests.long.upgrade_rehearsal --from e8efcb1 --keep tests/data/upgrades/before-0.1.0.sql.xz

The demo of the earlier version is made by its own code (out of git), with its people, files, handoffs and
keys. Then this version changes its tables. Every row must still be there with every value; the
made-up people sign in and read their own words, which opens what was sealed before; the access log
still fits in itself. `--keep` writes the earlier database down for the quick rehearsal of each run.
Ends with 1 when anything is not so.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.upgrades import keep, lost, migrate, prepare, settings_of, tables_of
from tools.paths import ROOT

LOOKS = {
    "people read their own": ("-m", "tests.read_as_people"),
    "the access log fits in itself": ("-m", "ruimbaan.cli", "audit", "verify"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--from", dest="earlier", required=True, help="A tag or a commit.")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return rehearse(asked.earlier, Path(folder), asked.keep)


def rehearse(earlier: str, folder: Path, kept: Path | None) -> int:
    source, var = code_of(earlier, folder / "earlier"), folder / "var"
    prepare(var, source)
    database = var / "ruimbaan.sqlite3"
    before = tables_of(database)
    rows = sum(table.rows.total() for table in before.values())
    tell(f"{earlier}: {len(before)} tables, {rows} rows")
    if kept is not None:
        keep(database, kept)
        tell(f"kept in {kept}: {kept.stat().st_size} bytes")
    migrate(var)
    after = tables_of(database)
    wrong = lost(before, after)
    tell(f"now: {len(after)} tables, of which {len(after.keys() - before.keys())} are new")
    tell(*(wrong or ["nothing is lost"]))
    wrong += [name for name in LOOKS if not look(name, var)]
    used = os.times()
    tell(f"{used.user + used.system + used.children_user + used.children_system:.1f} s of CPU")
    return 1 if wrong else 0


def look(name: str, var: Path) -> bool:
    """Whether this version reads what the earlier one wrote."""
    run = subprocess.run(
        [sys.executable, *LOOKS[name]],
        cwd=ROOT,
        env={**os.environ, **settings_of(var)},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    tell(run.stdout.strip(), f"{name}: {'in order' if run.returncode == 0 else 'NOT in order'}")
    return run.returncode == 0


def tell(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def code_of(commit: str, folder: Path) -> Path:
    """The package of that commit, and what stands beside it."""
    folder.mkdir(parents=True)
    archive = subprocess.run(
        ["git", "archive", commit], cwd=ROOT, check=True, capture_output=True
    ).stdout
    subprocess.run(["tar", "--extract", "--directory", folder], input=archive, check=True)
    return folder / "src"


if __name__ == "__main__":
    sys.exit(main())
