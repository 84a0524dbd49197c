# SPDX-License-Identifier: EUPL-1.2
"""Sessions of an account: which there are, and ending them from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import transaction

from ruimbaan.parts.accounts.signing_in.limits import ABSOLUTE
from ruimbaan.parts.accounts.signing_in.models import SessionRecord


def end_all(account: UUID, *, but: str = "") -> int:
    """Every session of this account ends now, except the one with key `but`. How many ended."""
    rows = SessionRecord.objects.filter(account=account).exclude(key=but)
    return _end(list(rows.values_list("key", flat=True)))


def end_one(account: UUID, session: UUID) -> int:
    """Ends this session, when it is one of this account. How many did: 1 or 0."""
    rows = SessionRecord.objects.filter(account=account, id=session)
    return _end(list(rows.values_list("key", flat=True)))


def forget_ended(now: datetime) -> int:
    """Rows of sessions that can no longer be in use. How many there were in the list."""
    Session.objects.filter(expire_date__lte=now).delete()
    rows = SessionRecord.objects.filter(started__lte=now - ABSOLUTE)
    return _end(list(rows.values_list("key", flat=True)))


@transaction.atomic
def _end(keys: Sequence[str]) -> int:
    Session.objects.filter(session_key__in=keys).delete()
    return SessionRecord.objects.filter(key__in=keys).delete()[0]
