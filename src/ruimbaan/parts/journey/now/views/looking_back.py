# SPDX-License-Identifier: EUPL-1.2
"""Looking back on a step or a handoff: was it in time, and did one have to tell it again?"""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.filling_in import NotAChoice
from ruimbaan.parts.journey.now.lived import keep, read, said, subjects
from ruimbaan.parts.journey.now.presentation.asking import looking_back_page

PARTS = (Part.OWN, Part.ROUTE, Part.HANDOFF)  # what one looks back on stands in the last two
ABOUT, SAVED = "over", "bewaard"


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def looking_back(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method == "POST":
        return _keep(request, own)
    with own.open(*PARTS) as opening:
        found = tuple((one, said(opening, one.id)) for one in subjects(opening, own.now))
    asked = request.GET.get(ABOUT, "")
    open_one = next((one.id for one, _said in found if str(one.id) == asked), None)
    page = looking_back_page(found, open_one, notice=SAVED in request.GET)
    return render(request, "journey/now/looking_back.html", page)


def _keep(request: HttpRequest, own: Own) -> HttpResponse:
    try:
        about, given = UUID(request.POST.get(ABOUT, "")), read(request.POST)
    except (ValueError, NotAChoice):
        raise Http404 from None  # the page itself offers no such thing
    with own.open(*PARTS, action=Action.CHANGE) as opening:
        found = {one.id: one for one in subjects(opening, own.now)}
        if about not in found:
            raise Http404
        keep(opening, found[about], given, own.now)
    return redirect(f"{reverse('journey:looking-back')}?{SAVED}=ja")
