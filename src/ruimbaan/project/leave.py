# SPDX-License-Identifier: EUPL-1.2
"""Snel weg: out of this site in one step, leaving as little behind as a website can.

Who was signed in is signed out on the server as well, so that "back" and a stolen cookie find
nothing. That a GET does this is on purpose: it must work as a plain link, without a script; all
that another site could reach with it is that somebody must sign in again, and the cookie is not even
sent along from there.
"""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ruimbaan.parts.accounts.signing_in.guarding import end


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    if settings.SESSION_COOKIE_NAME in request.COOKIES:  # a visitor without one keeps none
        end(request)
    return HttpResponse(
        status=HTTPStatus.SEE_OTHER,
        headers={
            "Location": settings.ENVIRONMENT.neutral_site,
            "Clear-Site-Data": '"cache", "cookies", "storage"',
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
        },
    )
