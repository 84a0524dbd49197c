# SPDX-License-Identifier: EUPL-1.2
"""A step of one's own: something the person wants to do, without asking anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ruimbaan.core.journey.kept_route import KeptRoute, KeptStep, StepKind
from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.last_day import LAST_DAY
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import NotADay, form_id
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.route.presentation.step import route_crumb
from ruimbaan.parts.journey.route.store import keep_route, route_of
from ruimbaan.ui.components import Link

WHAT, DAY = "wat", "dag"


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def own_step(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method != "POST":
        return render(request, "journey/route/own_step.html", _page(uuid4(), own.today))
    form, what, day = form_id(request.POST), request.POST.get(WHAT, ""), request.POST.get(DAY, "")
    try:
        step = _step(form, what, day, own.today)
    except DomainError as error:
        page = _page(form, own.today) | {"typed": what, "day": day, "error": told(error)}
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "journey/route/own_step.html", page, status=status)
    with own.open(Part.ROUTE, action=Action.CHANGE) as opening:
        stored = route_of(opening)
        if stored is None:
            route, version = KeptRoute("", own.today, (), (step,)), 0
        else:
            route, version = _with(stored.route, step), stored.version
        keep_route(opening, route, version, own.now)
    return redirect("journey:route")


def _page(form: UUID, today: date) -> dict[str, object]:
    title = _("Een stap van mijzelf")
    return {
        "title": title,
        "crumbs": (home_crumb(), route_crumb(), Link(title)),
        "form_id": form,
        "typed": "",
        "day": today.isoformat(),
        "error": "",
    }


def _step(form: UUID, what: str, day: str, today: date) -> KeptStep:
    check_words(what, most=MOST_IN_A_LINE)
    try:
        when = date.fromisoformat(day) if day else today
    except ValueError:
        raise NotADay from None
    if when > LAST_DAY:
        raise NotADay
    return KeptStep(form, StepKind.OWN, Text(what), apply=when, start=when)


def _with(route: KeptRoute, step: KeptStep) -> KeptRoute:
    """The same form sent again is the same step."""
    if any(one.id == step.id for one in route.steps):
        return route
    return replace(route, steps=(*route.steps, step))
