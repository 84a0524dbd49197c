# SPDX-License-Identifier: EUPL-1.2
"""When the last backup was made. Too long ago is a loud warning, and no reason to stay shut."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.utils import timezone

from ruimbaan.parts.trust import last_times

TOO_OLD = timedelta(hours=26)  # a nightly backup that took two hours longer


def note(at: datetime) -> None:
    last_times.write(settings.BACKUP_NOTE, at)


def last_backup() -> datetime | None:
    return last_times.read(settings.BACKUP_NOTE)


def register_all() -> None:
    checks.register(check_age, checks.Tags.security)


def check_age(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    if settings.ENVIRONMENT.demo:
        return []
    last = last_backup()
    if last is not None and timezone.now() - last <= TOO_OLD:
        return []
    when = f"The last backup is of {last:%Y-%m-%d %H:%M}." if last else "There is no backup yet."
    return [
        checks.Warning(
            f"{when} A disk that breaks now takes everything since then along.",
            hint="Run `ruimbaan backup FOLDER` every night; see docs/how-to/back-up.md.",
            id="ruimbaan.W040",
        )
    ]
