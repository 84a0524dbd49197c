# SPDX-License-Identifier: EUPL-1.2
"""Where support is: list and map of one region."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory import queries as directory
from ruimbaan.parts.directory.geography import queries
from ruimbaan.parts.directory.geography.presentation.page import (
    DISTRICT,
    POSTCODE,
    map_page,
    read,
)
from ruimbaan.ui.caching import searchable_page


@require_safe
@searchable_page
@sensitive_variables()
def town_map(request: HttpRequest, region: str) -> HttpResponse:
    found = directory.list_regions().get(region)
    if found is None:
        raise Http404
    town = queries.town(region)
    context = {
        "page": map_page(found, town, read(found.id, request.GET)),
        "district_name": DISTRICT,
        "postcode_name": POSTCODE,
    }
    return render(request, "geography/map.html", context)
