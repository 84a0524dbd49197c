# SPDX-License-Identifier: EUPL-1.2
"""Which places of a region are open at a moment: all spans of a week, ready by weekday."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from datetime import datetime

from ruimbaan.core.directory.search.hours import DAY, WEEK, Span
from ruimbaan.parts.directory.search.models import Hours

COLUMNS = tuple(one.name for one in fields(Span))
WEEKLY = {"month_day": None, "nth": 0, "every": 1, "phase": 0, "first": None, "last": None}
Entry = tuple[int, int, int, Span | None]  # opens, closes, listing, and the span if it has more
Week = tuple[tuple[Entry, ...], ...]


def open_listings(week: Week, moment: datetime) -> set[int]:
    """`moment` in the time of the region."""
    minute = moment.hour * 60 + moment.minute
    today, before = week[moment.weekday()], week[moment.weekday() - 1]
    return {*_open(today, minute, moment), *_open(before, minute + DAY, moment)}


def week_of(region: str, known: Week, touched: Collection[int] | None) -> Week:
    """With the hours of these listings as they are now; None is all of them."""
    rows = Hours.objects.filter(listing__region=region)
    if touched is not None:
        rows = rows.filter(listing__in=touched)
    days: tuple[list[Entry], ...] = tuple(
        [one for one in day if one[2] not in (touched or ())] for day in known or ((),) * WEEK
    )
    # Nearly all are of every week, and need none of the other columns.
    weekly = rows.filter(**WEEKLY).values_list("weekday", "opens", "closes", "listing_id")
    _put(days, ((day, (opens, closes, listing, None)) for day, opens, closes, listing in weekly))
    others = rows.exclude(**WEEKLY).values_list("listing_id", *COLUMNS)
    spans = ((listing, Span(*columns)) for listing, *columns in others)
    _put(days, ((one.weekday, (one.opens, one.closes, listing, one)) for listing, one in spans))
    return tuple(map(tuple, days))


def _put(days: tuple[list[Entry], ...], found: Iterable[tuple[int | None, Entry]]) -> None:
    for weekday, entry in found:
        for day in range(WEEK) if weekday is None else (weekday,):
            days[day].append(entry)


def _open(entries: tuple[Entry, ...], minute: int, moment: datetime) -> Iterator[int]:
    for opens, closes, listing, span in entries:
        if opens <= minute < closes and (span is None or span.is_open(moment)):
            yield listing
