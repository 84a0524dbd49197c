# SPDX-License-Identifier: EUPL-1.2
"""What a steward takes along: the tables below the pictures."""

from __future__ import annotations

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.frictions.services import Visit, for_stewards
from ruimbaan.parts.insight.figures import HANDOFFS, figures_of
from ruimbaan.parts.insight.presentation.layers import layer_table
from ruimbaan.parts.insight.presentation.pair import has_pair, pair_table
from ruimbaan.parts.insight.presentation.pairs import pair_of
from ruimbaan.parts.insight.presentation.waits import table_of
from ruimbaan.parts.insight.views.pages import asked_layer
from ruimbaan.ui.components import Table


@for_stewards
@require_safe
def waits_table(_request: HttpRequest, visit: Visit) -> HttpResponse:
    release = figures_of(visit.region).releases.get(HANDOFFS)
    if release is None:
        return redirect("insight:waits", visit.region)
    return _csv(table_of(release), f"wachten-{visit.region}-{release.day}")


@for_stewards
@require_safe
def pair_file(_request: HttpRequest, visit: Visit, sender: str, asked: str) -> HttpResponse:
    release = figures_of(visit.region).releases.get(HANDOFFS)
    if release is None:
        return redirect("insight:waits", visit.region)
    if not has_pair(release, sender, asked):
        raise Http404
    name = f"wachten-{visit.region}-{sender}-{asked}-{release.day}"
    return _csv(pair_table(release, pair_of(release, sender, asked)), name)


@for_stewards
@require_safe
def layer_file(request: HttpRequest, visit: Visit) -> HttpResponse:
    layer = asked_layer(request)
    table = layer_table(list_regions()[visit.region], layer)
    if table is None:
        return redirect("insight:map", visit.region)
    return _csv(table, f"kaart-{visit.region}-{layer}")


def _csv(table: Table, name: str) -> HttpResponse:
    """For a spreadsheet: UTF-8 with the mark by which it is recognised."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    csv.writer(response).writerows([table.columns, *table.rows])
    return response
