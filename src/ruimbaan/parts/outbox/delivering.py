# SPDX-License-Identifier: EUPL-1.2
"""The worker. At least once: one that falls over in between may send a letter twice, so every copy
of a letter has the same Message-ID, and mail programs show it once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from ruimbaan.parts.outbox.content import Content, Unreadable, unseal
from ruimbaan.parts.outbox.models import Letter, State
from ruimbaan.parts.outbox.retrying import wait_after

HELD = timedelta(minutes=10)  # that a letter belongs to the worker that took it
AT_A_TIME = 50
KEPT = timedelta(days=30)  # that a row stays after its letter left or was given up


@dataclass(frozen=True, slots=True)
class Delivered:
    sent: int = 0
    later: int = 0  # did not work, will be tried again
    failed: int = 0  # did not work and will not be tried again


def deliver(at: datetime, *, stopping: Callable[[], bool] = lambda: False) -> Delivered:
    """Send what is due, the oldest first, until `stopping` says so between two letters. Never in a
    transaction: a mail server may be slow."""
    forget_old(at)
    due = Letter.objects.filter(state=State.WAITING, next_try_at__lte=at)
    outcomes = [
        _send(letter, at)
        for letter in due.order_by("next_try_at", "pk")[:AT_A_TIME]
        if not stopping() and _taken(letter, at)
    ]
    return Delivered(
        outcomes.count(State.SENT), outcomes.count(State.WAITING), outcomes.count(State.FAILED)
    )


def _taken(letter: Letter, at: datetime) -> bool:
    """Of several workers only one gets it."""
    mine = Letter.objects.filter(
        pk=letter.pk, state=State.WAITING, next_try_at=letter.next_try_at
    ).update(next_try_at=at + HELD, tries=F("tries") + 1)
    letter.tries += mine
    return bool(mine)


def _send(letter: Letter, at: datetime) -> State:
    try:
        message = _message(letter, unseal(bytes(letter.sealed), letter.key))
        message.send()
    except Unreadable as error:
        return _give_up(letter, error)
    except (SMTPException, OSError, ValueError) as error:  # ValueError: an impossible header
        return _did_not_work(letter, error, at)
    _note(letter, state=State.SENT, sent_at=at, fault="", sealed=b"")
    return State.SENT


def _message(letter: Letter, content: Content) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=content.subject,
        body=content.text,
        to=[content.to],
        headers={"Auto-Submitted": "auto-generated", "Message-ID": _message_id(letter)},
    )
    if content.html:
        message.attach_alternative(content.html, "text/html")
    return message


def _message_id(letter: Letter) -> str:
    """The same at every try, and telling nothing."""
    digest = salted_hmac("ruimbaan.outbox.message", letter.key, algorithm="sha256").hexdigest()
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{digest[:32]}@{host or 'localhost'}>"


def _did_not_work(letter: Letter, error: Exception, at: datetime) -> State:
    wait = wait_after(letter.tries, error)
    if wait is None:
        return _give_up(letter, error)
    _note(letter, next_try_at=at + wait, fault=type(error).__name__)
    return State.WAITING


def _give_up(letter: Letter, error: Exception) -> State:
    _note(letter, state=State.FAILED, fault=type(error).__name__)
    return State.FAILED


def _note(letter: Letter, **values: object) -> None:
    Letter.objects.filter(pk=letter.pk).update(**values)


def forget_old(at: datetime) -> int:
    """Rows of letters that left or were given up long ago. How many there were."""
    old = at - KEPT
    return Letter.objects.filter(
        Q(state=State.SENT, sent_at__lt=old) | Q(state=State.FAILED, next_try_at__lt=old)
    ).delete()[0]
