# SPDX-License-Identifier: EUPL-1.2
"""Is the English complete? Texts in the code are Dutch; locale/en translates every one of them.

Three things can be wrong with a catalogue: a text of the code is missing in it (or it still has one
that the code no longer shows), a text has no certain translation, or the compiled .mo is older.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

from tools.paths import SOURCE, shown

Texts = dict[tuple[str, str], str]
MESSAGES = ["-m", "django", "makemessages", "--all", "--no-wrap", "--no-location"]


def main() -> int:
    catalogues = sorted(SOURCE.rglob("locale/*/LC_MESSAGES/*.po"))
    faults = [fault for path in catalogues for fault in faults_inside(path)]
    if catalogues:
        faults += faults_against_code(catalogues)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def faults_inside(path: Path) -> Iterator[str]:
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if entry.obsolete:
            yield f"{shown(path)}: no longer used: {entry.msgid!r}"
        elif entry.fuzzy:
            yield f"{shown(path)}: not certain (fuzzy): {entry.msgid!r}"
        elif not entry.translated():
            yield f"{shown(path)}: not translated: {entry.msgid!r}"
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or texts(polib.mofile(str(compiled))) != texts(catalogue):
        yield f"{shown(compiled)} is not what {path.name} says: run `make messages`"


def texts(catalogue: polib.POFile | polib.MOFile) -> Texts:
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr or str(sorted(entry.msgstr_plural.items()))
        for entry in catalogue
        if not entry.obsolete
    }


def faults_against_code(catalogues: list[Path]) -> Iterator[str]:
    """Extract the texts anew, in a copy, and compare."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / SOURCE.name
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__", "static"))
        run = subprocess.run(
            [sys.executable, *MESSAGES], cwd=copy, check=False, capture_output=True, text=True
        )
        if run.returncode:
            yield f"makemessages failed: {run.stderr.strip()}"
            return
        for path in catalogues:
            used = set(texts(polib.pofile(str(copy / path.relative_to(SOURCE)))))
            known = set(texts(polib.pofile(str(path))))
            yield from (f"{shown(path)}: missing: {text!r}" for _, text in sorted(used - known))
            yield from (
                f"{shown(path)}: not in the code: {text!r}" for _, text in sorted(known - used)
            )


if __name__ == "__main__":
    sys.exit(main())
