# SPDX-License-Identifier: EUPL-1.2
"""At every page behind the login a device that keeps a sheet hears whether it still may. Signing out
here or from elsewhere, quick exit, another account and work all end it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ruimbaan.parts.accounts.services import SignedIn, place_of
from ruimbaan.parts.journey.offline import cookie, devices

Handler = Callable[[HttpRequest], HttpResponse]
OUT = {"exit", "signing_in:out"}  # both make the browser throw everything away themselves
OUT_THERE = "signing_in:out-there"


class Keeping:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        signed_in: SignedIn | None = getattr(request, "signed_in", None)
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name == OUT_THERE and request.method == "POST" and signed_in is not None:
            _out_there(request, signed_in)
        token = cookie.token_of(request)
        if not token:
            return response
        if name in OUT:
            devices.drop(token)
            response.delete_cookie(cookie.name(), samesite="Strict")
        elif place_of(request.path_info) and not _may_keep(token, signed_in, timezone.now()):
            devices.drop(token)
            cookie.wipe(response)
        return response


def _may_keep(token: str, signed_in: SignedIn | None, now: datetime) -> bool:
    """A session that ran out takes nothing away: the sheet is for when one is not signed in."""
    found = devices.find(token, now)
    if found is None:
        return False
    return signed_in is None or (signed_in.account == found.account and not signed_in.works)


def _out_there(request: HttpRequest, signed_in: SignedIn) -> None:
    wanted = request.POST.get("welke", "")
    if not wanted:
        devices.drop_others(signed_in.account, signed_in.session.id)
        return
    try:
        devices.drop_session(signed_in.account, UUID(wanted))
    except ValueError:  # no id at all: nothing to end
        return
