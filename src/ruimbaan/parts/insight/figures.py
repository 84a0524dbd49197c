# SPDX-License-Identifier: EUPL-1.2
"""The figures of a region that were released. Files are read again only when the folder changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from ruimbaan.core.insight.errors import ReleaseDamaged
from ruimbaan.core.insight.released import Release, read_release

HANDOFFS, WEEKS, REASONS, HALVES = (
    *("overdracht", "overdracht-weken"),
    *("overdracht-reden", "overdracht-kwartaal"),
)
GOALS = "doel"
_TABLE, _REPORT = ".csv", ".audit.json"
_DAY = len("-2026-11-23")
Seen = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The newest release of each table, by its name. `damaged`: tables that are no longer what was
    audited, and so are not shown."""

    releases: Mapping[str, Release]
    damaged: tuple[str, ...] = ()


def figures_of(region: str) -> Figures:
    """None at all when nothing of this region was released yet."""
    folder = Path(settings.RELEASES) / region
    return _read(folder, _seen(folder))


def _seen(folder: Path) -> Seen:
    """What tells whether anything in the folder changed, without reading it."""
    try:
        found = [(one.name, one.stat()) for one in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found))


@lru_cache(maxsize=16)
def _read(folder: Path, seen: Seen) -> Figures:
    files = {name for name, _changed, _size in seen}
    newest: dict[str, str] = {}
    for file in sorted(files):
        stem = file.removesuffix(_TABLE)
        if file.endswith(_TABLE) and stem + _REPORT in files:
            newest[stem[:-_DAY]] = stem
    releases, damaged = {}, []
    for name, stem in newest.items():
        try:
            table, report = ((folder / f"{stem}{end}").read_bytes() for end in (_TABLE, _REPORT))
            releases[name] = read_release(stem, table, report)
        except (ReleaseDamaged, OSError):
            damaged.append(name)
    return Figures(releases, tuple(damaged))
