# SPDX-License-Identifier: EUPL-1.2
"""What if one rule gave more room here? For one person: each goal without it and with it.

"Room" is that the rule alone is bent, next to practice. It does not ask whether somebody may bend
it: that is said beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.world import World


@dataclass(frozen=True, slots=True)
class Gain:
    """The first day of a goal, without and with the room; None: not within the horizon."""

    goal: str
    before: int | None
    after: int | None

    @property
    def days_won(self) -> int | None:
        """None when the goal was not reached at all before."""
        if self.before is None or self.after is None:
            return None
        return self.before - self.after


class MoreRoom:
    """One person in one world, asked about one set of rules after another. `before` has the first
    day of each goal in practice."""

    def __init__(self, world: World, situation: Situation) -> None:
        self._problem = lay_out(world, situation)
        self._practice = solve_once(self._problem, self._problem.all_services)
        self._schedule = Schedule(self._problem, self._practice)
        self.before = arrivals(self._problem, self._practice)

    def is_met(self, rule: str) -> bool:
        """Whether this rule stands on any way that is planned with here."""
        switch = self._problem.rule_switch.get(rule, 0)
        return bool(switch & self._schedule.effective)

    def gains(self, rules: Iterable[str]) -> tuple[Gain, ...]:
        """The goals that come sooner with all of these rules bent, in the order of the person. None
        when nothing comes sooner: more room never makes anything later. Raises KeyError for a rule
        that is not in this world."""
        state = self._schedule.extend(self._practice, self._problem.bend(rules))
        after = arrivals(self._problem, state)
        found = (Gain(goal, day, after[goal]) for goal, day in self.before.items())
        return tuple(gain for gain in found if gain.before != gain.after)
