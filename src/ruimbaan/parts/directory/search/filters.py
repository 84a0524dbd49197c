# SPDX-License-Identifier: EUPL-1.2
"""What must be so of a place to be shown. All of it lives for one request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat

from ruimbaan.core.directory.metro.money import pots_of
from ruimbaan.core.directory.search.hours import DAY, MOST_EVERY, nth_of, week_of
from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.models import Hours
from ruimbaan.parts.directory.search.near import Near, listings_near
from ruimbaan.parts.directory.wording import wording

SHOWN = ("active", "temporarily closed")  # statuses of HSDS


@dataclass(frozen=True, slots=True)
class Filters:
    """`open_at` is a moment in the time of the region; `payer` a pot of money of the metro map."""

    domain: str = ""
    payer: str = ""
    language: str = ""
    walk_in: bool = False
    no_letter: bool = False
    free: bool = False
    women_only: bool = False
    with_children: bool = False
    initiative: bool = False
    open_at: datetime | None = None
    near: Near | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of what was chosen."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name))


def shown(region: str) -> QuerySet[Listing]:
    """All places of a region that are there for people now."""
    return Listing.objects.filter(region=region, is_place=True, status__in=SHOWN)


def through(region: str, filters: Filters) -> QuerySet[Listing]:
    """The places that these filters let through."""
    found = shown(region)
    for condition in _conditions(region, filters):
        found = found.filter(condition)
    if filters.language:
        spaced = Concat(Value(" "), F("languages"), Value(" "))
        found = found.alias(spoken=spaced).filter(spoken__contains=f" {filters.language} ")
    return found


def _conditions(region: str, filters: Filters) -> Iterator[Q]:
    plain = {
        "domain": Q(domain=filters.domain),
        "walk_in": walks_in(),
        "no_letter": Q(gate__in=[code for code, gate in wording().gates.items() if gate.open]),
        "free": Q(is_free=True),
        "women_only": Q(women_only=True),
        "with_children": Q(with_children=True),
        "initiative": Q(is_initiative=True),
    }
    yield from (plain[name] for name in filters.chosen if name in plain)
    if filters.payer:
        yield _paid_by(region, filters.payer)
    if filters.open_at:
        yield Q(pk__in=Hours.objects.filter(_open_at(filters.open_at)).values("listing"))
    if filters.near:
        yield Q(pk__in=listings_near(region, filters.near))


def walks_in() -> Q:
    """One just comes in, today."""
    free = [code for code, gate in wording().gates.items() if gate.free]
    return Q(gate__in=free, wait_days=0)


def _paid_by(region: str, payer: str) -> Q:
    pairs = Listing.objects.filter(region=region).values_list("frame", "is_initiative").distinct()
    found = Q(pk__in=[])
    for frame, initiative in pairs:
        if payer in pots_of(Service("", Text(""), frame=frame, initiative=initiative)):
            found |= Q(frame=frame, is_initiative=initiative)
    return found


def _open_at(moment: datetime) -> Q:
    """As `Span.is_open` says it, for the database: today, or still open since yesterday."""
    minute = moment.hour * 60 + moment.minute
    today = Q(opens__lte=minute, closes__gt=minute) & _counts(moment.date())
    yesterday = Q(closes__gt=minute + DAY) & _counts(moment.date() - timedelta(days=1))
    return today | yesterday


def _counts(day: date) -> Q:
    rhythm = Q(every=1)
    for every in range(2, MOST_EVERY + 1):
        rhythm |= Q(every=every, phase=week_of(day) % every)
    return (
        (Q(weekday=None) | Q(weekday=day.weekday()))
        & (Q(month_day=None) | Q(month_day=day.day))
        & Q(nth__in=(0, *nth_of(day)))
        & (Q(first=None) | Q(first__lte=day))
        & (Q(last=None) | Q(last__gte=day))
        & rhythm
    )
