# SPDX-License-Identifier: EUPL-1.2
"""One place: say that it is right, and settle what people said about it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.directory.by import By
from ruimbaan.parts.directory.joining.remarks import settle
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.upkeep.access import Visit, for_coordinators
from ruimbaan.parts.directory.upkeep.presentation.frame import after, frame
from ruimbaan.parts.directory.upkeep.presentation.place import kept_place
from ruimbaan.parts.directory.upkeep.verifying import verify
from ruimbaan.parts.directory.upkeep.views.answers import see_other

LONGEST_NUMBER = 18


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    region, by, now = visit.region, visit.by, visit.now
    found = Listing.objects.filter(region=region, code=code).first()
    if found is None:  # it went up in another one
        return see_other(after(None, "queue", region))
    if request.method == "POST":
        return _act(request, found, now, by)
    context = {"frame": frame(request, region, now), "place": kept_place(region, found, now)}
    return render(request, "upkeep/place.html", context)


def _act(request: HttpRequest, found: Listing, now: datetime, by: By) -> HttpResponse:
    if request.POST.get("doe") == "klopt":
        deed = verify(found.region, found.code, now, by)
        return see_other(after(deed.pk if deed else None, "queue", found.region))
    number = request.POST.get("opmerking", "")
    if number.isdecimal() and number.isascii() and len(number) < LONGEST_NUMBER:
        settle(found.region, int(number), now, by)
    return see_other(after(None, "place", found.region, found.code))
