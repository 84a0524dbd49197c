# SPDX-License-Identifier: EUPL-1.2
"""Which devices keep a sheet, and taking that back: here, from elsewhere, or by time."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.journey.offline.models import OfflineDevice

KEPT = timedelta(days=7)  # from the last time that the device asked for the sheet
TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class Device:
    id: UUID
    account: UUID
    name: str
    made: datetime
    ends: datetime


def turn_on(account: UUID, name: str, session: UUID, at: datetime) -> str:
    """The token for the cookie of this device."""
    forget_ended(at)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    OfflineDevice.objects.create(
        account_id=account,
        digest=_digest(token),
        device=name[:60],
        session=session,
        made=at,
        ends=at + KEPT,
    )
    return token


def find(token: str, at: datetime) -> Device | None:
    """None when it was taken back, is over, or never was."""
    row = OfflineDevice.objects.filter(digest=_digest(token), ends__gt=at).first()
    return _device(row) if row else None


def note_asked(device: UUID, session: UUID, at: datetime) -> datetime:
    """The device has a fresh sheet from now on. Until when that is worth something."""
    ends = at + KEPT
    OfflineDevice.objects.filter(id=device).update(session=session, ends=ends)
    return ends


def of_account(account: UUID, at: datetime) -> tuple[Device, ...]:
    rows = OfflineDevice.objects.filter(account=account, ends__gt=at).order_by("made", "id")
    return tuple(_device(row) for row in rows)


def turn_off(account: UUID, device: UUID) -> None:
    """What is off already is fine."""
    OfflineDevice.objects.filter(account=account, id=device).delete()


def drop(token: str) -> None:
    OfflineDevice.objects.filter(digest=_digest(token)).delete()


def drop_session(account: UUID, session: UUID) -> None:
    """Somebody was signed out there from another device."""
    OfflineDevice.objects.filter(account=account, session=session).delete()


def drop_others(account: UUID, but: UUID) -> None:
    OfflineDevice.objects.filter(account=account).exclude(session=but).delete()


def drop_all(account: UUID) -> None:
    OfflineDevice.objects.filter(account=account).delete()


def forget_ended(at: datetime) -> int:
    return OfflineDevice.objects.filter(ends__lte=at).delete()[0]


def taken_along(account: UUID) -> Section:
    items = tuple(
        (
            Fact("device", Text("Apparaat", "Device"), row.device),
            Fact("made", Text("Gemaakt", "Made"), row.made),
            Fact("ends", Text("Loopt af", "Ends"), row.ends),
        )
        for row in OfflineDevice.objects.filter(account=account).order_by("made", "id")
    )
    return Section("offline", Text("Lezen zonder internet", "Reading without internet"), items)


def _device(row: OfflineDevice) -> Device:
    return Device(row.id, row.account_id, row.device, row.made, row.ends)


def _digest(token: str) -> str:
    """The token is 192 bits of chance: a plain digest says nothing of it."""
    return hashlib.sha256(token.encode()).hexdigest()
