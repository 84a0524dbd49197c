# SPDX-License-Identifier: EUPL-1.2
"""Zoek steun: regions, the list of one region with search, and one place."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.presentation.listing import DOMAIN, WORDS, listing, read
from ruimbaan.parts.directory.presentation.place import place_page
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.regions import Region
from ruimbaan.ui.caching import public_page, searchable_page
from ruimbaan.ui.components import Door


@require_safe
@public_page
def regions(request: HttpRequest) -> HttpResponse:
    doors = tuple(
        Door(said(region.title), reverse("directory:places", args=[region.id]), "route")
        for region in queries.list_regions().values()
    )
    return render(request, "directory/regions.html", {"doors": doors})


@require_safe
@searchable_page
@sensitive_variables()
def places(request: HttpRequest, region: str) -> HttpResponse:
    context = {
        "listing": listing(_region(region), read(request.GET)),
        "words_name": WORDS,
        "domain_name": DOMAIN,
    }
    return render(request, "directory/places.html", context)


@require_safe
@public_page
def place(request: HttpRequest, region: str, place: str) -> HttpResponse:
    found = _region(region)
    if place not in found.world.services:
        raise Http404
    page = place_page(found, found.world.services[place])
    return render(request, "directory/place.html", {"place": page})


def _region(name: str) -> Region:
    regions_here = queries.list_regions()
    if name not in regions_here:
        raise Http404
    return regions_here[name]
