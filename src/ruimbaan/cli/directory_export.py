# SPDX-License-Identifier: EUPL-1.2
"""A region's directory to a file, a folder or a zip. Imported when the site is open."""

from __future__ import annotations

from pathlib import Path

from ruimbaan.integrations.hsds.storing import store
from ruimbaan.integrations.hsds.writing import FORMS, Form
from ruimbaan.parts.directory.exchange.services import sending


def written(region: str, target: Path, form: Form | None) -> int:
    """How many records were written. Raises UnknownRegion or NotWritten."""
    found = sending(region)
    chosen: Form = form or ("json" if target.suffix.lower() == ".json" else "csv")
    store(FORMS[chosen](found.package, found.foreign), target)
    return len(found.package.records)
