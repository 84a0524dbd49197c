# SPDX-License-Identifier: EUPL-1.2
"""The pairs of kinds of support in a released table, with their sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ruimbaan.core.insight.kinds import ALL
from ruimbaan.core.insight.released import TOTAL, Release
from ruimbaan.core.insight.waits import WITHIN, Shown, Waits, waits

FROM, TO = "van", "naar"


@dataclass(frozen=True, slots=True)
class Pair:
    """From one kind of support to another, each by its code; ALL for the sum."""

    sender: str
    asked: str
    waits: Waits


def codes(release: Release, dimension: str) -> tuple[str, ...]:
    """Of the table, as far as anybody is in them, with the sum last."""
    found = (
        code for code in release.categories(dimension) if release.count(**{dimension: code}) != 0
    )
    return (*found, ALL)


def at_most(found: Waits) -> int | None:
    """By how many weeks at least half was met for certain; it may have been sooner, where the table
    hides how many were met before."""
    limits = zip(WITHIN.values(), found.met, strict=True)
    asked = found.asked or 0
    return next((weeks for weeks, (fewest, _most) in limits if asked and 2 * fewest >= asked), None)


def pair_of(release: Release, sender: str, asked: str) -> Pair:
    """The codes must be in the table."""
    chosen = {FROM: sender, TO: asked}
    plain = {name: TOTAL if code == ALL else code for name, code in chosen.items()}
    return Pair(sender, asked, waits(release, **plain))


def pairs(release: Release) -> Iterator[Pair]:
    """Row by row; of everybody together last."""
    for sender in codes(release, FROM):
        for asked in codes(release, TO):
            yield pair_of(release, sender, asked)


def slowest(known: Sequence[Pair]) -> list[Pair]:
    """Those of which the pace is known and that are no faster than everybody together, who stand last;
    without the sums. The slowest first, then the most asked."""
    everybody = known[-1].waits
    pace = _late(everybody) if everybody.shown is Shown.PACE else 0

    def order(one: Pair) -> tuple[int, int, str, str]:
        return -_late(one.waits), -(one.waits.asked or 0), one.sender, one.asked

    found = (one for one in _of_two(known) if one.waits.shown is Shown.PACE)
    return sorted((one for one in found if _late(one.waits) >= pace), key=order)


def of_unknown_pace(known: Sequence[Pair]) -> int:
    """How many pairs somebody asked for, and the table does not say how fast it went."""
    return sum(one.waits.shown in (Shown.COUNT, Shown.FEW) for one in _of_two(known))


def _of_two(known: Sequence[Pair]) -> Iterator[Pair]:
    return (one for one in known if ALL not in (one.sender, one.asked))


def _late(found: Waits) -> int:
    """By how many weeks half was met, or more than any limit."""
    return found.half_within or max(WITHIN.values()) + 1
