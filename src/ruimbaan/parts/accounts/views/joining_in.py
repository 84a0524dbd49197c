# SPDX-License-Identifier: EUPL-1.2
"""A person: the first page after joining, inviting somebody, and who helped with signing in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.recovery import RecoveryOver
from ruimbaan.parts.accounts import services
from ruimbaan.parts.accounts.invitations import LASTS
from ruimbaan.parts.accounts.models import Account, InvitationKind
from ruimbaan.parts.accounts.presentation.papers import close_one_paper
from ruimbaan.parts.accounts.queries import recoveries_of
from ruimbaan.parts.accounts.reading import address
from ruimbaan.parts.accounts.views.answers import account_of, see_other, status_of
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.ui.reader import explained


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    account = Account.objects.get(id=account_of(request))
    return render(request, "accounts/welcome.html", {"code_name": account.code_name})


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def invite(request: HttpRequest) -> HttpResponse:
    """Only for who has a file: there is nothing to show otherwise."""
    journey = file_of(account_of(request))
    if journey is None:
        raise Http404
    if request.method != "POST":
        return _invite_page(request)
    now = timezone.now()
    try:
        if request.POST.get("doe") == "paper":
            code = services.invite_close_one(journey, at=now)
            paper = close_one_paper(code, now + LASTS[InvitationKind.CLOSE_ONE])
            return render(request, "accounts/paper.html", {"paper": paper})
        mail = services.ByMail(address(request.POST, "address"), get_language() or "nl")
        services.invite_close_one(journey, mail=mail, at=now)
    except DomainError as error:
        return _invite_page(request, explained(error))
    return see_other(f"{reverse('accounts:invite')}?verstuurd=1")


@require_http_methods(["GET", "HEAD", "POST"])
def helped(request: HttpRequest) -> HttpResponse:
    """Who helped to sign in again, and when: only the person itself sees that."""
    account, now, error = account_of(request), timezone.now(), ""
    if request.method == "POST":
        try:
            services.stop_recovery(account, _id(request.POST.get("recovery", "")), now)
            return see_other(reverse("accounts:helped"))
        except RecoveryOver as over:
            error = explained(over)
    context = {"recoveries": recoveries_of(account, now), "error": error}
    return render(request, "accounts/helped.html", context, status=status_of(error))


def _invite_page(request: HttpRequest, error: str = "") -> HttpResponse:
    context = {
        "error": error,
        "typed": request.POST.get("address", ""),
        "sent": "verstuurd" in request.GET,
    }
    return render(request, "accounts/invite.html", context, status=status_of(error))


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise RecoveryOver from None
