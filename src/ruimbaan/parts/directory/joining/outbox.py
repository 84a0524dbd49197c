# SPDX-License-Identifier: EUPL-1.2
"""Letters leave through here: a row in the same transaction as what they are about, and a worker
that sends what waits. At least once: a worker that falls over in between may send a letter twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ruimbaan.parts.directory.joining.letters import message_of
from ruimbaan.parts.directory.joining.links import hand_out
from ruimbaan.parts.directory.joining.models import Connection, Keeper, Letter
from ruimbaan.parts.directory.joining.models.letters import Purpose, State

AGAIN_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480, 1440))
MOST_TRIES = len(AGAIN_AFTER) + 1
HELD = timedelta(minutes=10)  # that a letter belongs to the worker that took it
AT_A_TIME = 50
FOR_GOOD = 500  # replies of a mail server from here on: trying again does not help


@dataclass(frozen=True, slots=True)
class Delivered:
    sent: int = 0
    later: int = 0  # did not work, will be tried again
    failed: int = 0  # did not work and will not be tried again


def post(
    keeper: Keeper, purpose: Purpose, at: datetime, connection: Connection | None = None
) -> Letter:
    """Write a letter with a new link. Must be called in the transaction of what it is about."""
    letter = Letter.objects.create(link=hand_out(keeper, purpose, at, connection), next_try_at=at)
    if settings.MAIL_AT_ONCE:
        transaction.on_commit(lambda: deliver(timezone.now()))
    return letter


def deliver(at: datetime) -> Delivered:
    """Send what is due, the oldest first. Never in a transaction: a mail server may be slow."""
    due = Letter.objects.filter(state=State.WAITING, next_try_at__lte=at)
    outcomes = [
        _send(letter, at)
        for letter in due.select_related("link__keeper", "link__connection").order_by(
            "next_try_at", "pk"
        )[:AT_A_TIME]
        if _taken(letter, at)
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
        message: EmailMultiAlternatives = message_of(letter)
        message.send()
    except (SMTPException, OSError) as error:
        return _did_not_work(letter, error, at)
    _note(letter, state=State.SENT, sent_at=at, fault="")
    return State.SENT


def _did_not_work(letter: Letter, error: Exception, at: datetime) -> State:
    """Only the kind of error is kept: its words may hold the address."""
    fault = type(error).__name__
    if letter.tries >= MOST_TRIES or _refused_for_good(error):
        _note(letter, state=State.FAILED, fault=fault)
        return State.FAILED
    _note(letter, next_try_at=at + AGAIN_AFTER[letter.tries - 1], fault=fault)
    return State.WAITING


def _refused_for_good(error: Exception) -> bool:
    return isinstance(error, SMTPRecipientsRefused) and all(
        code >= FOR_GOOD for code, _words in error.recipients.values()
    )


def _note(letter: Letter, **values: object) -> None:
    Letter.objects.filter(pk=letter.pk).update(**values)
