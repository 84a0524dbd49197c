# SPDX-License-Identifier: EUPL-1.2
"""Agreements of the organisations where somebody works: reading them, and speaking for one."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.discretion.mandates_errors import NotFromTheList
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.discretion.agreeing import agreements, reading
from ruimbaan.parts.discretion.agreeing.access import speaks_for, works_at
from ruimbaan.parts.discretion.agreeing.presentation.inside import mine_page, one_page
from ruimbaan.parts.journey.services import refused_is_not_found
from ruimbaan.ui.reader import explained

DEEDS = {"ja": agreements.say_yes, "terug": agreements.look_back, "stop": agreements.end}


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    found = reading.inside(works_at(actor, now))
    speaks = frozenset(speaks_for(actor, now))
    page = mine_page(found, speaks, timezone.localdate(now))
    return render(request, "room_agreeing/mine.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@refused_is_not_found
def one(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Who works at none of its organisations gets what an address of nothing gets."""
    actor, now, error = actor_of(request), timezone.now(), ""
    if request.method == "POST":
        try:
            _do(actor, agreement, request.POST)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect(f"{reverse('agreeing:one', args=[agreement])}?nu=ja")
    found = reading.find(agreement)
    shown = found.seen_inside(works_at(actor, now)) if found else None
    if shown is None:
        raise Http404
    speaks = frozenset(speaks_for(actor, now))
    page = one_page(shown, speaks, timezone.localdate(now), error=error, done="nu" in request.GET)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "room_agreeing/one.html", page, status=status)


def _do(actor: Actor, agreement: UUID, sent: QueryDict) -> None:
    """Raises Refused and DomainError."""
    deed, number = DEEDS.get(sent.get("doe", "")), sent.get("versie", "")
    if deed is None or not number.isdecimal():
        raise NotFromTheList
    deed(actor, agreement, int(number[:4]), timezone.now())
