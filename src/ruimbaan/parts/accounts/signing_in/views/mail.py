# SPDX-License-Identifier: EUPL-1.2
"""Signing in with a code by mail. It is never told whether there is an account."""

from __future__ import annotations

from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.signing_in import carrying, mailed, proving, trying
from ruimbaan.parts.accounts.signing_in.entering import enter, see, too_many, wait_page
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import safe_next
from ruimbaan.parts.accounts.signing_in.telling import Event, tell


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: HttpRequest) -> HttpResponse:
    fields = request.POST if request.method == "POST" else request.GET
    wanted = safe_next(request, fields.get("next", ""))
    if request.method != "POST" or carrying.arrives(request):
        return render(request, "signing_in/mail.html", {"next": wanted})
    now = timezone.now()
    address = request.POST.get("mail", "").strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        values = {"next": wanted, "mail": address, "wrong": True}
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "signing_in/mail.html", values, status=status)
    stopped = too_many(request, address, now)
    if stopped:
        return stopped
    seconds = trying.count(trying.LETTER, address, now)
    if seconds:
        return wait_page(request, seconds)
    account = proving.find(address)
    open_one = account if account and account.is_active else None
    mailed.send(request, address, now, mailed.For.SIGNING_IN, account=open_one)
    if carrying.find(request):
        return render(request, "signing_in/mailed.html", {"next": wanted})
    url = reverse("signing_in:mailed")
    return see(f"{url}?{urlencode({'next': wanted})}" if wanted else url)


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    if not mailed.asked(request, mailed.For.SIGNING_IN):
        return see(reverse("signing_in:mail"))
    if request.method != "POST":
        wanted = safe_next(request, request.GET.get("next", ""))
        return render(request, "signing_in/mailed.html", {"next": wanted})
    now = timezone.now()
    stopped = too_many(request, "", now)
    if stopped:
        return stopped
    found = mailed.check(request, request.POST.get("code", ""), now, mailed.For.SIGNING_IN)
    if found:
        return enter(request, found[0], How.MAILED_CODE)
    tell(request, Event.WRONG, how=How.MAILED_CODE, account=mailed.whose(request))
    wanted = safe_next(request, request.POST.get("next", ""))
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "signing_in/mailed.html", {"next": wanted, "wrong": True}, status=status)
