# SPDX-License-Identifier: EUPL-1.2
"""What the figures of a region say of one rule. What is not known stays None: it is never guessed.

Tables are by kind of support, so they count everybody who asked there, also who never met this rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ruimbaan.core.advice.known import LEAST, Gain, Known, Reported, at_least_ten
from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.room import RoomEffect
from ruimbaan.core.insight.waits import Share, wilson
from ruimbaan.core.rules.rulebook import RuleText

WEEKS = "overdracht-weken"
GOOD = (Effect.HELPED, Effect.PARTLY)
_SOON = ("w01", "w03", "w06")


@dataclass(frozen=True, slots=True)
class Asked:
    """Of one kind of support: how often it was asked, how many were not met within thirteen weeks, the
    share met within six, and that share of all other kinds together."""

    kind: str
    times: int
    not_met: int | None
    soon: Share | None
    others: Share | None

    @property
    def is_slower(self) -> bool:
        """Than the others, intervals and all."""
        return bool(self.soon and self.others and self.soon.high < self.others.low)


@dataclass(frozen=True, slots=True)
class Used:
    """Room in this rule as people told it, without a name: how often at least, and how often at least
    it helped; in whole tens."""

    times: int
    helped: int


@dataclass(frozen=True, slots=True)
class Evidence:
    asked: tuple[Asked, ...] = ()
    reported: Mapping[str, Reported] | None = None
    used: Used | None = None
    effects: Mapping[str, RoomEffect] | None = None
    gain: Gain | None = None

    def __bool__(self) -> bool:
        """Is there anything that says more than how busy a door is?"""
        return bool(self.reported or self.used or self.effects or self.gain)


def evidence_of(rule: RuleText, kinds: Collection[str], known: Known) -> Evidence:
    """`kinds` are the numbers of the kinds of support at which the rule stands, as text."""
    table = known.releases.get(WEEKS)
    reported = {one: known.reports[one] for one in rule.frictions if _is_said(known, one)}
    return Evidence(
        asked=tuple(_asked(table, kinds)) if table else (),
        reported=reported or None,
        used=told_of(known.patterns, {rule.id, rule.number}),
        effects={one: known.room[one] for one in sorted(kinds) if one in known.room} or None,
        gain=_gain(rule, known),
    )


def _gain(rule: RuleText, known: Known) -> Gain | None:
    """Only when it was worked out with this version of the rule."""
    found = known.gains.get(rule.id)
    return found if found and rule.is_in_force(found.as_of) else None


def _is_said(known: Known, friction: str) -> bool:
    return friction in known.reports and at_least_ten(known.reports[friction].times) is not None


def _asked(table: Release, kinds: Collection[str]) -> Iterable[Asked]:
    shown = set(table.categories("naar"))
    for kind in sorted(set(kinds) & shown, key=int):
        times = at_least_ten(table.count(naar=kind))
        if times is not None:
            not_met = at_least_ten(table.count(naar=kind, loop="niet"))
            yield Asked(kind, times, not_met, _soon(table, kind), _others(table, kind))


def _soon(table: Release, kind: str) -> Share | None:
    return _share(_within(table, kind), table.count(naar=kind))


def _others(table: Release, kind: str) -> Share | None:
    every, mine = _within(table), _within(table, kind)
    of_every, of_mine = table.count(), table.count(naar=kind)
    if every is None or mine is None or of_every is None or of_mine is None:
        return None
    return _share(every - mine, of_every - of_mine)


def _within(table: Release, kind: str = "") -> int | None:
    """Met within six weeks, where the table says it exactly."""
    chosen = {"naar": kind} if kind else {}
    counts = [table.count(**chosen, loop=one) for one in _SOON]
    return None if any(one is None for one in counts) else sum(one or 0 for one in counts)


def _share(reached: int | None, count: int | None) -> Share | None:
    if reached is None or at_least_ten(count) is None:
        return None
    return wilson(reached, count)


def told_of(patterns: Mapping[str, Mapping[Effect, int]], names: Collection[str]) -> Used | None:
    """What room in a rule by one of these names did, in whole tens: who looks before and after somebody
    tells sees the same. None below ten."""
    found = [did for name, did in patterns.items() if name in names]
    times = LEAST * (sum(sum(did.values()) for did in found) // LEAST)
    helped = LEAST * (sum(did.get(one, 0) for did in found for one in GOOD) // LEAST)
    return Used(times, helped) if times else None
