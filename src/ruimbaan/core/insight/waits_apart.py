# SPDX-License-Identifier: EUPL-1.2
"""How far the waits for a kind of support lay apart in a region, from the released table of handoffs by
the week in which people met.

Of who met: a plan counts on being let in, and whoever never was is another figure. The table follows
people for thirteen weeks, so the longest waits are not in it and the spread is rather too small than too
large.

A week of the table is the difference between two Mondays: that of asking and that of meeting. Asked on
Friday and met on Monday is week 1. So week k holds the waits around 7 k days: from half a week before it
to half a week after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ruimbaan.core.directory.spread import Apart
from ruimbaan.core.insight.released import BELOW, Release
from ruimbaan.core.insight.waits import WITHIN

TABLE = "overdracht-weken"
KIND, COURSE = "naar", "loop"
LEAST = 50  # people who met: of fewer the longest tenth is but a few
DAYS_IN_WEEK = 7
Piece = tuple[float, float, int]  # from and until which day, how many people


def waits_apart(weeks: Release) -> Mapping[int, Apart]:
    """By number of a kind of support. A kind of which too little may be seen is left out."""
    found: dict[int, Apart] = {}
    for kind in weeks.categories(KIND):
        pieces = _pieces(weeks, kind) if kind.isdecimal() else None
        if pieces and sum(count for *_days, count in pieces) >= LEAST:
            half, most = _by(pieces, 0.5), _by(pieces, 0.9)
            found[int(kind)] = Apart((most + 1) / (half + 1), weeks.day)
    return found


def _pieces(weeks: Release, kind: str) -> list[Piece] | None:
    """In weeks as far as those may be seen, else in the weeks that are taken together; None when not
    even those may be."""
    pieces: list[Piece] = []
    for band, inside in _bands(weeks.categories(COURSE)).items():
        whole = weeks.count(**{KIND: kind, COURSE: band})
        if whole is None:
            return None
        each = [weeks.count(**{KIND: kind, COURSE: f"{band}{BELOW}{week}"}) for week in inside]
        seen = [count for count in each if count is not None]
        if len(seen) == len(each) and sum(seen) == whole:
            pieces += [_piece(week, week, count) for week, count in zip(inside, seen, strict=True)]
        else:
            pieces.append(_piece(inside[0], inside[-1], whole))
    return sorted(pieces)


def _piece(first: int, last: int, count: int) -> Piece:
    half = DAYS_IN_WEEK / 2
    return max(0.0, first * DAYS_IN_WEEK - half), last * DAYS_IN_WEEK + half, count


def _bands(categories: Iterable[str]) -> dict[str, list[int]]:
    """The weeks of each band of WITHIN, counted from 0: those the table tells apart, else the first and
    the last (a table of few people tells the latest band as one). Not met is no band."""
    told: dict[str, list[int]] = {}
    for name in categories:
        band, _below, week = name.partition(BELOW)
        told.setdefault(band, []).extend([int(week)] if week.isdecimal() else [])
    firsts = dict(zip(WITHIN, (0, *(last + 1 for last in WITHIN.values())), strict=False))
    return {
        band: sorted(told[band]) or [firsts[band], last]
        for band, last in WITHIN.items()
        if band in told
    }


def _by(pieces: list[Piece], share: float) -> float:
    """The day by which this share had met; inside a piece people are spread evenly."""
    wanted = share * sum(count for *_days, count in pieces)
    for first, after, count in pieces:
        if count and wanted <= count:
            return first + (after - first) * wanted / count
        wanted -= count
    return float(pieces[-1][1])
