# SPDX-License-Identifier: EUPL-1.2
"""The example's route as a page, and as a file. No cookie, no form, nothing about a reader."""

from __future__ import annotations

import csv
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.routes import queries
from ruimbaan.parts.routes.presentation.how_sure import ASKED, how_sure
from ruimbaan.parts.routes.presentation.lanes import route_picture
from ruimbaan.parts.routes.presentation.page import page
from ruimbaan.parts.routes.presentation.shown import Shown, first_in_time
from ruimbaan.parts.routes.presentation.tables import file_rows, goals_table, steps_table
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link

WAY = "weg"


@require_safe
@public_page
def example(request: HttpRequest) -> HttpResponse:
    return _page(request, queries.PERSON, "routes:example")


@require_safe
@public_page
def example_deadlock(request: HttpRequest) -> HttpResponse:
    """The same person, where supported housing does not fit: the rules wait for each other."""
    return _page(request, queries.DEADLOCK, "routes:example-deadlock")


@require_safe
@public_page
def example_table(request: HttpRequest) -> HttpResponse:
    return _table(request, queries.PERSON)


@require_safe
@public_page
def example_deadlock_table(request: HttpRequest) -> HttpResponse:
    return _table(request, queries.DEADLOCK)


def _page(request: HttpRequest, name: str, url_name: str) -> HttpResponse:
    shown = _shown(request, name)
    context = {
        "page": page(shown, partial(_url, url_name)),
        "crumbs": (Link(_("Begin"), reverse("pages:home")), Link(_("Jouw routes"))),
        "how_sure": how_sure(shown) if request.GET.get(ASKED) else None,
        "how_sure_url": f"{reverse(url_name)}?{WAY}={shown.index}&{ASKED}=ja#{ASKED}",
        "table_url": f"{reverse(f'{url_name}-table')}?{WAY}={shown.index}",
        "other_example": _other_example(url_name),
    }
    return render(request, "routes/example.html", context)


def _url(url_name: str, index: int) -> str:
    return f"{reverse(url_name)}?{WAY}={index}#route"


def _other_example(url_name: str) -> Link:
    if url_name == "routes:example":
        return Link(_("Wat als begeleid wonen niet past?"), reverse("routes:example-deadlock"))
    return Link(_("Wat als begeleid wonen wel past?"), reverse("routes:example"))


def _table(request: HttpRequest, name: str) -> HttpResponse:
    """For a spreadsheet: UTF-8 with the mark by which it is recognised."""
    shown = _shown(request, name)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="route.csv"'
    tables = (goals_table(shown), steps_table(shown, route_picture(shown), years=True))
    csv.writer(response).writerows(file_rows(tables))
    return response


def _shown(request: HttpRequest, name: str) -> Shown:
    """An unknown way is no reason to show nothing: then the best one is shown."""
    solved = queries.find_example(name)
    if solved is None:
        raise Http404
    rows = {str(index) for index in range(len(solved.answer.front))}
    chosen = request.GET.get(WAY, "")
    index = int(chosen) if chosen in rows else first_in_time(solved.answer)
    return Shown(solved.world, solved.situation, solved.answer, index, _language())


def _language() -> Language:
    return "en" if get_language() == "en" else "nl"
