# SPDX-License-Identifier: EUPL-1.2
"""Frictions for everyone: the list of a region, one of them, and saying where it chafes."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.directory.queries import Region, list_regions
from ruimbaan.parts.frictions import forms, queries, reporting
from ruimbaan.parts.frictions.presentation.listing import friction_list
from ruimbaan.parts.frictions.presentation.one import friction_page
from ruimbaan.parts.frictions.presentation.reporting import report_form
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link
from ruimbaan.ui.private_form import private_form
from ruimbaan.ui.reader import explained, in_words

SWITCH = "switch"  # the form that brings the same page in the other language


@require_safe
@public_page
def regions(request: HttpRequest) -> HttpResponse:
    """To choose from; where there is one region, straight to it."""
    found = list_regions()
    if len(found) == 1:
        return redirect("frictions:region", next(iter(found)))
    links = (
        Link(in_words(one.title), reverse("frictions:region", args=[name]))
        for name, one in found.items()
    )
    return render(request, "frictions/regions.html", {"regions": tuple(links)})


@require_safe
@public_page
def region(request: HttpRequest, region: str) -> HttpResponse:
    found = _region(region)
    page = friction_list(
        found, queries.shown_reports(region), queries.decided_in(region), timezone.localdate()
    )
    return render(request, "frictions/region.html", {"page": page, "region": region})


@require_safe
@public_page
def one(request: HttpRequest, region: str, friction: str) -> HttpResponse:
    found, known = _region(region), queries.catalogue().frictions.get(friction)
    if known is None:
        raise Http404
    page = friction_page(
        known,
        found,
        queries.shown_reports(region).get(friction),
        queries.decided_in(region, friction),
        timezone.localdate(),
    )
    crumbs = (
        Link(_("Waar het wringt"), reverse("frictions:region", args=[region])),
        Link(_("Frictie {number}").format(number=friction)),
    )
    return render(request, "frictions/one.html", {"page": page, "region": region, "crumbs": crumbs})


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def report(request: HttpRequest) -> HttpResponse:
    """Asks for the region first, then takes in one report. Nothing of who sent it is kept."""
    known = list_regions()
    only = next(iter(known)) if len(known) == 1 else ""
    place, error = known.get(request.POST.get("regio", "") or only), ""
    if place is not None and request.POST.get("doe") == "meld":
        try:
            sent = forms.report_of(request.POST, place.id)
            reporting.take_in(sent, timezone.now())
        except DomainError as refused:
            error = explained(refused)
        else:
            url = reverse("frictions:region", args=[place.id])
            return render(request, "frictions/thanks.html", {"url": url})
    organisations = queries.organisations_on_map(place.id) if place else {}
    form = report_form(place, known.values(), organisations, request.POST, error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    context = {"form": form, "language_form": SWITCH if place else ""}
    return render(request, "frictions/report.html", context, status=status)


def _region(name: str) -> Region:
    """Raises Http404."""
    regions = list_regions()
    if name not in regions:
        raise Http404
    return regions[name]
