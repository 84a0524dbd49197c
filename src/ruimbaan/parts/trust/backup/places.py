# SPDX-License-Identifier: EUPL-1.2
"""Where the site's data stand, as backup and restore need to know it."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

DATA = {"sqlite": "data.sqlite3", "postgresql": "data.pgdump"}
WORKROOM = "backup-"
ABANDONED = 86_400  # seconds
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


def addresses() -> dict[str, str]:
    """Of PostgreSQL: where each setting leads to, by its name. Without roles and passwords."""
    entries = {
        "RUIMBAAN_DATABASE": connections["default"].settings_dict,
        "RUIMBAAN_DATABASE_OWNER": owning_entry(),
        "RUIMBAAN_BACKUP_DATABASE": reading_entry(),
    }
    return {name: address(entry) for name, entry in entries.items()}


def shown() -> str:
    """Where the data are read, as whoever manages the site calls it."""
    return address(reading_entry()) if kind() == "postgresql" else str(data_file())


def address(entry: dict[str, Any]) -> str:
    return f"{entry['HOST']}:{entry['PORT']}/{entry['NAME']}"


@contextmanager
def workroom() -> Iterator[Path]:
    """A folder that only the site may read, on the disk of its data; gone afterwards."""
    var: Path = settings.BACKUP_NOTE.parent
    var.mkdir(parents=True, exist_ok=True)
    for left in var.glob(f"{WORKROOM}*"):  # by a backup that was killed
        if time.time() - left.stat().st_mtime > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=WORKROOM, dir=var) as folder:
        yield Path(folder)
