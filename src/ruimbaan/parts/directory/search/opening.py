# SPDX-License-Identifier: EUPL-1.2
"""Which places of a region are open at a moment: all spans of a week, ready by weekday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from functools import lru_cache

from ruimbaan.core.directory.search.hours import DAY, WEEK, Span
from ruimbaan.parts.directory.search.models import Hours

COLUMNS = tuple(one.name for one in fields(Span))
Entry = tuple[int, int, int, Span | None]  # opens, closes, listing, and the span if it has more


def open_listings(region: str, version: str, moment: datetime) -> set[int]:
    """`version` says which state of the directory is meant; `moment` in the time of the region."""
    days, minute = _week(region, version), moment.hour * 60 + moment.minute
    today, before = days[moment.weekday()], days[moment.weekday() - 1]
    return {*_open(today, minute, moment), *_open(before, minute + DAY, moment)}


def _open(entries: tuple[Entry, ...], minute: int, moment: datetime) -> Iterator[int]:
    for opens, closes, listing, span in entries:
        if opens <= minute < closes and (span is None or span.is_open(moment)):
            yield listing


@lru_cache(maxsize=8)
def _week(region: str, version: str) -> tuple[tuple[Entry, ...], ...]:
    days: tuple[list[Entry], ...] = tuple([] for _ in range(WEEK))
    rows = Hours.objects.filter(listing__region=region).values_list("listing_id", *COLUMNS)
    for listing, *columns in rows:
        span = Span(*columns)
        more = None if span == Span(span.opens, span.closes, span.weekday) else span
        entry = (span.opens, span.closes, listing, more)
        for day in range(WEEK) if span.weekday is None else (span.weekday,):
            days[day].append(entry)
    return tuple(map(tuple, days))
