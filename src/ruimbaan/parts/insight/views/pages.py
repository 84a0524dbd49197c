# SPDX-License-Identifier: EUPL-1.2
"""The region in one picture, for who keeps it together, and what stands behind it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory.queries import find_map, list_regions
from ruimbaan.parts.frictions.services import Visit, for_stewards, stewarded
from ruimbaan.parts.insight.figures import HANDOFFS, figures_of
from ruimbaan.parts.insight.presentation.goes_well import goes_well_page
from ruimbaan.parts.insight.presentation.layers import LAYER, Layer, layer_page
from ruimbaan.parts.insight.presentation.overview import overview_page
from ruimbaan.parts.insight.presentation.pair import has_pair, pair_page
from ruimbaan.parts.insight.presentation.stuck import stuck_page
from ruimbaan.parts.insight.presentation.waits import waits_page
from ruimbaan.parts.insight.presentation.what_if import what_if_page
from ruimbaan.parts.insight.presentation.which_rule import which_rule_page
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


@for_stewards
@require_safe
def waits(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = waits_page(list_regions()[visit.region])
    return render(request, "insight/waits.html", {"page": page, "region": visit.region})


@for_stewards
@require_safe
def pair(request: HttpRequest, visit: Visit, sender: str, asked: str) -> HttpResponse:
    """Only of a pair that the figures know; without any, where that is said."""
    release = figures_of(visit.region).releases.get(HANDOFFS)
    if release is None:
        return redirect("insight:waits", visit.region)
    if not has_pair(release, sender, asked):
        raise Http404
    today = timezone.localdate(visit.now)
    page = pair_page(list_regions()[visit.region], release, sender, asked, today)
    return render(request, "insight/pair.html", {"page": page, "region": visit.region})


@for_stewards
@require_safe
def goes_well(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = goes_well_page(list_regions()[visit.region])
    return render(request, "insight/goes_well.html", {"page": page, "region": visit.region})


@for_stewards
@require_safe
def stuck(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = stuck_page(list_regions()[visit.region], timezone.localdate(visit.now))
    return render(request, "insight/stuck.html", {"page": page, "region": visit.region})


@for_stewards
@require_safe
def what_if(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = what_if_page(list_regions()[visit.region], request.GET.dict())
    return render(request, "insight/what_if.html", {"page": page, "region": visit.region})


@for_stewards
@require_safe
def which_rule(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = which_rule_page(list_regions()[visit.region])
    return render(request, "insight/which_rule.html", {"page": page, "region": visit.region})


@for_stewards
@require_safe
def layers(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A layer that is not there is no reason to show nothing."""
    region = list_regions()[visit.region]
    found = find_map(region)
    if found is None:
        raise Http404
    page = layer_page(region, found, asked_layer(request))
    return render(request, "insight/layers.html", {"page": page, "region": visit.region})


def asked_layer(request: HttpRequest) -> Layer:
    asked = request.GET.get(LAYER, "")
    return Layer(asked) if asked in set(Layer) else Layer.WAITS
