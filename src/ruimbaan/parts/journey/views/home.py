# SPDX-License-Identifier: EUPL-1.2
"""Where the own file begins, and what stands in each part."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.journey.access import Own, own_file, refused_is_not_found
from ruimbaan.parts.journey.close_one.presentation import is_close_one
from ruimbaan.parts.journey.presentation.everything import everything_page
from ruimbaan.parts.journey.presentation.home import home_page
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.services import begin as begin_file


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if actor.account is None:
        raise Http404
    journey = file_of(actor.account)
    if journey is None:
        if "begin" not in request.GET and is_close_one(actor.account):
            return redirect("journey:with-me")
        return render(request, "journey/begin.html")
    return _with_file(request, Own(actor, actor.account, journey, timezone.now()))


@refused_is_not_found
def _with_file(request: HttpRequest, own: Own) -> HttpResponse:
    return render(request, "journey/home.html", home_page(own))


@require_safe
@own_file
def everything(request: HttpRequest, own: Own) -> HttpResponse:
    return render(request, "journey/everything.html", everything_page(own))


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    account = actor_of(request).account
    if account is None:
        raise Http404
    begin_file(account, timezone.now())
    return redirect("journey:home")
