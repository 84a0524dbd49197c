# SPDX-License-Identifier: EUPL-1.2
"""What was looked for and not found."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory.search.gaps import LEAST
from ruimbaan.parts.directory.upkeep.access import Visit, for_coordinators
from ruimbaan.parts.directory.upkeep.presentation.frame import frame
from ruimbaan.parts.directory.upkeep.presentation.gaps import shown_gaps


@for_coordinators
@require_safe
def gaps(request: HttpRequest, visit: Visit) -> HttpResponse:
    region, now = visit.region, visit.now
    context = {
        "frame": frame(request, region, now),
        "gaps": shown_gaps(region),
        "least": LEAST,
    }
    return render(request, "upkeep/gaps.html", context)
