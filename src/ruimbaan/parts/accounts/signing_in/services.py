# SPDX-License-Identifier: EUPL-1.2
"""Signing somebody in: the one way in which a session becomes theirs."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from ruimbaan.parts.accounts import sessions
from ruimbaan.parts.accounts.acting import roles_now
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.guarding import end, who
from ruimbaan.parts.accounts.signing_in.how import STRONG, How
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.accounts.signing_in.telling import Event, tell

BACKEND = "ruimbaan.parts.accounts.signing_in.backends.AccountBackend"


def sign_in(
    request: HttpRequest,
    account: Account,
    how: How,
    *,
    second_step: bool = False,
    stays: bool = False,
) -> None:
    """The caller proved that it is them. The session gets a new key, and nothing of an earlier one
    comes along. `second_step`: a second proof was given as well. `stays`: an own device.

    Raises PermissionDenied for an account that is closed, and for a demo's way outside a demo.
    """
    if not account.is_active or (how is How.DEMO and not settings.ENVIRONMENT.demo):
        tell(request, Event.CLOSED, how=how, account=account.pk)
        raise PermissionDenied
    sessions.forget_ended(timezone.now())
    end(request)  # whoever was signed in here is not any more
    login(request, account, backend=BACKEND)
    SessionRecord.objects.filter(key=request.session.session_key).update(
        how=how, strong=second_step or how in STRONG, stays=stays
    )
    if second_step:
        tell(request, Event.SECOND_RIGHT, how=how, account=account.pk)
    tell(request, Event.IN, how=how, account=account.pk)
    # a page that answers at once, without being asked for anew, already is one of a signed-in reader
    request.signed_in = who(request, timezone.now())  # type: ignore[attr-defined]


def make_strong(request: HttpRequest) -> None:
    """A second proof was given in a session that is there already: it goes on under a new key."""
    old = request.session.session_key
    request.session.cycle_key()
    SessionRecord.objects.filter(key=old).update(
        key=request.session.session_key, strong=True, proved=timezone.now()
    )
    tell(request, Event.SECOND_RIGHT, account=request.user.pk)


def home_of(account: Account) -> str:
    """Where this account begins."""
    working = roles_now(account.pk, timezone.now())
    return reverse("signing_in:work" if working else "journey:home")


def safe_next(request: HttpRequest, wanted: str) -> str:
    """`wanted` when it is a page of this site, else empty."""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe and wanted.startswith("/") else ""
