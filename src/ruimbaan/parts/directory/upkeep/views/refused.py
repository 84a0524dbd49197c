# SPDX-License-Identifier: EUPL-1.2
"""What an import refused: fill in what is lacking and take it in, or leave it out."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.directory.by import By
from ruimbaan.parts.directory.exchange.errors import NotWaiting
from ruimbaan.parts.directory.exchange.quarantine import (
    Again,
    Waiting,
    accept,
    drop,
    find_waiting,
    list_waiting,
    look_again,
)
from ruimbaan.parts.directory.upkeep.access import Visit, for_coordinators
from ruimbaan.parts.directory.upkeep.models import Deed
from ruimbaan.parts.directory.upkeep.presentation.frame import after, frame
from ruimbaan.parts.directory.upkeep.presentation.refused import (
    FIELD,
    LONGEST,
    refused_page,
    shown_refused,
)
from ruimbaan.parts.directory.upkeep.views.answers import see_other, words_of

MOST = 100  # on one page: the latest import first


@for_coordinators
@require_safe
def refused(request: HttpRequest, visit: Visit) -> HttpResponse:
    region, now = visit.region, visit.now
    found = list_waiting(region)
    context = {
        "frame": frame(request, region, now),
        "waiting": [shown_refused(one) for one in found[:MOST]],
        "more": max(0, len(found) - MOST),
    }
    return render(request, "upkeep/refused.html", context)


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """What waits no more leads back to what does: a colleague was first."""
    region, by, now = visit.region, visit.by, visit.now
    error, again = "", None
    try:
        waiting = find_waiting(region, number)
    except NotWaiting:
        return see_other(after(None, "refused", region))
    filled = _filled(request.POST, waiting)
    if request.method == "POST":
        try:
            if deed := _act(request.POST.get("doe", ""), waiting, filled, now, by):
                return see_other(after(deed.pk, "refused", region))
        except DomainError as told:
            error = words_of(told)
        again = look_again(waiting, filled, timezone.localdate(now))
    context = {
        "frame": frame(request, region, now),
        "page": refused_page(waiting, filled, again),
        "error": error,
        "most": LONGEST,
    }
    still_wrong = again is not None and again.preview is None
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error or still_wrong else HTTPStatus.OK
    return render(request, "upkeep/refused_one.html", context, status=status)


def _act(what: str, waiting: Waiting, filled: dict[str, str], now: datetime, by: By) -> Deed | None:
    """None when there is only a look to be taken. Raises a DomainError."""
    if what == "buiten":
        (deed,) = drop(waiting.region, [waiting.number], now, by)
        return deed
    again: Again = look_again(waiting, filled, timezone.localdate(now))
    if what == "binnen" and again.preview is not None:
        return accept(waiting, again.preview, now, mended=bool(filled), by=by)
    return None


def _filled(sent: QueryDict, waiting: Waiting) -> dict[str, str]:
    """What is other than what stood there."""
    cells = waiting.content if isinstance(waiting.content, dict) else {}
    typed = {
        name.removeprefix(FIELD): sent.get(name, "").replace("\0", "").strip()[:LONGEST]
        for name in sent
        if name.startswith(FIELD)
    }
    return {name: text for name, text in typed.items() if text != cells.get(name, "")}
