# SPDX-License-Identifier: EUPL-1.2
"""Who looked in my file. Looking at that is a look too, and is logged like any other."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.integrations.hsds.guard import with_guard
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.presentation.log import days, file_rows, lines, own_looks
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.trust.queries import Looks, looks_at, newest_anchor
from ruimbaan.parts.trust.services import see_log
from ruimbaan.ui.components import Link

SINCE, UNTIL = "van", "tot"
USUAL = timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are in it."""

    since: date
    until: date
    faulty: bool = False

    def moments(self) -> tuple[datetime, datetime]:
        """From the beginning of the first day until the end of the last."""
        zone = timezone.get_current_timezone()
        after = self.until + timedelta(days=1)
        return (
            datetime.combine(self.since, time(), zone),
            datetime.combine(after, time(), zone),
        )


@require_safe
@own_file
def log(request: HttpRequest, own: Own) -> HttpResponse:
    period = _period(request, own.today)
    looks = _looks(own, period)
    context = {
        "crumbs": (home_crumb(), Link(_("Wie keek?"))),
        "days": days(own, looks),
        "earlier": looks.earlier,
        "own_looks": own_looks(own, looks),
        "period": period,
        "table_url": f"{reverse('journey:log-table')}?{SINCE}={period.since}&{UNTIL}={period.until}",
        "contact": settings.ENVIRONMENT.contact,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if period.faulty else HTTPStatus.OK
    return render(request, "journey/log.html", context, status=status)


@require_safe
@own_file
def log_table(request: HttpRequest, own: Own) -> HttpResponse:
    """For a spreadsheet: UTF-8 with the mark by which it is recognised; no cell is a formula. The
    last row is the newest anchor: who keeps this table, keeps proof of the log."""
    looks = _looks(own, _period(request, own.today))
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="wie-keek.csv"'
    writer = csv.writer(response, quoting=csv.QUOTE_ALL)
    writer.writerows(map(with_guard, row) for row in file_rows(lines(own, looks.by_others)))
    if anchor := newest_anchor():
        writer.writerow([anchor])
    return response


def _looks(own: Own, period: Period) -> Looks:
    see_log(own.actor, own.journey, own.now)
    return looks_at(own.journey, own.account, *period.moments())


def _period(request: HttpRequest, today: date) -> Period:
    """The last three months, until something else is asked for that can be."""
    usual = Period(today - USUAL, today)
    typed = (request.GET.get(SINCE, ""), request.GET.get(UNTIL, ""))
    try:
        since = date.fromisoformat(typed[0]) if typed[0] else usual.since
        until = date.fromisoformat(typed[1]) if typed[1] else usual.until
    except ValueError:
        return Period(usual.since, usual.until, faulty=True)
    if since > until or since.year < 2000 or until.year > 2999:
        return Period(usual.since, usual.until, faulty=True)
    return Period(since, until)
