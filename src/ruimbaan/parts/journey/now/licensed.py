# SPDX-License-Identifier: EUPL-1.2
"""The licensed lists of this site: a folder with one file each, beside the database. They are of the
region and not of a person, so no backup of files holds them: the region keeps its own copy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings

from ruimbaan.core.journey.licensed_list import LicensedList
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.instruments.loading import (
    ListInvalid,
    ListUnreadable,
    from_text,
    text_of,
)
from ruimbaan.parts.journey.kind import DOMAINS

ENDING = ".yaml"


class ListUnknown(DomainError):
    code = "RB-INSTRUMENT-003"
    cause = Text('De lijst "{id}" is hier niet geladen.', 'The list "{id}" is not loaded here.')
    advice = Text(
        "`ruimbaan instruments list` noemt ze allemaal.",
        "`ruimbaan instruments list` has them all.",
    )


def load(path: Path) -> LicensedList:
    """Keeps it; one with the same id takes the place of the earlier. Raises ListUnreadable and
    ListInvalid; then nothing changed."""
    text = text_of(path)
    found = from_text(text)
    if found.domain not in DOMAINS:
        raise ListInvalid(where="domain", what=", ".join(DOMAINS))
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{found.id}.{os.getpid()}"
    beside.write_text(text, encoding="utf-8")
    beside.replace(folder / f"{found.id}{ENDING}")
    return found


def remove(name: str) -> None:
    """What people answered stays theirs. Raises ListUnknown."""
    path = next((one for one in _files() if one.stem == name), None)
    if path is None:
        raise ListUnknown(id=name)
    path.unlink(missing_ok=True)


def loaded() -> tuple[LicensedList, ...]:
    """By name. A file that somebody broke by hand is left out."""
    return tuple(sorted(_read(), key=lambda one: (one.name, one.id)))


def in_force(today: date) -> tuple[LicensedList, ...]:
    return tuple(one for one in loaded() if one.holds(today))


def find(name: str, today: date) -> LicensedList | None:
    return next((one for one in in_force(today) if one.id == name), None)


def _read() -> Iterator[LicensedList]:
    for path in _files():
        try:
            yield from_text(text_of(path))
        except (ListInvalid, ListUnreadable):
            continue


def _files() -> tuple[Path, ...]:
    return tuple(sorted(_folder().glob(f"*{ENDING}")))


def _folder() -> Path:
    folder: Path = settings.ENVIRONMENT.var / "instruments"
    return folder
