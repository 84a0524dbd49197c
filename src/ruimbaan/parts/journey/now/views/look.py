# SPDX-License-Identifier: EUPL-1.2
"""Ik nu: the sketch, the notes, and the lists of others that are not included."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ruimbaan.core.journey.then_and_now import MomentUnknown
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.now.presentation.licensed import licensed_links
from ruimbaan.parts.journey.now.presentation.page import NOTES, lists_page, now_page
from ruimbaan.parts.journey.now.sketches import moments

THEN, NOW = "toen", "nu"


@require_safe
@own_file
def now(request: HttpRequest, own: Own) -> HttpResponse:
    then, later = _moment(request, THEN), _moment(request, NOW)
    with own.open(Part.ME_NOW) as opening:
        notes, found = entries.read(opening, NOTES), moments(opening)
    try:
        page = now_page(own, notes, found, then, later)
    except MomentUnknown:
        raise Http404 from None
    page["licensed"] = licensed_links(own.today)
    return render(request, "journey/now/now.html", page)


@require_safe
@own_file
def lists(request: HttpRequest, own: Own) -> HttpResponse:
    return render(request, "journey/now/lists.html", lists_page())


def _moment(request: HttpRequest, name: str) -> UUID | None:
    """None when it was not asked for. Raises Http404 for what is no moment at all."""
    asked = request.GET.get(name, "")
    if not asked:
        return None
    try:
        return UUID(asked)
    except ValueError:
        raise Http404 from None
