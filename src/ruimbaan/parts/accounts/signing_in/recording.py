# SPDX-License-Identifier: EUPL-1.2
"""Keeps the list of sessions in step with the sessions themselves."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import devices
from ruimbaan.parts.accounts.signing_in.models import SessionRecord


def note_session(request: HttpRequest, user: Account, **kwargs: Any) -> None:
    """Django's signal: `user` was signed in just now. It always has a session of its own by then."""
    session = request.session
    if session.session_key is None:
        session.save()
    now = timezone.now()
    SessionRecord.objects.update_or_create(
        key=session.session_key,  # the same one when somebody who is signed in signs in again
        defaults={
            "account": user,
            "device": devices.name_of(request.headers.get("User-Agent", "")),
            "started": now,
            "proved": now,
            "seen": now,
        },
    )
