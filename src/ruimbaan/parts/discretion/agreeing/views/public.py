# SPDX-License-Identifier: EUPL-1.2
"""What organisations in a region agreed, for everybody: only what holds today, and no name."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.parts.advice.services import agreements_of_others
from ruimbaan.parts.directory.queries import Region, list_regions
from ruimbaan.parts.discretion.agreeing import reading
from ruimbaan.parts.discretion.agreeing.presentation.sheet import row, sheet
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words


@require_safe
@public_page
def agreements(request: HttpRequest, region: str) -> HttpResponse:
    found, today = _region(region), timezone.localdate()
    context = {
        "region": in_words(found.title),
        "rows": tuple(row(one, one.newest, today) for one in reading.outside(region, today)),
        "crumbs": (Link(_("Regels in gewone taal"), reverse("rulebook:rules")), Link(_page())),
        "others": agreements_of_others(),
        "is_made_up": found.is_made_up,
    }
    return render(request, "room_agreeing/public.html", context)


@require_safe
@public_page
def one(request: HttpRequest, region: str, agreement: UUID) -> HttpResponse:
    """Also on paper. A draft, what is over and what never was all lead to what does hold."""
    place, today = _region(region), timezone.localdate()
    found = reading.find(agreement)
    shown = found.seen_outside(today) if found and found.region == region else None
    if shown is None:
        there = reverse("agreeing:public", args=[region])
        return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)
    context = {
        "sheet": sheet(shown, shown.newest, today),
        "crumbs": (
            Link(_page(), reverse("agreeing:public", args=[region])),
            Link(in_words(place.title)),
        ),
        "is_made_up": place.is_made_up,
    }
    return render(request, "room_agreeing/public_one.html", context)


def _page() -> str:
    return _("Werkafspraken")


def _region(name: str) -> Region:
    """Raises Http404."""
    regions = list_regions()
    if name not in regions:
        raise Http404
    return regions[name]
