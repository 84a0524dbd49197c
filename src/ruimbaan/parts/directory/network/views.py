# SPDX-License-Identifier: EUPL-1.2
"""The metro map as a page and as a file. Nothing about a reader."""

from __future__ import annotations

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory.network import queries
from ruimbaan.parts.directory.network.presentation.page import (
    PART,
    ROUTE,
    map_page,
    table_of,
    title_of,
)
from ruimbaan.parts.directory.network.queries import Map
from ruimbaan.parts.directory.regions import Region, list_regions
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Door
from ruimbaan.ui.pictures.metro import Overlay


@require_safe
@public_page
def maps(request: HttpRequest) -> HttpResponse:
    found = list_regions().values()
    doors = tuple(
        Door(title_of(region), reverse("network:map", args=[region.id]), "route")
        for region in found
    )
    made_up = bool(found) and all(region.is_made_up for region in found)
    return render(request, "network/maps.html", {"doors": doors, "made_up": made_up})


@require_safe
@public_page
def metro(request: HttpRequest, region: str) -> HttpResponse:
    found, sheet, part, person = _asked(request, region)
    return render(request, "network/map.html", {"page": map_page(found, sheet, part, person)})


@require_safe
@public_page
def table(request: HttpRequest, region: str) -> HttpResponse:
    """For a spreadsheet: UTF-8 with the mark by which it is recognised."""
    found, sheet, _part, person = _asked(request, region)
    told = table_of(sheet, Overlay(queries.plan_of(found, person)) if person else None)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="kaart-{region}.csv"'
    csv.writer(response).writerows([told.columns, *told.rows])
    return response


def _asked(request: HttpRequest, region: str) -> tuple[Region, Map, str, str]:
    """A part or a person that is not there is no reason to show nothing."""
    found = list_regions().get(region)
    if found is None:
        raise Http404
    part, person = request.GET.get(PART, queries.WHOLE), request.GET.get(ROUTE, "")
    sheet = queries.find_map(found, part)
    if sheet is None:
        part, sheet = queries.WHOLE, queries.find_map(found)
    if sheet is None:
        raise Http404
    return found, sheet, part, person if person in found.people else ""
