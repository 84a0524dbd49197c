# SPDX-License-Identifier: EUPL-1.2
"""Zoek steun: regions, the list of one region with search, and one place."""

from __future__ import annotations

import logging
from datetime import date
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from ruimbaan.core.directory.search.question import Question
from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.duplicates.queries import successor_of
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.listing import listing
from ruimbaan.parts.directory.presentation.looking import LONGEST, WORDS, read
from ruimbaan.parts.directory.presentation.place import place_page
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.directory.search import gaps
from ruimbaan.parts.directory.search.filters import SHOWN, Filters
from ruimbaan.ui.caching import public_page, searchable_page
from ruimbaan.ui.components import Door

_log = logging.getLogger(__name__)


@require_safe
@searchable_page
@sensitive_variables()
def regions(request: HttpRequest) -> HttpResponse:
    """Words that somebody came with go along to the region."""
    found = queries.list_regions().values()
    words = request.GET.get(WORDS, "")[:LONGEST]
    asked = f"?{urlencode({WORDS: words})}" if words else ""
    doors = tuple(
        Door(said(region.title), reverse("directory:places", args=[region.id]) + asked, "route")
        for region in found
    )
    made_up = bool(found) and all(region.is_made_up for region in found)
    return render(request, "directory/regions.html", {"doors": doors, "made_up": made_up})


@require_safe
@searchable_page
@sensitive_variables()
def places(request: HttpRequest, region: str) -> HttpResponse:
    found = _region(region)
    now = timezone.localtime()
    looking = read(request.GET, found.id, now)
    page, answer = listing(found, looking)
    if page.next_best and looking.asked and request.method == "GET":
        _count(found.id, answer.question, looking.filters, now.date())
    return render(request, "directory/places.html", {"listing": page})


@require_safe
@public_page
def place(request: HttpRequest, region: str, place: str) -> HttpResponse:
    found = _region(region)
    one = Listing.objects.filter(region=region, code=place, status__in=SHOWN).first()
    if one is None:
        return _moved(found.id, place)
    return render(
        request, "directory/place.html", {"place": place_page(found, one, timezone.localdate())}
    )


def _count(region: str, question: Question, filters: Filters, on: date) -> None:
    """That nothing was found. Whoever looks for help gets their answer also when it cannot be
    counted."""
    try:
        gaps.record(region, gaps.topics_of(question, filters), on)
    except DatabaseError:
        _log.warning("A question without an answer could not be counted.")


def _moved(region: str, place: str) -> HttpResponse:
    """To the place that this one is part of now. Raises Http404 when it is not."""
    uid = successor_of(region, place)
    one = Listing.objects.filter(region=region, uid=uid, status__in=SHOWN).first()
    if one is None:
        raise Http404
    return redirect("directory:place", region, one.code, permanent=True)


def _region(name: str) -> Region:
    regions_here = queries.list_regions()
    if name not in regions_here:
        raise Http404
    return regions_here[name]
