# SPDX-License-Identifier: EUPL-1.2
"""Recovery in person: what two workers and the person do with it. What may be done when is decided
in core.trust.recovery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import translation

from ruimbaan.core.trust import recovery as core
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts import codes, letters, memberships, sessions, ways_in
from ruimbaan.parts.accounts.errors import TooManyToday
from ruimbaan.parts.accounts.models import Account, RecoveryConfirmation, RecoveryRecord
from ruimbaan.parts.accounts.recovery_rows import recovery_of
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.services import log_recovery

WHAT_FOR = "recovery"
DAY = timedelta(days=1)
A_DAY = 20  # confirmations of one worker
NOBODYS_KEPT = timedelta(days=30)  # that a row for a code name of nobody stays


@dataclass(frozen=True, slots=True)
class Confirmed:
    """`code` is empty until the second worker confirmed. It is shown once and stands nowhere."""

    until: datetime
    code: str = ""


@transaction.atomic
def confirm(by: Actor, code_name: str, at: datetime) -> Confirmed:
    """A worker saw the person who says to have this code name. The answer is the same when nobody
    has it.

    Raises WorkersOnly, SecondMustBeAnother or TooManyToday.
    """
    _demand_few(by, at)
    row = _open_row(code_name, at)
    becomes = core.confirm(recovery_of(row), by, at)
    latest = becomes.confirmations[-1]
    via = core.membership_to_confirm(by, at)
    if via:  # for a code name of nobody as well: time must not tell
        log_recovery(by, via, file_of(row.account_id or row.id) or row.id, at)
    RecoveryConfirmation.objects.create(
        recovery=row, worker=latest.worker, membership=latest.membership, at=at
    )
    code = ""
    if done := becomes.state(at) is core.State.CONFIRMED:
        code = codes.new_code()
        row.code_digest = codes.digest_of(code, WHAT_FOR)
        row.save(update_fields=["code_digest"])
        if row.account_id:
            sessions.end_all(row.account_id)
            ways_in.forget_all(row.account_id)
    _tell(row, done=done, at=at)
    return Confirmed(becomes.runs_until or at, code)


@transaction.atomic
def use_code(code_name: str, code: str, at: datetime) -> Account:
    """The account that may come in now. Raises WrongCode, whatever was wrong."""
    row = (
        RecoveryRecord.objects.select_for_update(of=("self",))
        .filter(name_digest=_name_digest(code_name), code_digest=codes.digest_of(code, WHAT_FOR))
        .exclude(code_digest="")
        .first()
    )
    if row is None:
        raise core.WrongCode
    core.use(recovery_of(row), at)
    if row.account is None or not row.account.is_active:
        raise core.WrongCode
    RecoveryRecord.objects.filter(id=row.id).update(used=at)
    return row.account


@transaction.atomic
def stop(account: UUID, recovery: UUID, at: datetime) -> None:
    """The person says: this was not me. Raises RecoveryOver, also when it is of somebody else."""
    rows = RecoveryRecord.objects.select_for_update().filter(id=recovery, account=account)
    if (row := rows.first()) is None:
        raise core.RecoveryOver
    core.stop(recovery_of(row), at)
    RecoveryRecord.objects.filter(id=row.id).update(stopped=at)


def _open_row(code_name: str, at: datetime) -> RecoveryRecord:
    """The one that waits for a second worker, or a new one."""
    digest = _name_digest(code_name)
    RecoveryRecord.objects.filter(account=None, asked__lt=at - NOBODYS_KEPT).delete()
    rows = RecoveryRecord.objects.select_for_update(of=("self",)).filter(name_digest=digest)
    for row in rows.order_by("-asked", "-id"):
        if recovery_of(row).state(at) is core.State.ASKED:
            return row
    return RecoveryRecord.objects.create(
        name_digest=digest, account=_find_account(code_name, at), asked=at
    )


def _find_account(code_name: str, at: datetime) -> Account | None:
    """Who works somewhere does not come in this way: two colleagues could take over a colleague.
    Their administrator ends the role and invites them again."""
    found = Account.objects.filter(
        code_name__iexact=codes.normal_name(code_name), is_active=True
    ).first()
    works = memberships.running(at).filter(account=found.pk if found else uuid4()).exists()
    return None if works else found


def _demand_few(by: Actor, at: datetime) -> None:
    if by.account is None:
        raise core.WorkersOnly
    lately = RecoveryConfirmation.objects.filter(worker=by.account, at__gt=at - DAY)
    if lately.count() >= A_DAY:
        raise TooManyToday


def _tell(row: RecoveryRecord, *, done: bool, at: datetime) -> None:
    """By mail, when there is an address."""
    letters.tell_of_recovery(
        (row.account and row.account.email) or "",
        done=done,
        key=str(row.id),
        language=translation.get_language() or "nl",
        at=at,
    )


def _name_digest(code_name: str) -> str:
    return codes.keyed_digest(codes.normal_name(code_name), "code-name")
