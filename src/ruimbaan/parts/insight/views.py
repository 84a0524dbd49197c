# SPDX-License-Identifier: EUPL-1.2
"""The region in one picture, for who keeps it together."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.frictions.services import Visit, for_stewards, stewarded
from ruimbaan.parts.insight.presentation.overview import overview_page
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words


@require_safe
def regions(request: HttpRequest) -> HttpResponse:
    """To choose from; with one region, straight to it. For everybody else there is no such page."""
    mine = sorted(stewarded(request, timezone.now()))
    if not mine:
        raise Http404
    if len(mine) == 1:
        return redirect("insight:overview", mine[0])
    known = list_regions()
    links = (
        Link(in_words(known[one].title), reverse("insight:overview", args=[one])) for one in mine
    )
    return render(request, "insight/regions.html", {"regions": tuple(links)})


@for_stewards
@require_safe
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = overview_page(list_regions()[visit.region], timezone.localdate(visit.now))
    return render(request, "insight/overview.html", {"page": page, "region": visit.region})
