# SPDX-License-Identifier: EUPL-1.2
"""Where things stand in this repository, and which files are ours to look after."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "ruimbaan"
VAR = ROOT / "var"


def repository_files(*suffixes: str) -> Iterator[Path]:
    """Every file that git keeps or would keep, absolute; with suffixes only those kinds."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in sorted(filter(None, listed.stdout.split("\0"))):
        path = ROOT / name
        if path.is_file() and (not suffixes or path.suffix in suffixes):
            yield path


def shown(path: Path) -> str:
    """The path as one reads it from the root of the repository."""
    return path.relative_to(ROOT).as_posix()
