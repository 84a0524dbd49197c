# SPDX-License-Identifier: EUPL-1.2
"""Snel weg: out of this site in one step, leaving as little behind as a website can."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe  # GET on purpose: it must work as a plain link, without a script
def leave(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        status=HTTPStatus.SEE_OTHER,
        headers={
            "Location": settings.ENVIRONMENT.neutral_site,
            "Clear-Site-Data": '"cache", "cookies", "storage"',
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
        },
    )
