# SPDX-License-Identifier: EUPL-1.2
"""Turning it on and off, the sheet itself, and the script that shows it without internet."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.accounts.services import SignedIn
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.offline import cookie, devices
from ruimbaan.parts.journey.offline.errors import NotForWork, NotSaidToBeOwn
from ruimbaan.parts.journey.offline.sheet import sheet
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import explained

WORKER = Path(__file__).parent / "static" / "offline" / "worker.js"


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def offline(request: HttpRequest, own: Own) -> HttpResponse:
    signed_in = _signed_in(request)
    if request.method != "POST":
        return _page(request, own)
    if request.POST.get("doe") == "uit":
        _turn_off(own, request.POST.get("welke", ""))
        return redirect("offline:offline")
    try:
        if signed_in.works:
            raise NotForWork
        if request.POST.get("eigen") != "ja":
            raise NotSaidToBeOwn
    except DomainError as error:
        return _page(request, own, explained(error))
    if (before := cookie.token_of(request)) and devices.find(before, own.now):
        return redirect("offline:offline")
    response = redirect("offline:offline")
    name = signed_in.session.device
    cookie.put(response, devices.turn_on(own.account, name, signed_in.session.id, own.now))
    return response


@require_safe
@own_file
def one_sheet(request: HttpRequest, own: Own) -> HttpResponse:
    """Only for a device on which it is on. `Ruimbaan-Until` is for the script that shows it."""
    here, signed_in = _here(request, own), _signed_in(request)
    if here is None or signed_in.works or request.method == "HEAD":
        raise Http404
    ends = devices.note_asked(here.id, signed_in.session.id, own.now)
    response = render(request, "journey/offline/sheet.html", sheet(own, ends))
    response.headers["Ruimbaan-Made"] = _milliseconds(own.now)
    response.headers["Ruimbaan-Until"] = _milliseconds(ends)
    return response


@require_safe
@public_page
def worker(request: HttpRequest) -> HttpResponse:
    """At the root, because a worker can only answer for addresses beside and below its own."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response.headers["Service-Worker-Allowed"] = "/"
    return response


@cache
def _worker() -> str:
    return WORKER.read_text(encoding="utf-8")


def _page(request: HttpRequest, own: Own, error: str = "") -> HttpResponse:
    here, signed_in = _here(request, own), _signed_in(request)
    page = {
        "crumbs": (home_crumb(), Link(_("Lezen zonder internet"))),
        "here": here.id if here else None,
        "devices": devices.of_account(own.account, own.now),
        "days": devices.KEPT.days,
        "works": signed_in.works,
        "sheet_url": reverse("offline:sheet"),
        "error": error,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "journey/offline/page.html", page, status=status)


def _here(request: HttpRequest, own: Own) -> devices.Device | None:
    """Where the reader is now, when that device keeps a sheet of this account."""
    found = devices.find(cookie.token_of(request), own.now)
    return found if found and found.account == own.account else None


def _turn_off(own: Own, device: str) -> None:
    try:
        devices.turn_off(own.account, UUID(device))
    except ValueError:  # no id at all: nothing to turn off
        return


def _signed_in(request: HttpRequest) -> SignedIn:
    found: SignedIn | None = getattr(request, "signed_in", None)
    if found is None:
        raise Http404
    return found


def _milliseconds(moment: datetime) -> str:
    """Since 1970, as a browser counts."""
    return str(int(moment.timestamp() * 1000))
