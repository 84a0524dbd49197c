# SPDX-License-Identifier: EUPL-1.2
"""The letter to the council: to read first, and on paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.integrations.storybook.problems import PrinterMissing
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.frictions.services import Visit, for_stewards
from ruimbaan.parts.insight.presentation.letter import letter_of
from ruimbaan.parts.insight.printing import print_letter
from ruimbaan.ui.components import Alert, Link
from ruimbaan.ui.reader import explained, language


@for_stewards
@require_safe
def letter(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What the paper says, as a page."""
    return _shown(request, visit)


@for_stewards
@require_safe
def letter_on_paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where no printer is installed, the page says so."""
    today = timezone.localdate(visit.now)
    try:
        printed = print_letter(list_regions()[visit.region], today)
    except PrinterMissing as missing:
        return _shown(request, visit, Alert(explained(missing), "warning"))
    response = HttpResponse(printed.pdf, content_type="application/pdf")
    name = f"raadsbrief-{visit.region}-{today}.{language()}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _shown(request: HttpRequest, visit: Visit, alert: Alert | None = None) -> HttpResponse:
    found = letter_of(list_regions()[visit.region], timezone.localdate(visit.now))
    crumbs = (
        Link(
            _("{region} in één beeld").format(region=found.region),
            reverse("insight:overview", args=[visit.region]),
        ),
        Link(_("Raadsbrief")),
    )
    page = {"letter": found, "region": visit.region, "crumbs": crumbs, "alert": alert}
    return render(request, "insight/letter.html", page)
