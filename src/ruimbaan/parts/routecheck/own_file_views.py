# SPDX-License-Identifier: EUPL-1.2
"""From the routes to the own file. Nobody is known here and nothing is kept: the answers travel in the
forms, also through signing in, until the person says yes in the own file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.routecheck.result_views import WAY
from ruimbaan.parts.routecheck.sent import read
from ruimbaan.parts.routecheck.travelling import Arrived, pack
from ruimbaan.parts.routecheck.views import SWITCH, came_without_form, go_on_page
from ruimbaan.ui.private_form import private_form


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def to_own_file(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return came_without_form(request)
    sent = read(request.POST, queries.questionnaire(), queries.day_0)
    if sent.unpacked.arrived in (Arrived.BROKEN, Arrived.EXPIRED):
        return go_on_page(request, sent)
    way = request.POST.get(WAY, "")
    context = {
        "answers": pack(sent.answers),
        "row": way if way.isascii() and way.isdigit() else "",
        "language_form": SWITCH,
    }
    return render(request, "routecheck/to_own_file.html", context)
