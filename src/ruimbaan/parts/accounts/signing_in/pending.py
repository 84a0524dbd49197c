# SPDX-License-Identifier: EUPL-1.2
"""Between the first step and the second: who it seems to be, kept in a session that opens nothing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.http import HttpRequest

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.how import How

KEY = "signing_in.half_way"
LASTS = 600  # seconds


@dataclass(frozen=True, slots=True)
class HalfWay:
    account: str
    how: str
    wanted: str
    at: float  # seconds since 1970


def shorten(request: HttpRequest) -> None:
    """Before anybody is signed in, a session has no reason to stay for long."""
    if not request.user.is_authenticated:
        request.session.set_expiry(LASTS)


def keep(request: HttpRequest, account: Account, how: How, wanted: str, now: datetime) -> None:
    request.session.cycle_key()
    shorten(request)
    request.session[KEY] = asdict(HalfWay(str(account.pk), how, wanted, now.timestamp()))


def find(request: HttpRequest, now: datetime) -> HalfWay | None:
    """None when nobody is half way, or took more than ten minutes."""
    kept = request.session.get(KEY)
    half_way = HalfWay(**kept) if kept else None
    if half_way is None or now.timestamp() - half_way.at > LASTS:
        return None
    return half_way


def drop(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
