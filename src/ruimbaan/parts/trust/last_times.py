# SPDX-License-Identifier: EUPL-1.2
"""When something that must happen every day last happened: a moment in a small file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


def write(path: Path, at: datetime) -> None:
    """Whole or not at all."""
    draft = path.with_suffix(".part")
    draft.write_text(at.isoformat(), encoding="ascii")
    draft.replace(path)


def read(path: Path) -> datetime | None:
    try:
        return datetime.fromisoformat(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
