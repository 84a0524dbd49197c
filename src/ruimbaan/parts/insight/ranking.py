# SPDX-License-Identifier: EUPL-1.2
"""Which rule to change first, as it was worked out for a region and kept. It is read again only when
the file changed, and not shown when it is no longer what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from ruimbaan.analytics.population.kept import Plain, read

FILE = "rangorde.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """`ranking` as `ruimbaan rules rank --json` gives it."""

    day: date
    ranking: Plain


def ranking_of(region: str) -> tuple[Kept | None, bool]:
    """The ranking, and whether there is a file that may not be shown."""
    file = Path(settings.RELEASES) / region / FILE
    try:
        stat = file.stat()
    except OSError:
        return None, False
    found = _read(file, stat.st_mtime_ns, stat.st_size)
    wrong = found is None or found.ranking["region"] != region
    return (None, True) if wrong else (found, False)


@lru_cache(maxsize=8)
def _read(file: Path, _changed: int, _size: int) -> Kept | None:
    try:
        found = read(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return None if found is None else Kept(*found)
