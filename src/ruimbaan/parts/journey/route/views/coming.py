# SPDX-License-Identifier: EUPL-1.2
"""The next appointment: "Ik ben erbij" or "Het lukt me niet". Nobody is told by itself."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.entries import Told, Values
from ruimbaan.parts.journey.filling_in import check_moment
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.route.presentation.appointment import cannot_page
from ruimbaan.parts.journey.route.store import route_of
from ruimbaan.parts.trust.walls import Opening

APPOINTMENT = OF_PART[Part.APPOINTMENTS]
ANSWER, YES, NO = "answer", "yes", "no"
DAY, TIME = "day", "time"


@require_POST
@own_file
def coming(request: HttpRequest, own: Own, row: UUID) -> HttpResponse:
    with own.open(Part.APPOINTMENTS, action=Action.CHANGE) as opening:
        told = _found(opening, row)
        entries.change(
            opening, APPOINTMENT, row, told.version, {**told.values, ANSWER: YES}, own.now
        )
    return redirect("journey:home")


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def cannot(request: HttpRequest, own: Own, row: UUID) -> HttpResponse:
    """Pressing the button is enough to say it; another day can be filled in at once, or later."""
    error: DomainError | None = None
    if request.method == "POST":
        with own.open(Part.APPOINTMENTS, action=Action.CHANGE) as opening:
            told = _found(opening, row)
            try:
                values = _moved(told.values, request)
            except DomainError as wrong:
                error = wrong
            else:
                entries.change(opening, APPOINTMENT, row, told.version, values, own.now)
                if ANSWER not in values:
                    return redirect("journey:home")
                return redirect("journey:cannot", row=row)
    with own.open(Part.APPOINTMENTS, Part.ROUTE) as opening:
        told, stored = _found(opening, row), route_of(opening)
    page = cannot_page(own, told, stored.route if stored else None, error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "journey/route/cannot.html", page, status=status)


def _found(opening: Opening, row: UUID) -> Told:
    told = entries.find(opening, APPOINTMENT, row)
    if told is None:
        raise Http404
    return told


def _moved(values: Values, request: HttpRequest) -> Values:
    """Without a new day: that it does not work out. With one: the same appointment on that day."""
    day, time = request.POST.get(DAY, ""), request.POST.get(TIME, "")
    if not day and not time:
        return {**values, ANSWER: NO}
    fields = {field.name: field for field in APPOINTMENT.fields}
    check_moment(fields[DAY], day)
    check_moment(fields[TIME], time)
    kept = {name: text for name, text in values.items() if name not in {ANSWER, TIME}}
    return {**kept, DAY: day, **({TIME: time} if time else {})}
