# SPDX-License-Identifier: EUPL-1.2
"""Places that may be there twice: compare two, see what would remain, and say what is so."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.directory.by import By
from ruimbaan.parts.directory.duplicates.queries import list_open
from ruimbaan.parts.directory.duplicates.services import (
    look,
    make_one,
    say_not_same,
    what_would_remain,
)
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.upkeep.access import Visit, for_coordinators
from ruimbaan.parts.directory.upkeep.models import Deed
from ruimbaan.parts.directory.upkeep.presentation.comparing import (
    KEEP,
    lines,
    remains,
    shown_pairs,
    sides,
)
from ruimbaan.parts.directory.upkeep.presentation.frame import after, frame
from ruimbaan.parts.directory.upkeep.views.answers import see_other, status_of, words_of

Pair = tuple[Listing, Listing]


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def doubles(request: HttpRequest, visit: Visit) -> HttpResponse:
    """To send the form is to look again."""
    region, now = visit.region, visit.now
    if request.method == "POST":
        look(region, now)
        return see_other(after(None, "doubles", region))
    context = {
        "frame": frame(request, region, now),
        "pairs": shown_pairs(region, list_open(region)),
    }
    return render(request, "upkeep/doubles.html", context)


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def double(request: HttpRequest, visit: Visit, one: str, other: str) -> HttpResponse:
    region, by, now, error = visit.region, visit.by, visit.now, ""
    pair = _pair(region, one, other)
    if pair is None:  # a colleague was first
        return see_other(after(None, "doubles", region))
    if request.method == "POST":
        try:
            deed = _judge(request.POST.get("doe", ""), pair, now, by)
        except DomainError as refused:
            error = words_of(refused)
        else:
            return see_other(after(deed.pk if deed else None, "doubles", region))
    kept = request.GET.get(KEEP, "")
    context = {
        "frame": frame(request, region, now),
        "sides": sides(region, *pair, kept),
        "lines": lines(*pair),
        "remains": _remains(pair, kept),
        "kept": kept,
        "error": error,
    }
    return render(request, "upkeep/double.html", context, status=status_of(error))


def _pair(region: str, one: str, other: str) -> Pair | None:
    """None when they are not two places of this region."""
    found = {row.code: row for row in Listing.objects.filter(region=region, code__in=(one, other))}
    if len(found) < 2:
        return None
    return found[one], found[other]


def _kept_first(pair: Pair, kept: str) -> Pair | None:
    one, other = pair
    return {one.code: (one, other), other.code: (other, one)}.get(kept)


def _judge(said: str, pair: Pair, now: datetime, by: By) -> Deed | None:
    """None when nothing was said that can be done. Raises a DomainError."""
    one, other = pair
    if said == "twee":
        return say_not_same(one.region, one.code, other.code, now, by)
    chosen = _kept_first(pair, said)
    return make_one(one.region, chosen[0].code, chosen[1].code, now, by) if chosen else None


def _remains(pair: Pair, kept: str) -> object:
    chosen = _kept_first(pair, kept)
    if chosen is None:
        return None
    stays, goes = chosen
    return remains(stays, goes, what_would_remain(stays.region, stays.code, goes.code))
