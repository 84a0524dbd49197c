# SPDX-License-Identifier: EUPL-1.2
"""What other parts do with the outbox: post a letter, take it back, let the worker send."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ruimbaan.parts.outbox.content import Content, seal
from ruimbaan.parts.outbox.delivering import Delivered, deliver, forget_old
from ruimbaan.parts.outbox.models import Letter, State

__all__ = [
    "Content",
    "Delivered",
    "deliver",
    "forget_old",
    "post",
    "seal",
    "try_failed_again",
    "withdraw",
]


def post(
    kind: str, to: str, subject: str, text: str, *, key: str, at: datetime, html: str = ""
) -> None:
    """Write a letter, to be sent by the worker. Must be called in the transaction of what it is
    about: then both are there, or neither.

    `kind` is a short name for lists, such as "accounts.invitation". `key` says what the letter is
    about, in ids only; posting a key again does nothing. Subject and text are neutral: whoever
    looks along learns nothing.
    """
    Letter.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "sealed": seal(Content(to, subject, text, html), key),
            "posted_at": at,
            "next_try_at": at,
        },
    )
    if settings.MAIL_AT_ONCE:
        transaction.on_commit(lambda: deliver(timezone.now()))


def withdraw(keys: Iterable[str]) -> None:
    """What has not left yet does not leave any more."""
    Letter.objects.filter(key__in=tuple(keys)).exclude(state=State.SENT).delete()


def try_failed_again(at: datetime) -> int:
    """After a fault of the mail server was mended: how many letters that were given up wait again."""
    return Letter.objects.filter(state=State.FAILED).update(
        state=State.WAITING, tries=0, next_try_at=at
    )
