# SPDX-License-Identifier: EUPL-1.2
"""All tables of one moment come out together, or none of them does."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ruimbaan.analytics.disclosure.auditing import Audited, Report, audit
from ruimbaan.analytics.disclosure.cubes import Cube
from ruimbaan.analytics.disclosure.errors import (
    CannotBeSafe,
    Contradiction,
    ReleaseExists,
    Unreadable,
)
from ruimbaan.analytics.disclosure.protecting import protect
from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.disclosure.releasing import files_of, write_release
from ruimbaan.analytics.disclosure.tables import Rule, Table

RULE = Rule(10)
Told = Callable[[str], None]
Wanted = Mapping[str, Sequence[Cube]]  # by name: the same figures in less and less detail


@dataclass(frozen=True, slots=True)
class Published:
    """`left_out`: tables of which no detail at all was safe beside the others."""

    reports: tuple[Report, ...]
    left_out: tuple[str, ...] = ()


def publish(
    folder: Path,
    day: date,
    made: Callable[[Sequence[Table]], Wanted],
    told: Told,
    *,
    quick: bool = False,
) -> Published:
    """What was released: of each table as much detail as is safe. `made` knows what came out before;
    `told` hears which table is being worked on. `quick` takes seconds instead of minutes, and leaves
    more hidden than has to be.

    Raises Contradiction or CannotBeSafe when the first table does not fit beside earlier releases or
    would give somebody away, and ReleaseExists; then nothing is written.
    """
    with _alone(folder):
        earlier = read_releases(folder)
        verdicts: list[Audited] = []
        left_out = []
        wanted = made(earlier)
        _not_there_yet(folder, day, wanted)
        for name, cubes in wanted.items():
            told(name)
            before = (*earlier, *(one.table for one in verdicts))
            try:
                verdicts.append(_as_fine_as_safe(name, cubes, before, quick=quick))
            except (CannotBeSafe, Contradiction):
                if not verdicts:
                    raise
                left_out.append(name)
        _write(verdicts, folder, day, earlier)
    return Published(tuple(one.report for one in verdicts), tuple(left_out))


def _not_there_yet(folder: Path, day: date, names: Iterable[str]) -> None:
    """Said before all the work. Raises ReleaseExists."""
    for name in names:
        for file in files_of(folder, name, day):
            if file.exists():
                raise ReleaseExists(file=file.name)


def _as_fine_as_safe(
    name: str, cubes: Sequence[Cube], before: Sequence[Table], *, quick: bool
) -> Audited:
    """A parent that came out already cannot be hidden any more, so a small one below it may have
    nothing to hide behind: then with less detail."""
    *finer, coarsest = cubes
    for cube in finer:
        with suppress(CannotBeSafe):
            return _audited(name, cube, before, quick=quick)
    return _audited(name, coarsest, before, quick=quick)


def _audited(name: str, cube: Cube, before: Sequence[Table], *, quick: bool) -> Audited:
    verdict = audit(protect(name, cube, RULE, before, tidy=not quick), RULE, before)
    if not isinstance(verdict, Audited):
        raise CannotBeSafe(cell=verdict.report.leaks[0].cell)
    return verdict


def _write(verdicts: Sequence[Audited], folder: Path, day: date, earlier: Sequence[Table]) -> None:
    """Made whole beside the releases and then given their names, so that a full disk leaves none."""
    with TemporaryDirectory(prefix=".release-", dir=folder) as beside:
        before = list(earlier)
        for one in verdicts:
            write_release(one, Path(beside), day, before)
            before.append(one.table)
        # A table without its report is no release, so the report is the last of each to move.
        made = sorted(Path(beside).iterdir(), key=lambda file: (file.suffix != ".csv", file.name))
        try:
            for file in made:
                file.rename(folder / file.name)
        except OSError as error:
            for file in made:
                (folder / file.name).unlink(missing_ok=True)
            raise Unreadable(file=folder.name, reason=error.strerror) from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Of two that publish at once the second waits, and then sees what the first released."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise Unreadable(file=folder.name, reason=error.strerror) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
