# SPDX-License-Identifier: EUPL-1.2
"""The door: how do you want to sign in?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ruimbaan.parts.accounts.signing_in.services import safe_next


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    wanted = safe_next(request, request.GET.get("next", ""))
    return render(request, "signing_in/start.html", {"next": wanted})


@require_safe
def needs_more(request: HttpRequest) -> HttpResponse:
    """For who works somewhere and has no second step yet."""
    return render(request, "signing_in/needs_more.html", {})
