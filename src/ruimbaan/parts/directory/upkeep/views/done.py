# SPDX-License-Identifier: EUPL-1.2
"""Everything that was done in a region, and taking one thing back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.directory.upkeep.access import Visit, for_coordinators
from ruimbaan.parts.directory.upkeep.deeds import find_done, list_done
from ruimbaan.parts.directory.upkeep.presentation.deeds import shown_deeds
from ruimbaan.parts.directory.upkeep.presentation.frame import BACK, frame
from ruimbaan.parts.directory.upkeep.undoing import undo
from ruimbaan.parts.directory.upkeep.views.answers import see_other, status_of, words_of

MOST = 100


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: HttpRequest, visit: Visit) -> HttpResponse:
    region, by, now, error = visit.region, visit.by, visit.now, ""
    if request.method == "POST":
        deed = find_done(region, request.POST.get("nummer", ""))
        try:
            undone = undo(region, deed.pk if deed else 0, now, by)
        except DomainError as refused:
            error = words_of(refused)
        else:
            return see_other(f"{reverse('upkeep:done', args=[region])}?{BACK}={undone.pk}")
    context = {
        "frame": frame(request, region, now),
        "deeds": shown_deeds(list_done(region, MOST), now),
        "error": error,
    }
    return render(request, "upkeep/done.html", context, status=status_of(error))
