# SPDX-License-Identifier: EUPL-1.2
"""A world and a situation, laid out for arithmetic on sets of days.

Every rule and every service becomes one *switch*: a bit in a whole number. A rule's bit on means
that it is bent, a service's bit on that it takes part. More switches never make anything later,
so one search serves both questions: which rules to bend, and which services are enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ruimbaan.core.directory.service import Condition
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.kernel.days import DaySet, Span
from ruimbaan.core.planner.world import World

Switches = int


def bits(mask: Switches) -> Iterator[Switches]:
    """The single switches of a mask, lowest first."""
    while mask:
        low = mask & -mask
        yield low
        mask ^= low


@dataclass(frozen=True, slots=True)
class Literal:
    """One condition of a way. `waiver` drops it; on the days of `free` its rule is not in force.
    `plain`: simply "holds on the application day", which is what nearly all of them are."""

    condition: Condition
    fact: int
    waiver: Switches
    free: DaySet
    at_start: bool
    plain: bool

    def days(self, held: DaySet, span: Span) -> DaySet:
        """Anchor days on which the condition holds, given the days of its fact."""
        condition = self.condition
        days = held if condition.holds else span.every_day ^ held
        if condition.within is not None:
            days = span.held_within(days, condition.within)
        elif condition.for_at_least is not None and condition.holds:
            days = span.held_for(days, condition.for_at_least)
        elif condition.for_at_least is not None:
            # "on none of those days": what was before the history is not known to have held
            days = span.every_day ^ span.held_within(held, condition.for_at_least)
        return days | self.free


@dataclass(frozen=True, slots=True)
class Effect:
    """A fact given from the start (or the end) of the service, for `valid` days or for ever."""

    fact: int
    at_end: bool
    valid: int | None
    longer: int | None
    longer_switch: Switches

    def valid_for(self, switches: Switches) -> int | None:
        """Days it holds with these rules bent; None is for ever."""
        bent = self.longer is not None and self.longer_switch & switches
        return self.longer if bent else self.valid


class Door(NamedTuple):
    """A service with one of its waits. Bending the rule on a wait opens a second door, with the
    shorter wait; the first stays open, so that being helped sooner is never forced."""

    service: str
    wait: int


@dataclass(frozen=True, slots=True)
class Way:
    """One conjunction of conditions that leads through a door, or makes a helper fact hold.
    `needs_on`: switches without which this way does not exist. `plain` and `timed` are the
    literals again, apart: of a plain one only its fact and its waiver count. `gifts` are the
    effects again, each with the days from the application until it begins."""

    door: Door | None
    needs_on: Switches
    literals: tuple[Literal, ...]
    wait: int
    length: int
    effects: tuple[Effect, ...]
    open_days: DaySet
    all_days: DaySet
    open_switch: Switches
    plain: tuple[tuple[int, Switches], ...] = field(init=False, repr=False)
    timed: tuple[Literal, ...] = field(init=False, repr=False)
    gifts: tuple[tuple[int, Effect], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        plain = tuple((found.fact, found.waiver) for found in self.literals if found.plain)
        object.__setattr__(self, "plain", plain)
        timed = tuple(found for found in self.literals if not found.plain)
        object.__setattr__(self, "timed", timed)
        end = self.wait + self.length
        gifts = tuple((end if given.at_end else self.wait, given) for given in self.effects)
        object.__setattr__(self, "gifts", gifts)

    @property
    def service(self) -> str | None:
        return self.door.service if self.door else None


@dataclass(frozen=True, slots=True)
class Maintained:
    """A fact that stays true from day to day while a support was received within some days."""

    fact: int
    within: int
    supports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """`hidden` days of a fact never hold, whoever gives it: what a plan takes away on the way
    (`branches.py`). A condition that a fact does not hold looks at the days `own`, without that."""

    world: World
    situation: Situation
    span: Span
    facts: tuple[str, ...]
    index: Mapping[str, int]
    initial: tuple[DaySet, ...]
    ways: tuple[Way, ...]
    ways_of_service: Mapping[str, tuple[int, ...]]
    doors: Mapping[str, tuple[Door, ...]]
    maintained: tuple[Maintained, ...]
    supports: tuple[int, ...]
    rule_switch: Mapping[str, Switches]
    service_switch: Mapping[str, Switches]
    all_services: Switches
    goals: tuple[Goal, ...]
    hidden: Mapping[int, DaySet] = field(default_factory=dict)
    own: tuple[DaySet, ...] | None = None

    def bend(self, rules: Iterable[str]) -> Switches:
        """The switches of these rules together."""
        mask = 0
        for rule in rules:
            mask |= self.rule_switch[rule]
        return mask

    def rules_in(self, mask: Switches) -> tuple[str, ...]:
        """Rules that are on, in the order of the world."""
        return tuple(rule for rule, switch in self.rule_switch.items() if mask & switch)

    def services_in(self, mask: Switches) -> tuple[str, ...]:
        return tuple(name for name, switch in self.service_switch.items() if mask & switch)
