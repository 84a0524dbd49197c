# SPDX-License-Identifier: EUPL-1.2
"""The route itself: look at it, take it along as a file, take it away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.journey.kept_route_file import to_text
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.handoff.queries import all_handed
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.route.presentation.page import route_page
from ruimbaan.parts.journey.route.presentation.step import route_crumb
from ruimbaan.parts.journey.route.presentation.who import NO_ONE_AROUND, around_route
from ruimbaan.parts.journey.route.store import remove_route, route_of
from ruimbaan.ui.components import Link

FILE_NAME = "mijn-route-ruimbaan.json"


@require_safe
@own_file
def route(request: HttpRequest, own: Own) -> HttpResponse:
    with own.open(Part.ROUTE, Part.HANDOFF) as opening:
        stored = route_of(opening)
        found = all_handed(opening, own.now)
    around = around_route(found, stored.route) if stored else NO_ONE_AROUND
    return render(request, "journey/route/route.html", route_page(own, stored, around))


@require_safe
@own_file
def as_file(_request: HttpRequest, own: Own) -> HttpResponse:
    """The route for another Ruimbaan, and nothing that only the person sees."""
    with own.open(Part.ROUTE, action=Action.TAKE_ALONG) as opening:
        stored = route_of(opening)
    if stored is None:
        return redirect("journey:route")
    response = HttpResponse(
        to_text(stored.route) + "\n", content_type="application/json; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def take_away(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method == "POST" and request.POST.get("doe") == "weg":
        with own.open(Part.ROUTE, Part.OWN, action=Action.CHANGE) as opening:
            remove_route(opening, own.now)
        return redirect("journey:home")
    page = {"crumbs": (home_crumb(), route_crumb(), Link(_("Weghalen")))}
    return render(request, "journey/route/take_away.html", page)
