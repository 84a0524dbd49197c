# SPDX-License-Identifier: EUPL-1.2
"""Django's own sessions in the database, read at every page behind the login: with a query that is
prepared once. The name `SessionStore` is the one that Django looks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from ruimbaan.integrations.prepared_rows import PreparedRows


def _running(key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)


_session = PreparedRows(_running)


class SessionStore(DatabaseSessions):
    _keeps_key = False

    def cycle_key(self) -> None:
        if not self._keeps_key:
            super().cycle_key()

    def _get_session_from_db(self) -> Session | None:
        found = _session.first(self.session_key or "", timezone.now())
        if found is None:
            self._session_key = None
        return found


@contextmanager
def keeps_key(session: SessionBase) -> Iterator[None]:
    """What happens inside gives this session no other key."""
    if not isinstance(session, SessionStore):
        yield
        return
    session._keeps_key = True
    try:
        yield
    finally:
        session._keeps_key = False
