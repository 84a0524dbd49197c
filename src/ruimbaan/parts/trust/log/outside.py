# SPDX-License-Identifier: EUPL-1.2
"""Where anchors are kept by others: files that only grow, and letters. A place that was away gets
what it missed the next time; a letter holds the newest, which covers all before it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from ruimbaan.core.trust.anchors import Anchor, Kept, read_lines
from ruimbaan.parts.outbox import services as outbox
from ruimbaan.parts.trust.log.anchoring import every_anchor, make_anchor, oldest_without_anchor
from ruimbaan.parts.trust.log.connecting import own_connection

log = logging.getLogger(__name__)
TAIL = 4_096  # bytes at the end of a file in which its last line stands
SUBJECT = "Anker {nr}"
LETTER = """Dit is een anker van {site}.
Bewaar deze brief; lezen of antwoorden hoeft niet.

{line}

This is an anchor of {site}. Keep this letter; there is no need to read or answer it.
"""


@dataclass(frozen=True, slots=True)
class Given:
    """What was done with an anchor: the places that have it, and those that could not take it."""

    anchor: Anchor
    kept_by: tuple[str, ...]
    failed: tuple[str, ...]


def has_places() -> bool:
    return bool(settings.ANCHOR_FILES or settings.ANCHOR_MAIL)


def log_without_anchor() -> datetime | None:
    """When the oldest chain that no anchor covers was last written to."""
    connection = own_connection()
    try:
        return oldest_without_anchor(connection)
    finally:
        connection.close()


def cannot_be_written() -> tuple[str, ...]:
    """Anchor files to which nothing can be added now."""
    return tuple(
        str(path)
        for path in settings.ANCHOR_FILES
        if not os.access(path if Path(path).exists() else Path(path).parent, os.W_OK)
    )


def give_away(at: datetime, *, when_due: bool = False) -> Given | None:
    """Make an anchor and let the outside keep it. None when none was due."""
    anchor = make_anchor(at, when_due=when_due)
    if anchor is None:
        return None
    kept, failed = [], []
    for path in settings.ANCHOR_FILES:
        try:
            _catch_up(Path(path))
            kept.append(str(path))
        except OSError as error:
            log.error("The anchor file %s cannot be written: %s", path, error.strerror)
            failed.append(str(path))
    if settings.ANCHOR_MAIL:
        with transaction.atomic():
            _post(anchor, at)
        kept.append(settings.ANCHOR_MAIL)
    return Given(anchor, tuple(kept), tuple(failed))


def kept_in(paths: Iterable[Path]) -> tuple[Kept, ...]:
    """The anchors in these files; letters that were saved do as well. Raises OSError."""
    return tuple(
        one for path in paths for one in read_lines(path.read_text("utf-8", errors="replace"))
    )


def _catch_up(path: Path) -> None:
    """Adds what the file does not have yet, and waits until the disk has it."""
    connection = own_connection()
    try:
        missing = every_anchor(connection, after=_last_number(path))
    finally:
        connection.close()
    text = "".join(f"{anchor.line}\n" for anchor in missing)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
    with os.fdopen(handle, "a", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _last_number(path: Path) -> int:
    if not path.exists():
        return 0
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        found = read_lines(file.read().decode("utf-8", errors="replace"))
    return max((one.nr for one in found), default=0)


def _post(anchor: Anchor, at: datetime) -> None:
    outbox.post(
        "trust.anchor",
        settings.ANCHOR_MAIL,
        SUBJECT.format(nr=anchor.nr),
        LETTER.format(site=settings.SITE or "Ruimbaan", line=anchor.line),
        key=f"trust.anchor:{anchor.nr}",
        at=at,
    )
