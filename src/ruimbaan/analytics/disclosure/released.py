# SPDX-License-Identifier: EUPL-1.2
"""All releases of a folder, as tables to audit the next one against."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from ruimbaan.analytics.disclosure.cubes import Dimension
from ruimbaan.analytics.disclosure.errors import ReleaseChanged, Unreadable
from ruimbaan.analytics.disclosure.reading import Rows, read_rows
from ruimbaan.analytics.disclosure.releasing import FORMAT, REPORT
from ruimbaan.analytics.disclosure.tables import ABSENT, Table


def read_releases(folder: Path) -> tuple[Table, ...]:
    """In the order of their names; none when the folder is not there yet. Raises ReleaseChanged for
    a file that is not what its report says, or that has none."""
    files = sorted(folder.glob("*.csv"))
    reports = sorted(folder.glob(f"*{REPORT}"))
    alone = {file.stem for file in files} ^ {one.name.removesuffix(REPORT) for one in reports}
    if alone:
        raise ReleaseChanged(file=min(alone), reason=f"CSV + {REPORT}")
    return tuple(_read(file, file.with_name(file.stem + REPORT)) for file in files)


def _read(file: Path, report: Path) -> Table:
    try:
        content, told = file.read_bytes(), json.loads(report.read_bytes())
        if hashlib.sha256(content).hexdigest() != told["sha256"]:
            raise ReleaseChanged(file=file.name, reason="sha256")
        if told["format"] != FORMAT or told["passed"] is not True:
            raise ReleaseChanged(file=file.name, reason="format, passed")
        dimensions = tuple(_dimension(one) for one in told["dimensions"])
        named = (str(told["name"]), str(told["population"]))
        return _table(*named, dimensions, read_rows(file.name, content))
    except OSError as error:
        raise Unreadable(file=file.name, reason=error.strerror) from None
    except (KeyError, TypeError, ValueError) as error:
        raise ReleaseChanged(file=report.name, reason=repr(error)) from None


def _dimension(told: dict[str, Any]) -> Dimension:
    bases = {tuple(one["path"]): frozenset(one["bases"]) for one in told["categories"]}
    return Dimension(told["name"], tuple(bases), bases if told["grouped"] else {})


def _table(name: str, population: str, dimensions: tuple[Dimension, ...], found: Rows) -> Table:
    table = Table(name, population, dimensions, np.zeros(0, dtype=np.int64))
    counts = {row.key: row.count for row in found.rows}
    shown = [counts.pop(key, ABSENT) for key in table.keys]
    if counts:
        raise ValueError(", ".join(found.names))
    return Table(name, population, dimensions, np.array(shown, dtype=np.int64))
