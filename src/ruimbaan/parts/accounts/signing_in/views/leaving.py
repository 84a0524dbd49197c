# SPDX-License-Identifier: EUPL-1.2
"""Out, still there, and the page that says that a session has ended."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ruimbaan.parts.accounts.signing_in.guarding import end
from ruimbaan.parts.accounts.signing_in.services import safe_next


@require_POST
def out(request: HttpRequest) -> HttpResponse:
    """On an own wish: nothing of the session stays, here or in the browser."""
    end(request)
    response = HttpResponseRedirect(reverse("signing_in:ended"), status=HTTPStatus.SEE_OTHER)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """The guard has noted that somebody is still there; without a script, back to where they were."""
    if request.headers.get("Sec-Fetch-Mode") != "navigate":
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    back = safe_next(request, request.headers.get("Referer", "")) or reverse("journey:home")
    return HttpResponseRedirect(back, status=HTTPStatus.SEE_OTHER)


@require_safe
def ended(request: HttpRequest) -> HttpResponse:
    wanted = safe_next(request, request.GET.get("next", ""))
    return render(request, "signing_in/ended.html", {"next": wanted})
