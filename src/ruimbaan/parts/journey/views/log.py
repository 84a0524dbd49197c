# SPDX-License-Identifier: EUPL-1.2
"""Who looked in my file. Looking at that is a look too, and is logged like any other."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.integrations.hsds.guard import with_guard
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.presentation.log import days, file_rows, lines, own_looks
from ruimbaan.parts.journey.presentation.log_groups import (
    LINES_ON_A_PAGE,
    grouped,
    only_of,
    page_of,
    read_back,
)
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.views.log_period import SINCE, UNTIL, Asked, asked
from ruimbaan.parts.trust.queries import Look, looks_at, newest_anchor
from ruimbaan.parts.trust.services import see_log
from ruimbaan.ui.components import Link


@require_safe
@own_file
def log(request: HttpRequest, own: Own) -> HttpResponse:
    query = asked(request.GET, own.today)
    see_log(own.actor, own.journey, own.now)
    looks = looks_at(own.journey, own.account, *query.moments())
    shown, read_on = read_back(looks)
    groups = only_of(shown, query.who) if query.who else grouped(shown)
    context = {
        "crumbs": (home_crumb(), Link(_("Wie keek?"))),
        "days": days(own, page_of(groups, query.page)),
        "newer": query.address(page=query.page - 1) if query.page > 1 else "",
        "older": _older(query, len(groups), read_on),
        "own_looks": own_looks(own, looks),
        "period": query,
        "table_url": f"{reverse('journey:log-table')}?{SINCE}={query.since}&{UNTIL}={query.until}",
        "contact": settings.ENVIRONMENT.contact,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if query.faulty else HTTPStatus.OK
    return render(request, "journey/log.html", context, status=status)


@require_safe
@own_file
def log_table(request: HttpRequest, own: Own) -> HttpResponse:
    """For a spreadsheet: UTF-8 with the mark by which it is recognised; no cell is a formula. The
    last row is the newest anchor: who keeps this table, keeps proof of the log."""
    see_log(own.actor, own.journey, own.now)
    looks = tuple(_all(own, asked(request.GET, own.today)))
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="wie-keek.csv"'
    writer = csv.writer(response, quoting=csv.QUOTE_ALL)
    writer.writerows(map(with_guard, row) for row in file_rows(lines(own, looks)))
    if anchor := newest_anchor():
        writer.writerow([anchor])
    return response


def _older(query: Asked, lines: int, read_on: datetime | None) -> str:
    if lines > query.page * LINES_ON_A_PAGE:
        return query.address(page=query.page + 1)
    return query.reading_on(read_on).address() if read_on else ""


def _all(own: Own, query: Asked) -> Iterator[Look]:
    """The whole period, however much there is."""
    read_on: datetime | None = query.moments()[1]
    while read_on is not None:
        query = query.reading_on(read_on)
        shown, read_on = read_back(looks_at(own.journey, own.account, *query.moments()))
        yield from shown
