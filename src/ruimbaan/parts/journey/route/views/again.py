# SPDX-License-Identifier: EUPL-1.2
"""Something is different, or something else matters most: the route is planned again, and the person
says yes or no to that."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import version_in
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.route.planning import answers_under, planned_again, since_when
from ruimbaan.parts.journey.route.presentation.different import wishes_and_steps
from ruimbaan.parts.journey.route.presentation.line import line
from ruimbaan.parts.journey.route.presentation.step import route_crumb
from ruimbaan.parts.journey.route.store import (
    Stored,
    keep_days,
    keep_route,
    own_side_of,
    route_of,
)
from ruimbaan.parts.routecheck.services import Since, pack
from ruimbaan.parts.routes.services import CODES, MATTERS, matter_names
from ruimbaan.ui.components import Link

DO, LOOK, YES, WAY = "doe", "kijk", "ja", "weg"


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
@sensitive_variables()
def again(request: HttpRequest, own: Own) -> HttpResponse:
    way = request.POST.get(WAY, "") if request.POST.get(WAY) in MATTERS else ""
    doing = request.POST.get(DO, LOOK if way else "")
    with own.open(Part.ROUTE, Part.OWN) as opening:
        stored, side = route_of(opening), own_side_of(opening)
    if stored is None:
        return redirect("journey:route")
    answers, since, new = answers_under(side), since_when(side, stored.route), None
    if doing in {LOOK, YES} and not answers.is_empty:
        new = planned_again(stored.route, answers, own.today, since, way=way)
    if doing == YES and new is not None and _kept(own, new, since, version_in(request.POST)):
        return redirect("journey:route")
    page = _page(way) | {"answers": "" if answers.is_empty else pack(answers)}
    if doing:
        page |= _compared(own, stored, new)
    return render(request, "journey/route/again.html", page)


def _kept(own: Own, new: KeptRoute, since: Since, version: int) -> bool:
    """False: another window was first, so what is different has to be looked at again."""
    with own.open(Part.ROUTE, Part.OWN, action=Action.CHANGE) as opening:
        try:
            keep_route(opening, new, version, own.now)
            keep_days(opening, since, own.now)
        except entries.ChangedMeanwhile:
            return False
    return True


def _page(way: str) -> dict[str, object]:
    """`way`: what matters most now, when that was chosen here."""
    title = _("Er is iets anders")
    names = {CODES[matter]: name for matter, name in matter_names().items()}
    return {
        "title": title,
        "crumbs": (home_crumb(), route_crumb(), Link(title)),
        "matters": tuple(names.items()),
        "way": way,
        "way_name": names.get(way, ""),
    }


def _compared(own: Own, stored: Stored, new: KeptRoute | None) -> dict[str, object]:
    if new is None:
        return {"looked": True, "possible": False}
    wishes, steps = wishes_and_steps(stored.route, new, own.today)
    return {
        "looked": True,
        "possible": True,
        "wishes": wishes,
        "steps": steps,
        "same": not wishes and not steps,
        "stops": line(new, own.today),
        "version": stored.version,
    }
