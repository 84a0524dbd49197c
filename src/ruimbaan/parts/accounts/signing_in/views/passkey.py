# SPDX-License-Identifier: EUPL-1.2
"""Signing in with a passkey. The one way that needs a script: the browser must ask the device."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.signing_in import carrying, passkeys, pending
from ruimbaan.parts.accounts.signing_in.entering import enter, too_many
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import safe_next
from ruimbaan.parts.accounts.signing_in.telling import Event, tell


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def passkey(request: HttpRequest) -> HttpResponse:
    pending.shorten(request)
    if request.method != "POST" or carrying.arrives(request):
        wanted = safe_next(request, request.GET.get("next", ""))
        values = {"next": wanted, "asked": passkeys.ask()}
        return render(request, "signing_in/passkey.html", values)
    stopped = too_many(request, "", timezone.now())
    if stopped:
        return stopped
    account = passkeys.whose(request.POST.get("antwoord", ""))
    if account:
        return enter(request, account, How.PASSKEY)
    tell(request, Event.WRONG, how=How.PASSKEY)
    wanted = safe_next(request, request.POST.get("next", ""))
    values = {"next": wanted, "asked": passkeys.ask(), "wrong": "yes"}
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "signing_in/passkey.html", values, status=status)
