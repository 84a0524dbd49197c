# SPDX-License-Identifier: EUPL-1.2
"""What happens when a first step was right, or when there were too many tries."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ruimbaan.parts.accounts.acting import roles_now
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import carrying, pending, second_step, trying
from ruimbaan.parts.accounts.signing_in.how import STRONG, How
from ruimbaan.parts.accounts.signing_in.second_page import SECOND, second_values
from ruimbaan.parts.accounts.signing_in.services import home_of, safe_next, sign_in
from ruimbaan.parts.accounts.signing_in.telling import Event, tell


def enter(request: HttpRequest, account: Account, how: How) -> HttpResponse:
    """In, or on to the second step for who works somewhere and has one."""
    now = timezone.now()
    wanted = safe_next(request, request.POST.get("next", ""))
    if how not in STRONG and roles_now(account.pk, now) and second_step.has_any(account):
        pending.keep(request, account, how, wanted, now)
        tell(request, Event.SECOND_ASKED, how=how, account=account.pk)
        if carrying.find(request):
            return render(request, SECOND, second_values(account))
        return see(reverse("signing_in:second"))
    stays = request.POST.get("blijf") == "ja"
    sign_in(request, account, how, stays=stays)
    return carrying.give_back(request, account) or see(wanted or home_of(account))


def see(url: str) -> HttpResponse:
    return HttpResponseRedirect(url, status=HTTPStatus.SEE_OTHER)


def too_many(request: HttpRequest, name: str, now: datetime) -> HttpResponse | None:
    """The page that says how long to wait; None when it may be tried now."""
    seconds = trying.wait(request, name, now)
    return wait_page(request, seconds) if seconds else None


def wait_page(request: HttpRequest, seconds: int) -> HttpResponse:
    tell(request, Event.TOO_MANY)
    response = render(
        request,
        "signing_in/too_many.html",
        {"seconds": seconds},
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    response.headers["Retry-After"] = str(seconds)
    return response
