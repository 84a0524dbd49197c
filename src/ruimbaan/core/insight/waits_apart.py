# SPDX-License-Identifier: EUPL-1.2
"""How far the waits for a kind of support lay apart in a region, from the released table of handoffs by
the week in which people met.

Of who met: a plan counts on being let in, and whoever never was is another figure. The table follows
people for thirteen weeks, so the longest waits are not in it and the spread is rather too small than too
large.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ruimbaan.core.directory.spread import Apart
from ruimbaan.core.insight.released import BELOW, Release

TABLE = "overdracht-weken"
KIND, COURSE = "naar", "loop"
LEAST = 50  # people who met: of fewer the longest tenth is but a few
DAYS_IN_WEEK = 7
Piece = tuple[int, int, int]  # first day, first day after it, how many people


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
            pieces += [
                (week * DAYS_IN_WEEK, (week + 1) * DAYS_IN_WEEK, count)
                for week, count in zip(inside, seen, strict=True)
            ]
        else:
            pieces.append((inside[0] * DAYS_IN_WEEK, (inside[-1] + 1) * DAYS_IN_WEEK, whole))
    return sorted(pieces)


def _bands(categories: Iterable[str]) -> dict[str, list[int]]:
    """The weeks inside each band, counted from 0; what is no week, such as not met, is left out."""
    bands: dict[str, list[int]] = {}
    for name in categories:
        band, _below, week = name.partition(BELOW)
        if week.isdecimal():
            bands.setdefault(band, []).append(int(week))
    return {band: sorted(weeks) for band, weeks in bands.items()}


def _by(pieces: list[Piece], share: float) -> float:
    """The day by which this share had met; inside a piece people are spread evenly."""
    wanted = share * sum(count for *_days, count in pieces)
    for first, after, count in pieces:
        if count and wanted <= count:
            return first + (after - first) * wanted / count
        wanted -= count
    return float(pieces[-1][1])
