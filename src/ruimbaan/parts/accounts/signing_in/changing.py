# SPDX-License-Identifier: EUPL-1.2
"""Around every change of how somebody signs in: proved lately, told to them, other devices out."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ruimbaan.parts.accounts import sessions
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import limits, second_step
from ruimbaan.parts.accounts.signing_in.entering import see
from ruimbaan.parts.accounts.signing_in.guarding import SignedIn
from ruimbaan.parts.accounts.signing_in.telling import Event, tell
from ruimbaan.parts.outbox import services as outbox

View = Callable[..., HttpResponseBase]


def account_of(request: HttpRequest) -> Account:
    """Of a page behind the login."""
    return cast(Account, request.user)  # the guard has seen to that


def signed_in_of(request: HttpRequest) -> SignedIn:
    found: SignedIn = request.signed_in  # type: ignore[attr-defined]
    return found


def proved_lately(view: View) -> View:
    """Who signed in longer than ten minutes ago does so again; who has a second step, with it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        session = signed_in_of(request).session
        account = account_of(request)
        weak = signed_in_of(request).works and not session.strong and second_step.has_any(account)
        if not weak and timezone.now() - session.proved < limits.PROOF_LASTS:
            return view(request, *args, **kwargs)
        back = request.path if request.method == "GET" else reverse("signing_in:ways")
        door = "signing_in:needs-more" if weak else "signing_in:start"
        return see(f"{reverse(door)}?{urlencode({'next': back})}")

    return guarded


def changed(request: HttpRequest) -> None:
    """Other devices are signed out, and who gave a mail address is told."""
    account = account_of(request)
    tell(request, Event.CHANGED, account=account.pk)
    sessions.end_all(account.pk, but=request.session.session_key or "")
    if account.email:
        _tell(account.email)


def keep_session(request: HttpRequest) -> None:
    """After another password this session goes on, under a new key; our list follows."""
    update_session_auth_hash(request, account_of(request))
    record = signed_in_of(request).session
    record.key = request.session.session_key or ""
    record.save(update_fields=["key"])


@transaction.atomic
def _tell(address: str) -> None:
    outbox.post(
        "accounts.changed",
        address,
        _("Er is iets veranderd"),
        _(
            "Iets is veranderd aan hoe je inlogt.\n\n"
            "Deed jij dat? Dan hoef je niets te doen.\n"
            "Deed jij dat niet? Log in en kijk bij je apparaten.\n"
        ),
        key=f"accounts.changed:{uuid.uuid4()}",
        at=timezone.now(),
    )
