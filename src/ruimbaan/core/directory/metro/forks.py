# SPDX-License-Identifier: EUPL-1.2
"""How the stations of one line follow each other, and where a long line forks in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ruimbaan.core.directory.metro.network import Station

LONGEST_TRACK = 8


def tracks_of(line: str, stations: Sequence[Station]) -> tuple[tuple[str, ...], ...]:
    """One track by stage, or two when there are more stations than one track can show well. Parts
    of life stay together; both tracks begin at the first station."""
    ordered = sorted(stations, key=lambda one: (one.stage, one.order))
    if len(ordered) <= LONGEST_TRACK:
        return (tuple(one.id for one in ordered),)
    root, *rest = ordered
    upper = _half(line, rest)
    first = tuple(one.id for one in rest if one.id in upper)
    second = tuple(one.id for one in rest if one.id not in upper)
    if not first or not second:
        return ((root.id, *first, *second),)
    return (root.id, *first), (root.id, *second)


def _half(line: str, stations: Sequence[Station]) -> set[str]:
    """Whole parts of life, the largest first, to whichever side has fewer stations; a part that is
    larger than half goes on one side alone."""
    sizes = Counter(one.domain for one in stations)
    order = sorted(sizes, key=lambda domain: (-sizes[domain], domain))
    side: dict[str, int] = {}
    filled = [0, 0]
    for domain in order:
        side[domain] = 0 if filled[0] <= filled[1] else 1
        filled[side[domain]] += sizes[domain]
    if 0 in filled:  # one part of life only: what stands on more lines goes together
        return {one.id for at, one in enumerate(stations) if at % 2 == 0 or one.lines[0] != line}
    return {one.id for one in stations if side[one.domain] == 0}
