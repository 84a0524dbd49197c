# SPDX-License-Identifier: EUPL-1.2
"""Frictions at work: what was said of the own organisation, and for a steward what asks for a look."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.frictions.errors import NotOnTheList
from ruimbaan.core.frictions.round_table import Standing
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.accounts.queries import organisations_in
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.frictions import forms, meetings, queries, reporting
from ruimbaan.parts.frictions.about_us import about_us
from ruimbaan.parts.frictions.access import Visit, for_stewards, stewarded
from ruimbaan.parts.frictions.models import ReportRecord
from ruimbaan.parts.frictions.presentation.decided import decided_row
from ruimbaan.parts.frictions.presentation.reporting import (
    REASONS,
    friction_groups,
    report_row,
)
from ruimbaan.parts.frictions.presentation.table import look_back_form, table_form
from ruimbaan.ui.components import Alert, Link
from ruimbaan.ui.reader import explained, in_words

MOST_REPORTS = 20  # on one page; the oldest first


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Who works anywhere; what is shown depends on where."""
    now = timezone.now()
    regions = list_regions()
    keeps = tuple(
        Link(in_words(regions[name].title), reverse("frictions:keep", args=[name]))
        for name in sorted(stewarded(request, now))
    )
    page = {"keeps": keeps, "about_us": about_us(request, now)}
    return render(request, "frictions/mine.html", page)


@for_stewards
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Judging reports one by one, and what asks to be looked back on."""
    error = ""
    if request.method == "POST":
        try:
            _judge(request, visit)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect("frictions:keep", visit.region)
    today = timezone.localdate(visit.now)
    organisations = queries.organisations_on_map(visit.region)
    waiting = ReportRecord.objects.filter(region=visit.region, read_until=None)
    decided = queries.decided_in(visit.region)
    page = {
        "region": visit.region,
        "region_title": in_words(list_regions()[visit.region].title),
        "waiting": waiting.count(),
        "reports": tuple(
            report_row(row, organisations) for row in waiting.order_by("week", "id")[:MOST_REPORTS]
        ),
        "to_look_back": tuple(
            decided_row(one, today)
            for one in decided
            if one.meeting.standing(today) is Standing.TO_LOOK_BACK
        ),
        "running": tuple(
            decided_row(one, today)
            for one in decided
            if one.meeting.standing(today) is Standing.RUNS
        ),
        "groups": friction_groups(""),
        "crumbs": (
            Link(_("Waar het wringt"), reverse("frictions:mine")),
            Link(in_words(list_regions()[visit.region].title)),
        ),
        "error": Alert(error, "error") if error else None,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "frictions/keep.html", page, status=status)


@for_stewards
@require_http_methods(["GET", "HEAD", "POST"])
def table(request: HttpRequest, visit: Visit, friction: str) -> HttpResponse:
    """Writing down what a round table decided."""
    known = queries.catalogue().frictions.get(friction)
    if known is None:
        raise Http404
    organisations, error = organisations_in(visit.region, visit.now), ""
    if request.method == "POST":
        try:
            meeting, at_table = forms.meeting_of(request.POST, organisations)
            meetings.decide(visit.region, friction, meeting, at_table, by=visit.by, at=visit.now)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect("frictions:one", visit.region, friction)
    page = table_form(known, visit.region, organisations, request.POST, error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "frictions/table.html", page, status=status)


@for_stewards
@require_http_methods(["GET", "HEAD", "POST"])
def look_back(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """What became of a decision. Everyone in the region reads it."""
    kept, error = meetings.find(visit.region, meeting), ""
    if kept is None:
        raise Http404
    if request.method == "POST":
        try:
            outcome = forms.outcome_of(request.POST)
            lesson = request.POST.get("les", "")
            meetings.look_back(visit.region, meeting, outcome, lesson, visit.now)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect("frictions:one", visit.region, kept.friction)
    page = look_back_form(kept, timezone.localdate(visit.now), request.POST, error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "frictions/look_back.html", page, status=status)


def _judge(request: HttpRequest, visit: Visit) -> None:
    """Raises DomainError."""
    try:
        report = UUID(request.POST.get("melding", ""))
    except ValueError:
        raise NotOnTheList from None
    if request.POST.get("doe") == "weg":
        if request.POST.get("waarom", "") not in REASONS:
            raise NotOnTheList
        reporting.set_aside(report, visit.region)
        return
    reporting.count(report, visit.region, request.POST.get("wat", ""), visit.now)
