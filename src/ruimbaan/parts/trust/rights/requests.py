# SPDX-License-Identifier: EUPL-1.2
"""Asking that something is put right, and the answer. Who answers sees the question and no file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from ruimbaan.core.trust.terms import one_month_after
from ruimbaan.parts.trust.keys.errors import KeyGone
from ruimbaan.parts.trust.keys.services import new_key, seal, unseal
from ruimbaan.parts.trust.rights.errors import AlreadyAnswered, NothingSaid, TooLong, TooManyOpen
from ruimbaan.parts.trust.rights.models import About, Outcome, RightsRequest

MOST_SIGNS = 2_000
MOST_OPEN = 10  # of one account


@dataclass(frozen=True, slots=True)
class Asked:
    """`text` and `answer` are empty once the account is closed: nobody can read them any more.
    `outcome` is empty while it is open, and when it was taken back."""

    id: UUID
    about: About
    text: str
    asked: datetime
    due: date
    answered: datetime | None
    outcome: str
    answer: str
    withdrawn: datetime | None

    @property
    def is_open(self) -> bool:
        return self.answered is None and self.withdrawn is None


def ask(account: UUID, form: UUID, about: str, text: str, at: datetime) -> UUID:
    """`form` is made once for each form that was shown: sending it again asks nothing more.

    Raises NothingSaid, TooLong or TooManyOpen.
    """
    row = RightsRequest(id=uuid5(account, str(form)), account_id=account, about=about, asked=at)
    if RightsRequest.objects.filter(id=row.id).exists():
        return row.id
    words = _checked(text)
    if about not in About.values:
        raise NothingSaid
    if open_of(account) >= MOST_OPEN:
        raise TooManyOpen(most=MOST_OPEN)
    row.due = one_month_after(timezone.localdate(at))
    new_key(account)
    row.sealed = seal(account, row.place("sealed"), words)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # the same form at the same moment: that one was first
        if not RightsRequest.objects.filter(id=row.id, account=account).exists():
            raise
    return row.id


def of_account(account: UUID) -> tuple[Asked, ...]:
    """The newest first."""
    rows = RightsRequest.objects.filter(account=account).order_by("-asked", "-id")
    return tuple(_asked(row) for row in rows)


def find_own(account: UUID, request: UUID) -> Asked | None:
    row = RightsRequest.objects.filter(account=account, id=request).first()
    return _asked(row) if row else None


def take_back(account: UUID, request: UUID, at: datetime) -> None:
    """What was answered or taken back stays as it is."""
    _open().filter(account=account, id=request).update(withdrawn=at)


def open_of(account: UUID) -> int:
    return _open().filter(account=account).count()


def let_go(account: UUID, at: datetime) -> None:
    """When the account is closed: with it goes the key of the text, and there is nobody left to
    answer. So nothing stays open that nobody can read; that it was asked, and when, stays."""
    _open().filter(account=account).update(withdrawn=at)


def all_open() -> tuple[Asked, ...]:
    """For who answers: the first to be due on top. Says of nobody who asked."""
    return tuple(_asked(row) for row in _open().order_by("due", "asked", "id"))


def find(request: UUID) -> Asked | None:
    row = RightsRequest.objects.filter(id=request).first()
    return _asked(row) if row else None


def reply(request: UUID, outcome: str, text: str, at: datetime) -> None:
    """A refusal too says why (AVG art. 12(4)). Raises NothingSaid, TooLong or AlreadyAnswered."""
    words = _checked(text)
    if outcome not in Outcome.values:
        raise NothingSaid
    row = _open().filter(id=request).first()
    if row is None:
        raise AlreadyAnswered
    sealed = seal(row.account_id, row.place("answer"), words)
    done = _open().filter(id=request).update(answered=at, outcome=outcome, answer=sealed)
    if not done:
        raise AlreadyAnswered


def _open() -> QuerySet[RightsRequest]:
    return RightsRequest.objects.filter(answered=None, withdrawn=None)


def _checked(text: str) -> str:
    words = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not words:
        raise NothingSaid
    if len(words) > MOST_SIGNS:
        raise TooLong(most=MOST_SIGNS)
    return words


def _asked(row: RightsRequest) -> Asked:
    return Asked(
        row.id,
        About(row.about),
        _read(row, "sealed"),
        row.asked,
        row.due,
        row.answered,
        row.outcome,
        _read(row, "answer"),
        row.withdrawn,
    )


def _read(row: RightsRequest, column: str) -> str:
    sealed = bytes(getattr(row, column))
    try:
        return unseal(row.account_id, row.place(column), sealed) if sealed else ""
    except KeyGone:
        return ""
