# SPDX-License-Identifier: EUPL-1.2
"""For the person alone: a hard time, a pause, and going on. The route itself is only read here."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.journey.kept_route_moments import (
    Moment,
    MomentKind,
    PrivateSide,
    begin,
    end,
    without,
)
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import NotAChoice, form_id
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.route.presentation.hard_time import hard_time_page
from ruimbaan.parts.journey.route.store import keep_own_side, own_side_of, route_of

DO, BEGIN, GO_ON, FORGET = "doe", "begin", "verder", "vergeet"
KIND, WORDS, WHICH = "soort", "woorden", "welke"
KINDS = {kind.value: kind for kind in MomentKind}


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@own_file
@sensitive_variables()
def for_me(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method != "POST":
        return _page(request, own)
    try:
        with own.open(Part.OWN, action=Action.CHANGE) as opening:
            side = own_side_of(opening)
            keep_own_side(opening, _after(side, request.POST, own.today), own.now)
    except DomainError as error:
        return _page(request, own, error)
    return redirect("journey:route-for-me")


def _after(side: PrivateSide, sent: QueryDict, today: date) -> PrivateSide:
    doing = sent.get(DO, "")
    if doing == GO_ON:
        return end(side, today)
    if doing == FORGET:
        return without(side, _id(sent.get(WHICH, "")))
    kind = KINDS.get(sent.get(KIND, ""))
    if doing != BEGIN or kind is None:
        raise NotAChoice
    return begin(side, Moment(form_id(sent), kind, today, words=sent.get(WORDS, "")))


def _id(words: str) -> UUID:
    try:
        return UUID(words)
    except ValueError:
        raise NotAChoice from None


def _page(request: HttpRequest, own: Own, error: DomainError | None = None) -> HttpResponse:
    with own.open(Part.ROUTE, Part.OWN, Part.PEOPLE) as opening:
        stored, side = route_of(opening), own_side_of(opening)
        people = entries.read(opening, OF_PART[Part.PEOPLE])
    typed, chosen = request.POST.get(WORDS, ""), request.POST.get(KIND, "")
    route = stored.route if stored else None
    page = hard_time_page(own, route, side, people, typed, chosen, error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "journey/route/for_me.html", page, status=status)
