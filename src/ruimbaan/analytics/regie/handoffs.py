# SPDX-License-Identifier: EUPL-1.2
"""The tables of a region about handing over. The unit is one handoff; nothing of a person is here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.analytics.disclosure.cubes import Cube
from ruimbaan.analytics.disclosure.tables import Table
from ruimbaan.analytics.regie.grouping import Grouped, all_of, cube_of, one_each
from ruimbaan.core.insight.courses import (
    MET,
    NO_PLACE,
    NOES,
    OTHER,
    OTHER_NO,
    RULE,
    SELF,
    STOPPED,
    UNKNOWN,
    WAITS,
    WAYS,
    Cohort,
    Course,
)

MOST_KINDS = 6  # more would leave nearly every cell hidden
LEAST_SHARE = 20  # a kind with less than one in so many goes with the others
KIND_NUMBERS = tuple(str(number) for number in range(1, 100))
PAIRS, WEEKS, REASONS, HALVES = (
    *("overdracht", "overdracht-weken"),
    *("overdracht-reden", "overdracht-kwartaal"),
)
_LIMITS = {"w01": (0, 1), "w03": (2, 3), "w06": (4, 6), "w13": (7, 13)}  # first and last week
_BY_LIMIT: Grouped = {
    **{
        ("ontmoet", name): frozenset(MET[first : last + 1])
        for name, (first, last) in _LIMITS.items()
    },
    ("niet", "nee"): frozenset(NOES),
    ("niet", "gestopt"): frozenset({STOPPED}),
    ("niet", "wacht"): frozenset({WAITS}),
}
_BY_WEEK: Grouped = {
    **{
        (name, str(week)): frozenset({MET[week]})
        for name, (first, last) in _LIMITS.items()
        for week in range(first, last + 1)
    },
    ("niet",): frozenset(WAYS) - frozenset(MET),
}
_BY_EARLY_WEEK: Grouped = {
    **{path: bases for path, bases in _BY_WEEK.items() if path[0] != "w13"},
    ("w13",): frozenset(MET[7:]),
}
_BY_REASON: Grouped = {
    ("plek",): frozenset({NO_PLACE}),
    ("regel",): frozenset({RULE}),
    ("anders",): frozenset({OTHER_NO}),
}
_SOON: Grouped = {
    ("binnen6",): frozenset(MET[:7]),
    ("later-of-niet",): frozenset(WAYS) - frozenset(MET[:7]),
}


def population_of(region: str) -> str:
    return f"handoffs-{region}"


@dataclass(frozen=True, slots=True)
class HandoffCubes:
    """`kinds` are shown by themselves; all others go together."""

    region: str
    cohort: Cohort
    kinds: tuple[str, ...]
    courses: tuple[Course, ...]

    def all(self) -> dict[str, tuple[Cube, ...]]:
        """By name, in the order in which they are protected: what is most read gives up least. Of
        each the finest first; without the kinds it is still about the whole region."""
        every, halves = all_of(map(date.isoformat, self.cohort.weeks)), halves_of(self._asked)
        receiving = {"naar": self._kinds(UNKNOWN)}
        anywhere = {"naar": all_of((*KIND_NUMBERS, UNKNOWN))}
        sending = {"van": self._kinds(SELF, UNKNOWN)}
        pairs = sending | receiving | {"loop": _BY_LIMIT, "gevraagd": every}
        return {
            PAIRS: (self._cube(pairs, _pair),),
            WEEKS: tuple(
                self._cube(kinds | {"loop": loop, "gevraagd": every}, _asked_kind)
                for kinds, loop in (
                    *((receiving, _BY_WEEK), (receiving, _BY_EARLY_WEEK)),
                    *((anywhere, _BY_WEEK), (anywhere, _BY_EARLY_WEEK)),
                )
            ),
            REASONS: tuple(
                self._cube(kinds | {"loop": _BY_REASON, "gevraagd": every}, _asked_kind)
                for kinds in (receiving, anywhere)
            ),
            HALVES: (self._cube(receiving | {"loop": _SOON, "gevraagd": halves}, _asked_kind),),
        }

    @property
    def _asked(self) -> frozenset[date]:
        weeks = frozenset(self.cohort.weeks)
        return frozenset(one.asked for one in self.courses) & weeks

    def _kinds(self, *others: str) -> Grouped:
        rest = frozenset(KIND_NUMBERS) - frozenset(self.kinds)
        return {**one_each((*self.kinds, *others)), (OTHER,): rest}

    def _cube(
        self, dimensions: Mapping[str, Grouped], bases: Callable[[Course], Sequence[str]]
    ) -> Cube:
        weeks = frozenset(self.cohort.weeks)
        inside = (one for one in self.courses if one.asked in weeks)
        rows = (
            ((*bases(one), one.asked.isoformat()), (one.sender, one.receiver)) for one in inside
        )
        return cube_of(population_of(self.region), dimensions, rows)


def kinds_shown(
    region: str, courses: Iterable[Course], earlier: Sequence[Table]
) -> tuple[str, ...]:
    """Those of the first release, so that figures can be laid side by side; else the most common."""
    for table in earlier:
        if table.population == population_of(region):
            for dimension in table.dimensions:
                if dimension.name == "naar":
                    return tuple(leaf[0] for leaf in dimension.leaves if leaf[0].isdecimal())
    counted = Counter(kind for one in courses for kind in (one.van, one.naar) if kind.isdecimal())
    least = counted.total() / LEAST_SHARE
    ordered = sorted(counted, key=lambda kind: (-counted[kind], int(kind)))
    return tuple(sorted((one for one in ordered[:MOST_KINDS] if counted[one] >= least), key=int))


def halves_of(weeks: Collection[date]) -> Grouped:
    """The first and the last half year that are counted whole, to lay beside each other. One that is
    cut off would differ from itself in the next release by the people of a few weeks. `weeks` are
    those in which anything was asked: what lies between the first and the last is counted."""
    found: dict[str, list[date]] = {}
    monday, last = min(weeks, default=date.max), max(weeks, default=date.min)
    while monday <= last:
        found.setdefault(_half(monday), []).append(monday)
        monday += timedelta(weeks=1)
    whole = [half for half, inside in sorted(found.items()) if _is_whole(inside)]
    return {
        (half,): frozenset(map(date.isoformat, found[half]))
        for half in (*whole[:1], *whole[1:][-1:])
    }


def _half(monday: date) -> str:
    return f"{monday.year}H{1 if monday.month <= 6 else 2}"


def _is_whole(inside: Sequence[date]) -> bool:
    around = (inside[0] - timedelta(weeks=1), inside[-1] + timedelta(weeks=1))
    return _half(inside[0]) not in map(_half, around)


def _pair(one: Course) -> Sequence[str]:
    return (one.van, one.naar, one.way)


def _asked_kind(one: Course) -> Sequence[str]:
    return (one.naar, one.way)
