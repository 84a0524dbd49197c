# SPDX-License-Identifier: EUPL-1.2
"""A release: the table as CSV and the report of its audit as JSON, in a folder with all others.

The same table on the same day gives the same bytes. The report says nothing that the table does not:
not how many cells are small, nor how many people are alone in one.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from ruimbaan.analytics.disclosure.auditing import Audited, digest
from ruimbaan.analytics.disclosure.errors import (
    BadLabel,
    NotAudited,
    ReleaseExists,
    Unreadable,
)
from ruimbaan.analytics.disclosure.tables import HIDDEN, Table

FORMAT = 1
NAME = re.compile(r"\w[\w-]{0,79}")
REPORT = ".audit.json"


def write_release(
    audited: Audited, folder: Path, day: date, earlier: Sequence[Table]
) -> tuple[Path, Path]:
    """The file and its report. `earlier` is what stands in the folder now; when that is not what the
    table was audited against, NotAudited. A release that is there already stays: ReleaseExists."""
    table = audited.table
    if not NAME.fullmatch(table.name):
        raise BadLabel(file=folder.name, line=0, found=table.name)
    before = [digest(one) for one in earlier if one.population == table.population]
    if sorted(before) != sorted(audited.report.against):
        raise NotAudited
    file, report = files_of(folder, table.name, day)
    if file.exists() or report.exists():
        raise ReleaseExists(file=file.name)
    content = as_csv(table).encode()
    told = json.dumps(report_of(audited, day, content), ensure_ascii=False, indent=2) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Without its report a file is no release, so the report is the last to get its name.
        _put(file, content)
        _put(report, told.encode())
    except OSError as error:
        raise Unreadable(file=folder.name, reason=error.strerror) from None
    return file, report


def files_of(folder: Path, name: str, day: date) -> tuple[Path, Path]:
    """Where the table of that day stands, and its report."""
    return folder / f"{name}-{day.isoformat()}.csv", folder / f"{name}-{day.isoformat()}{REPORT}"


def as_csv(table: Table) -> str:
    """Every cell; a hidden one has no count."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(dimension.name for dimension in table.dimensions), "count"])
    for key, shown in zip(table.keys, table.shown, strict=True):
        count = "" if shown == HIDDEN else int(shown)
        writer.writerow([*(" > ".join(path) or "*" for path in key), count])
    return out.getvalue()


def report_of(audited: Audited, day: date, content: bytes) -> dict[str, object]:
    """What stands beside the file, for anybody to read and for the next audit."""
    report, table = audited.report, audited.table
    return {
        "format": FORMAT,
        "name": report.name,
        "day": day.isoformat(),
        "population": report.population,
        "threshold": report.threshold,
        "passed": report.passed,
        "cells": report.cells,
        "hidden": report.hidden,
        "finest": report.finest,
        "finest_hidden": report.finest_hidden,
        "sha256": hashlib.sha256(content).hexdigest(),
        "against": sorted(report.against),
        "dimensions": [
            {
                "name": dimension.name,
                "grouped": bool(dimension.groups),
                "categories": [
                    {"path": list(leaf), "bases": sorted(dimension.bases(leaf))}
                    for leaf in dimension.leaves
                ],
            }
            for dimension in table.dimensions
        ],
        "made_with": {name: version(name) for name in ("numpy", "scipy")},
    }


def _put(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
