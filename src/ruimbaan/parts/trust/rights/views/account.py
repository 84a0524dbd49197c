# SPDX-License-Identifier: EUPL-1.2
"""Away for good: the journey, the account, and every way to sign in."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.accounts.services import proved_lately
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.rights.asker import account_of
from ruimbaan.parts.trust.rights.closing import close_everything
from ruimbaan.parts.trust.rights.presentation import crumbs
from ruimbaan.ui.reader import explained


@require_http_methods(["GET", "HEAD", "POST"])
@proved_lately
def close(request: HttpRequest) -> HttpResponse:
    """What stays, and why, stands on the page before anything goes."""
    error, unanswered = "", False
    if request.method == "POST":
        if request.POST.get("zeker") == "ja":
            try:
                close_everything(actor_of(request), timezone.now())
                return _closed(request)
            except DomainError as refused:
                error = explained(refused)
        else:
            unanswered = True
    context = {
        "crumbs": crumbs(_("Account weghalen")),
        "error": error,
        "unanswered": unanswered,
        "waits": requests.open_of(account_of(request)) > 0,
    }
    faulty = error or unanswered
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faulty else HTTPStatus.OK
    return render(request, "rights/close_account.html", context, status=status)


def _closed(request: HttpRequest) -> HttpResponse:
    """Shown at once: there is nobody left to show another page to."""
    logout(request)
    response = render(request, "rights/closed.html")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
