# SPDX-License-Identifier: EUPL-1.2
"""What somebody wanted two organisations to read about the way between them, for who works there."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

from ruimbaan.parts.accounts.queries import actor_of, places_on_map
from ruimbaan.parts.frictions.models import ReportRecord
from ruimbaan.parts.frictions.presentation.reporting import ReportRow, report_row
from ruimbaan.parts.frictions.queries import organisations_on_map


def about_us(request: HttpRequest, now: datetime) -> tuple[ReportRow, ...]:
    """Of the organisations in which who sent this works now, the newest first. A steward of the
    region reads no more of it here than anybody else of these two."""
    memberships = actor_of(request).memberships
    works = {one.organisation for one in memberships if one.in_force(now)}
    found: dict[object, ReportRow] = {}
    for region, code in sorted(set(places_on_map(works).values())):
        names = organisations_on_map(region)
        rows = ReportRecord.objects.filter(
            region=region, read_until__gte=timezone.localdate(now)
        ).order_by("-week", "id")
        for row in rows:
            if code in row.between:
                found[row.pk] = report_row(row, names)
    return tuple(found.values())
