# SPDX-License-Identifier: EUPL-1.2
"""What is known in a region, of any rule: released tables, and counts that are full rounds of ten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.room import RoomEffect

LEAST = 10  # people, or times; below it there is no figure


@dataclass(frozen=True, slots=True)
class Reported:
    """How often people said where it chafes, and how often that a rule that bends would help."""

    times: int
    bends: int


@dataclass(frozen=True, slots=True)
class Gain:
    """What the planner works out when this one rule is bent for a made-up population, with all waits as
    they are: how many of them come somewhere sooner, and the weighted days won by all of them together
    (by the weight of each goal; to the end of the planning for a goal that is not reached). `digest` is
    that of the world, which is as it was on `as_of`. `beyond`: weighted days that it wins more together
    with the rule `together` than the two apart."""

    people: int
    reached: int
    days: int
    digest: str
    as_of: date
    together: str = ""
    beyond: int = 0

    @property
    def wins(self) -> bool:
        """For ten of them at least: fewer is the chance of who was made up."""
        return self.days > 0 and self.reached >= LEAST


@dataclass(frozen=True, slots=True)
class Known:
    """`releases` by the name of the table; `room` by kind of support; `reports` by friction; `patterns`
    by rule, what room did; `gains` by rule. `damaged`: what is no longer as it was written, and so is
    not in it."""

    releases: Mapping[str, Release] = field(default_factory=dict)
    room: Mapping[str, RoomEffect] = field(default_factory=dict)
    reports: Mapping[str, Reported] = field(default_factory=dict)
    patterns: Mapping[str, Mapping[Effect, int]] = field(default_factory=dict)
    gains: Mapping[str, Gain] = field(default_factory=dict)
    damaged: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """Up to which day the tables count; None without one."""
        return max((one.day for one in self.releases.values()), default=None)


def at_least_ten(count: int | None) -> int | None:
    """None for what is hidden, and for what is too small to say."""
    return count if count is not None and count >= LEAST else None
