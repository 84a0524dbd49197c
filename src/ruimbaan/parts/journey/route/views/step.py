# SPDX-License-Identifier: EUPL-1.2
"""One step of the route, and what the person says about it."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ruimbaan.core.journey.kept_route import Event, EventKind, KeptStep, StepUnknown
from ruimbaan.core.journey.kept_route_progress import DayNotPossible, NotNow, after, said
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.handoff.queries import all_handed, said_no
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import version_in
from ruimbaan.parts.journey.route.counting import count_said
from ruimbaan.parts.journey.route.presentation.step import step_page
from ruimbaan.parts.journey.route.store import Stored, keep_route, route_of

KIND, DAY, NEW_DAY = "doe", "dag", "nieuwe-dag"
KINDS = {kind.value: kind for kind in EventKind}


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def step(request: HttpRequest, own: Own, step: UUID) -> HttpResponse:
    if request.method == "POST":
        return _say(request, own, step)
    with own.open(Part.ROUTE, Part.HANDOFF) as opening:
        there, found = _found(route_of(opening), step)
        refused = said_no(all_handed(opening, own.now))
    return render(request, "journey/route/step.html", step_page(own, there, found, refused))


def _found(stored: Stored | None, name: UUID) -> tuple[Stored, KeptStep]:
    if stored is None:
        raise Http404
    try:
        return stored, stored.route.step(name)
    except StepUnknown:
        raise Http404 from None


def _say(request: HttpRequest, own: Own, name: UUID) -> HttpResponse:
    with own.open(Part.ROUTE, action=Action.CHANGE) as opening:
        stored, found = _found(route_of(opening), name)
        try:
            event = _event(request.POST, name, own.today)
            if _said_already(stored, event, version_in(request.POST)):
                return redirect("journey:route-step", step=name)
            route = after(stored.route, event, own.today)
            keep_route(opening, route, version_in(request.POST), own.now)
            count_said(own.journey, route, event)
        except entries.ChangedMeanwhile:
            return _again(request, own, stored, found, NotNow())
        except DomainError as error:
            return _again(request, own, stored, found, error)
    return redirect("journey:route-step", step=name)


def _said_already(stored: Stored, event: Event, version: int) -> bool:
    """The same button pressed twice: the first time counted."""
    if stored.version == version:
        return False
    standing = said(stored.route.events, event.step)
    last = stored.route.events[-1] if stored.route.events else None
    return event in {last, standing[-1] if standing else None}


def _again(
    request: HttpRequest, own: Own, stored: Stored, found: KeptStep, error: DomainError
) -> HttpResponse:
    page = step_page(own, stored, found, error=error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "journey/route/step.html", page, status=status)


def _event(sent: QueryDict, name: UUID, today: date) -> Event:
    kind = KINDS.get(sent.get(KIND, ""))
    if kind is None:
        raise NotNow
    if kind is EventKind.MOVED:
        return Event(kind, name, today, _day(sent.get(NEW_DAY, "")))
    day = sent.get(DAY, "")
    return Event(kind, name, _day(day) if day else today)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise DayNotPossible from None
