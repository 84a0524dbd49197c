# SPDX-License-Identifier: EUPL-1.2
"""Which regions, and what waits in one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.regions import list_regions
from ruimbaan.parts.directory.upkeep.access import Visit, for_coordinators, regions_of
from ruimbaan.parts.directory.upkeep.presentation.frame import frame
from ruimbaan.parts.directory.upkeep.presentation.queue import queue_page
from ruimbaan.parts.directory.upkeep.views.answers import see_other
from ruimbaan.ui.components import Door


@require_safe
def regions(request: HttpRequest) -> HttpResponse:
    mine = regions_of(request, timezone.now())
    if not mine:
        raise Http404
    if len(mine) == 1:
        return see_other(reverse("upkeep:queue", args=[*mine]))
    known = list_regions()
    doors = tuple(
        Door(said(known[name].title), reverse("upkeep:queue", args=[name]), "route")
        for name in mine
    )
    return render(request, "upkeep/regions.html", {"doors": doors})


@for_coordinators
@require_safe
def queue(request: HttpRequest, visit: Visit) -> HttpResponse:
    region, now = visit.region, visit.now
    context = {
        "frame": frame(request, region, now),
        "page": queue_page(region, request.GET, timezone.localdate(now)),
    }
    return render(request, "upkeep/queue.html", context)
