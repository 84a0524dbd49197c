# SPDX-License-Identifier: EUPL-1.2
"""A route comes in: from the Routecheck, from the file of it, or from another Ruimbaan.

It arrives from a page without a login, so without the mark against forms of other sites. What
arrives is only shown; keeping it is a second form, which has that mark.
"""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file, own_file_may_begin
from ruimbaan.parts.journey.filling_in import version_in
from ruimbaan.parts.journey.route.arriving import Arriving, arrived
from ruimbaan.parts.journey.route.counting import count_plan
from ruimbaan.parts.journey.route.presentation.keeping import come_page, preview_page
from ruimbaan.parts.journey.route.store import keep_own_side, keep_route, own_side_of, route_of
from ruimbaan.parts.routecheck.services import kept, opened
from ruimbaan.ui.private_form import comes_from_here

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
ALL = sensitive_post_parameters()


@csrf_exempt
@ALL
@require_http_methods(["GET", "HEAD", "POST"])
@own_file_may_begin
@sensitive_variables()
def new(request: HttpRequest, own: Own) -> HttpResponse:
    """Shows what would be kept. Changes nothing."""
    if request.method != "POST":
        return render(request, "journey/route/new.html", come_page())
    if not comes_from_here(request):
        raise PermissionDenied
    content = opened(request)
    return _show(request, own, content)


@ALL
@require_POST
@own_file
@sensitive_variables()
def keep(request: HttpRequest, own: Own) -> HttpResponse:
    """The last yes. The route is worked out before the file is opened to write."""
    with own.open(Part.ROUTE, Part.OWN) as opening:
        stored, side = route_of(opening), own_side_of(opening)
    try:
        found = arrived(request.POST, None, stored, side, own.today)
    except DomainError as error:
        return render(request, "journey/route/new.html", come_page(error), status=UNPROCESSABLE)
    with own.open(Part.ROUTE, Part.OWN, action=Action.CHANGE) as opening:
        try:
            keep_route(opening, found.route, version_in(request.POST), own.now)
        except entries.ChangedMeanwhile:
            stale = True
        else:
            stale = False
            if found.answers is not None:
                answers = kept(found.answers.chosen, found.answers.days)
                side = replace(
                    own_side_of(opening),
                    chosen=answers.chosen,
                    days=answers.days,
                    begun=found.since.begun,
                    given=found.since.given,
                )
                keep_own_side(opening, side, own.now)
            count_plan(own.journey, found.route, own.today)
    return _show(request, own, None) if stale else redirect("journey:route")


def _show(request: HttpRequest, own: Own, content: bytes | None) -> HttpResponse:
    with own.open(Part.ROUTE, Part.OWN) as opening:
        stored, side = route_of(opening), own_side_of(opening)
    try:
        found: Arriving = arrived(request.POST, content, stored, side, own.today)
    except DomainError as error:
        return render(request, "journey/route/new.html", come_page(error), status=UNPROCESSABLE)
    return render(request, "journey/route/preview.html", preview_page(own, stored, found))
