# SPDX-License-Identifier: EUPL-1.2
"""On which devices I am signed in, and signing out there from here."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from ruimbaan.parts.accounts import sessions
from ruimbaan.parts.accounts.signing_in.changing import account_of, signed_in_of
from ruimbaan.parts.accounts.signing_in.entering import see
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.accounts.signing_in.telling import Event, tell


@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    sessions.forget_ended(timezone.now())
    rows = SessionRecord.objects.filter(account=account_of(request)).order_by("-seen", "id")
    here = signed_in_of(request).session.id
    return render(request, "signing_in/devices.html", {"devices": rows, "here": here})


@csrf_protect
@require_POST
def out_there(request: HttpRequest) -> HttpResponse:
    """`welke` is one device; without it all others."""
    account = account_of(request)
    tell(request, Event.OUT_ELSEWHERE, account=account.pk)
    wanted = request.POST.get("welke", "")
    if not wanted:
        sessions.end_all(account.pk, but=request.session.session_key or "")
        return see(reverse("signing_in:devices"))
    try:
        sessions.end_one(account.pk, uuid.UUID(wanted))
    except ValueError:  # no id at all: nothing to end
        return see(reverse("signing_in:devices"))
    return see(reverse("signing_in:devices"))
