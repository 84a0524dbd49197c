# SPDX-License-Identifier: EUPL-1.2
"""The demo with a clock that a test sets, for stories of months: `granian tests.e2e.moved_clock:application`.

The product has no such clock and no setting for one: only whoever serves this file has it. A
moment sent to `/klok` moves the whole site there, and its clock then runs on. With it comes the
work of that morning, which a site has as a task of its own: `ruimbaan handoff remind`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

BEGIN = "MOVED_CLOCK_BEGIN"  # the moment at which the site starts, ISO 8601
PATH = "/klok"


class Clock:
    def __init__(self, moment: datetime) -> None:
        self.move(moment)

    def move(self, moment: datetime) -> None:
        self._ahead: timedelta = moment - datetime.now(UTC)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


clock = Clock(datetime.fromisoformat(os.environ[BEGIN]))
timezone.now = clock.now

from ruimbaan.project.wsgi import application as site  # noqa: E402 -- only now the clock is right


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"] != PATH:
        return site(environ, start_response)
    from ruimbaan.parts.handoff.services import tell

    clock.move(datetime.fromisoformat(environ["wsgi.input"].read().decode()))
    told = tell(clock.now())
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(sum(told.told.values())).encode()]
