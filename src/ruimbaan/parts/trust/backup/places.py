# SPDX-License-Identifier: EUPL-1.2
"""Where the site's data stand, as backup and restore need to know it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

DATA = {"sqlite": "data.sqlite3", "postgresql": "data.pgdump"}
LOG = "access.sqlite3"  # only of SQLite: on PostgreSQL it stands among the data


def kind() -> str:
    return str(connections["default"].vendor)


def data_file() -> Path:
    return Path(connections["default"].settings_dict["NAME"])


def log_file() -> Path:
    return Path(settings.ACCESS_LOG)


def reading_entry() -> dict[str, Any]:
    """The role that may read every row, past the walls."""
    entry: dict[str, Any] = settings.BACKUP_DATABASE or owning_entry()
    return entry


def owning_alias() -> str:
    """The role that may make tables."""
    return "owner" if "owner" in settings.DATABASES else "default"


def owning_entry() -> dict[str, Any]:
    entry: dict[str, Any] = connections[owning_alias()].settings_dict
    return entry


@contextmanager
def workroom() -> Iterator[Path]:
    """A folder that only the site may read, on the disk of its data; gone afterwards."""
    settings.BACKUP_NOTE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="backup-", dir=settings.BACKUP_NOTE.parent) as folder:
        yield Path(folder)
