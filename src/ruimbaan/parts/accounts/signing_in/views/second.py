# SPDX-License-Identifier: EUPL-1.2
"""The second step of who works somewhere, at signing in or later in the same session."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import carrying, passkeys, pending, second_step
from ruimbaan.parts.accounts.signing_in.changing import account_of
from ruimbaan.parts.accounts.signing_in.entering import see, too_many
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.second_page import SECOND, second_values
from ruimbaan.parts.accounts.signing_in.services import (
    home_of,
    make_strong,
    safe_next,
    sign_in,
)
from ruimbaan.parts.accounts.signing_in.telling import Event, tell


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest) -> HttpResponse:
    """After a right first step. Nobody is signed in until this is right as well."""
    now = timezone.now()
    half_way = pending.find(request, now)
    account = Account.objects.filter(pk=half_way.account).first() if half_way else None
    if half_way is None or account is None:
        return see(reverse("signing_in:start"))
    if request.method != "POST":
        return render(request, SECOND, second_values(account))
    stopped = too_many(request, str(account.pk), now)
    if stopped:
        return stopped
    if not _right(request, account):
        tell(request, Event.SECOND_WRONG, how=How(half_way.how), account=account.pk)
        return render(
            request,
            SECOND,
            second_values(account, wrong=True),
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    sign_in(request, account, How(half_way.how), second_step=True)
    back = carrying.give_back(request, account)
    return back or see(half_way.wanted or home_of(account))


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def needs_more(request: HttpRequest) -> HttpResponse:
    """In a session without a second step: ask for it, or show how to get one."""
    account = account_of(request)
    wanted = safe_next(request, request.GET.get("next", "") or request.POST.get("next", ""))
    if not second_step.has_any(account):
        return render(request, "signing_in/needs_more.html", {})
    if request.method != "POST":
        return render(request, SECOND, {**second_values(account), "next": wanted, "action": ""})
    stopped = too_many(request, str(account.pk), timezone.now())
    if stopped:
        return stopped
    if not _right(request, account):
        tell(request, Event.SECOND_WRONG, account=account.pk)
        values = {**second_values(account, wrong=True), "next": wanted, "action": ""}
        return render(request, SECOND, values, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    make_strong(request)
    return see(wanted or home_of(account))


def _right(request: HttpRequest, account: Account) -> bool:
    answer = request.POST.get("antwoord", "")
    if answer:
        return passkeys.whose(answer) == account
    return second_step.check(account, request.POST.get("code", ""))
