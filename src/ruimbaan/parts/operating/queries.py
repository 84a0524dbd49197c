# SPDX-License-Identifier: EUPL-1.2
"""One line per thing the site leans on, looked at now."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.operating.line import Line, State, filled
from ruimbaan.parts.operating.subjects import database, evidence, letters, outside, place

logger = logging.getLogger(__name__)
FAILED = Text("Dit kan nu niet bekeken worden ({kind}).", "This cannot be looked at now ({kind}).")
READ_ON = Text(
    "Los eerst op wat hierboven niet werkt; dan is dit te bekijken.",
    "First solve what does not work above; then this can be looked at.",
)
SUBJECTS: Mapping[str, tuple[Text, Callable[[datetime], Line]]] = {
    "version": (place.VERSION, place.version),
    "settings": (place.SETTINGS, place.safe_settings),
    "database": (database.DATABASE, database.database),
    "tables": (database.TABLES, database.tables),
    "clock": (database.CLOCK, database.clock),
    "disk": (place.DISK, place.disk),
    "keys": (evidence.KEYS, evidence.keys),
    "backup": (evidence.BACKUP, evidence.backup),
    "anchors": (evidence.ANCHORS, evidence.anchors),
    "mail": (letters.MAIL, letters.mail_server),
    "outbox": (letters.OUTBOX, letters.outbox),
    "retention": (evidence.RETENTION, evidence.retention),
    "reminders": (outside.REMINDERS, outside.reminders),
    "sign-in": (outside.SIGN_IN, outside.sign_in),
}


# Not every minute: two ask somebody else, and the settings stay as they are while it runs.
AT_LEISURE = frozenset({"mail", "settings", "sign-in"})


def look_inside(now: datetime) -> tuple[Line, ...]:
    """What may be asked every minute."""
    return tuple(_one(subject, now) for subject in SUBJECTS if subject not in AT_LEISURE)


def look(now: datetime) -> tuple[Line, ...]:
    """What fails to be looked at is wrong too; the others are looked at all the same."""
    return tuple(_one(subject, now) for subject in SUBJECTS)


def _one(subject: str, now: datetime) -> Line:
    name, ask = SUBJECTS[subject]
    try:
        return ask(now)
    except Exception as error:  # a broken thing may break in any way; its words may hold a secret
        kind = type(error).__name__
        logger.warning("%s cannot be looked at: %s", subject, kind)
        told = filled(FAILED, kind=kind)
        return Line(subject, name, State.WRONG, told, READ_ON)
