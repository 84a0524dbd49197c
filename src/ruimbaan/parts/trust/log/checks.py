# SPDX-License-Identifier: EUPL-1.2
"""Start-up checks of the access log: without somebody else who keeps its anchors, or with a clock
that runs behind it, the site stays shut."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004
from django.db import DatabaseError
from django.utils import timezone

from ruimbaan.parts.trust.log.anchoring import OLDEST, oldest_without_anchor
from ruimbaan.parts.trust.log.connecting import own_connection
from ruimbaan.parts.trust.log.outside import has_places
from ruimbaan.parts.trust.log.rows import lasts

DRIFT = timedelta(minutes=5)


def register_all() -> None:
    register(check_places, Tags.security)
    register(check_log, Tags.database)


def check_places(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    if settings.ENVIRONMENT.demo or has_places():
        return []
    return [
        Error(
            "Nobody else keeps the anchors of the access log: who owns the database could rewrite it.",
            hint="Set RUIMBAAN_ANCHOR_FILES to a file on a disk of somebody else, or "
            "RUIMBAAN_ANCHOR_MAIL to a mailbox of somebody else. Better: both.",
            id="ruimbaan.E030",
        )
    ]


def check_log(
    app_configs: Sequence[AppConfig] | None,
    *,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    if "default" not in (databases or ()) or settings.ENVIRONMENT.demo:
        return []
    return log_faults(timezone.now())


def log_faults(now: datetime) -> list[CheckMessage]:
    """Nothing is said of a database without tables yet."""
    try:
        connection = own_connection()
    except DatabaseError:
        return []
    try:
        last = max((last.at for last in lasts(connection)), default=now)
        waiting = oldest_without_anchor(connection)
    except DatabaseError:
        return []
    finally:
        connection.close()
    faults: list[CheckMessage] = []
    if last - now > DRIFT:
        faults.append(
            Error(
                "The clock of this machine runs behind the last row of the access log.",
                hint="Set the clock right, and let it be kept right (NTP).",
                id="ruimbaan.E031",
            )
        )
    if waiting is not None and now - waiting > OLDEST:
        faults.append(
            Warning(
                "Rows of the access log have waited longer than ten minutes for an anchor.",
                hint="Run `ruimbaan audit anchor` every ten minutes, and look whether it succeeds.",
                id="ruimbaan.W030",
            )
        )
    return faults
