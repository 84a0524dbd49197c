# SPDX-License-Identifier: EUPL-1.2
"""When what is over was last removed. A term that nobody carries out is no term."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from ruimbaan.parts.trust import last_times

TOO_OLD = timedelta(hours=50)  # once a day, and one day may go wrong


def note(at: datetime) -> None:
    last_times.write(settings.RETENTION_NOTE, at)


def last_retention() -> datetime | None:
    return last_times.read(settings.RETENTION_NOTE)
