# SPDX-License-Identifier: EUPL-1.2
"""The one page of counting along: what it is, what counts already, yes, and stop."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.contributing.errors import NoRegionChosen
from ruimbaan.parts.contributing.presentation import counting_page
from ruimbaan.parts.contributing.store import agree, choice_of, counted_of, stop
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.journey.services import Own, own_file
from ruimbaan.ui.reader import explained

DO, REGION = "doe", "regio"
ON, OFF = "aan", "uit"


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def page(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method != "POST":
        return _show(request, own)
    wanted, region = request.POST.get(DO), request.POST.get(REGION, "")
    if wanted == ON and region not in list_names():
        return _show(request, own, explained(NoRegionChosen()))
    with own.open(Part.OWN, action=Action.CHANGE) as opening:
        if wanted == ON:
            agree(opening, region, own.today)
        elif wanted == OFF:
            stop(opening)
    return redirect("contributing:page")


def _show(request: HttpRequest, own: Own, error: str = "") -> HttpResponse:
    with own.open(Part.OWN) as opening:
        chosen, counted = choice_of(opening), counted_of(opening)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    shown = counting_page(chosen, counted, error)
    return render(request, "contributing/page.html", shown, status=status)
