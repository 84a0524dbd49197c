# SPDX-License-Identifier: EUPL-1.2
"""Advice about rules, for the steward of the region: the list, one sheet, and the same on paper."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.advice.course import MOST_TEXT, MOST_WHO
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.integrations.storybook.problems import PrinterMissing
from ruimbaan.parts.advice import course, forms
from ruimbaan.parts.advice.making import advice_of, every_advice
from ruimbaan.parts.advice.presentation.listing import listing
from ruimbaan.parts.advice.presentation.sheet import Sheet, sheet
from ruimbaan.parts.advice.printing import print_sheet
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.frictions.services import Visit, for_stewards
from ruimbaan.ui.components import Alert
from ruimbaan.ui.reader import explained, language


@for_stewards
@require_safe
def every(request: HttpRequest, visit: Visit) -> HttpResponse:
    region, today = list_regions()[visit.region], timezone.localdate(visit.now)
    page = listing(region, every_advice(region, today), course.taken_in(region.id), today)
    return render(request, "advice/every.html", {"page": page, "region": region.id})


@for_stewards
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, visit: Visit, rule: str) -> HttpResponse:
    """The sheet; sent, the next step of its course."""
    found = _sheet(visit, rule)
    if request.method != "POST":
        return _shown(request, visit, found)
    today = timezone.localdate(visit.now)
    try:
        step, seen = forms.step_of(request.POST, today)
        course.take(visit.region, found.rule, step, seen, by=visit.by, today=today)
    except DomainError as refused:
        return _shown(request, visit, found, Alert(explained(refused), "error"))
    return redirect("advice:one", visit.region, found.rule)


@for_stewards
@require_safe
def on_paper(request: HttpRequest, visit: Visit, rule: str) -> HttpResponse:
    """Where no printer is installed, the page says so."""
    found = _sheet(visit, rule)
    today = timezone.localdate(visit.now)
    try:
        printed = print_sheet(found, today)
    except PrinterMissing as missing:
        return _shown(request, visit, found, Alert(explained(missing), "warning"))
    response = HttpResponse(printed.pdf, content_type="application/pdf")
    name = f"advies-{visit.region}-{found.rule}-{today}.{language()}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _sheet(visit: Visit, rule: str) -> Sheet:
    """Raises Http404 for a rule that does not hold in this region."""
    region, today = list_regions()[visit.region], timezone.localdate(visit.now)
    found = advice_of(region, rule, today)
    if found is None:
        raise Http404
    return sheet(region, found, course.taken_of(region.id, rule), today)


def _shown(
    request: HttpRequest, visit: Visit, found: Sheet, alert: Alert | None = None
) -> HttpResponse:
    refused = alert is not None and alert.kind == "error"
    page = {
        "sheet": found,
        "region": visit.region,
        "sent": request.POST if refused else {},
        "alert": alert,
        "most_text": MOST_TEXT,
        "most_who": MOST_WHO,
        "today": timezone.localdate(visit.now).isoformat(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "advice/one.html", page, status=status)
