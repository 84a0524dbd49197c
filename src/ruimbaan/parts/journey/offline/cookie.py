# SPDX-License-Identifier: EUPL-1.2
"""The cookie by which a device says that it keeps a sheet. It opens nothing."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ruimbaan.parts.journey.offline.devices import KEPT

_SIGNS = 60  # of a token of ours; whatever is longer is not one


def name() -> str:
    return f"{'__Host-' if settings.SESSION_COOKIE_SECURE else ''}offline"


def token_of(request: HttpRequest) -> str:
    return request.COOKIES.get(name(), "")[:_SIGNS]


def put(response: HttpResponse, token: str) -> None:
    """Longer than the sheet is worth something, so that a device that comes late still hears that
    it is over."""
    response.set_cookie(
        name(),
        token,
        max_age=8 * KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def wipe(response: HttpResponse) -> None:
    """The browser throws away the sheet, what reads it, and this cookie."""
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    response.delete_cookie(name(), samesite="Strict")
