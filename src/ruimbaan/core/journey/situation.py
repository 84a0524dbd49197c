# SPDX-License-Identifier: EUPL-1.2
"""Where a person stands on day 0 and where the person wants to arrive."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ruimbaan.core.kernel.texts import Text

FOUR_WEEKS = 28  # days


@dataclass(frozen=True, slots=True)
class Window:
    """A fact that holds on the days [from_day, until); None is open-ended."""

    fact: str
    from_day: int | None = None
    until: int | None = None

    def counted_on(self, days: int) -> Window:
        """The same dates, counted from so many days later."""
        return Window(
            self.fact,
            None if self.from_day is None else self.from_day - days,
            None if self.until is None else self.until - days,
        )


@dataclass(frozen=True, slots=True)
class Goal:
    """What the person wants, by which day, and how much it weighs beside the other goals."""

    fact: str
    needed_by: int
    weight: int = 1
    why: Text = Text("")


def in_sight(needed_by: int, horizon: int) -> int:
    """The day by which a goal is wanted, for counting days late. One after all days of a plan is taken
    to be four weeks before the last of them: else a goal that is never reached would be in time, or so
    little late that nobody need be asked for it."""
    return needed_by if needed_by < horizon else max(0, horizon - FOUR_WEEKS)


@dataclass(frozen=True, slots=True)
class Situation:
    """`plan_from` is the first day on which the plan may apply for anything. `unknown` facts
    were not answered: they count as not held, and a finding says when they would matter.
    `most_appointments`: as many in any seven days as the person can manage; None is no limit."""

    id: str
    facts: tuple[Window, ...] = ()
    goals: tuple[Goal, ...] = ()
    plan_from: int = 0
    unknown: tuple[str, ...] = ()
    name: str = ""
    own_words: Text = Text("")
    most_appointments: int | None = None

    def counted_on(self, days: int) -> Situation:
        """The same dates, counted from so many days later. What was wanted can lie before day 0 then."""
        return replace(
            self,
            facts=tuple(window.counted_on(days) for window in self.facts),
            goals=tuple(replace(goal, needed_by=goal.needed_by - days) for goal in self.goals),
        )
