# SPDX-License-Identifier: EUPL-1.2
"""What changing rules for everybody brings to all these people together.

Of one person a rule or a set of rules wins the difference in weighted lateness; of all people the sum
of that. Days are weighted days of fictional people, whole numbers, and nothing is rounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ruimbaan.analytics.population.questions import Want
from ruimbaan.core.planner.staircase import Staircase

Rules = frozenset[str]
NOTHING: Rules = frozenset()


@dataclass(frozen=True, slots=True)
class Won:
    """`people`: of whom some goal comes fewer days late. `reached`: goals that practice does not reach
    within the horizon, and this does."""

    days: int
    people: int
    reached: int


@dataclass(frozen=True, slots=True)
class Profile:
    """All who have the same staircase, with what each step of it wins of them together. `steps`:
    irreducible sets of rules and the days they win, the fewest rules first."""

    steps: tuple[tuple[Rules, int], ...]

    def days(self, bent: Rules) -> int:
        return max((days for rules, days in self.steps if rules <= bent), default=0)


class Figures:
    """Asks of people, with the staircase of each question; `horizon` in days."""

    def __init__(
        self,
        people: Mapping[tuple[Want, ...], int],
        staircases: Sequence[Staircase],
        horizon: int,
    ) -> None:
        self.horizon = horizon
        self.shapes = tuple(dict.fromkeys(staircases))
        number = {shape: at for at, shape in enumerate(self.shapes)}
        self.people: Counter[tuple[Want, ...]] = Counter()
        for wants, count in people.items():
            same = (
                Want(number[staircases[one.question]], one.needed_by, one.weight) for one in wants
            )
            self.people[tuple(sorted(same))] += count
        self.wanted: Counter[Want] = Counter()
        for wants, count in self.people.items():
            for one in wants:
                self.wanted[one] += count
        self.profiles = self._profiles()

    def late_days(self) -> int:
        """Weighted days that all are late together in practice."""
        return sum(
            count * one.weight * max(0, self.shapes[one.question].practice - one.needed_by)
            for one, count in self.wanted.items()
        )

    def best_days(self) -> int:
        """Weighted days won with all rules bent that may be."""
        return sum(
            count * self._gain(one, self.shapes[one.question].best)
            for one, count in self.wanted.items()
        )

    def days(self, bent: Rules) -> int:
        return sum(profile.days(bent) for profile in self.profiles)

    def won(self, bent: Rules) -> Won:
        arrives = [_arrives(shape, bent) for shape in self.shapes]
        gains = {one: self._gain(one, arrives[one.question]) for one in self.wanted}
        return Won(
            days=sum(count * gains[one] for one, count in self.wanted.items()),
            people=sum(
                count for wants, count in self.people.items() if any(gains[one] for one in wants)
            ),
            reached=sum(
                count
                for one, count in self.wanted.items()
                if arrives[one.question] < self.shapes[one.question].practice == self.horizon
            ),
        )

    def pairs(self, rules: Iterable[str]) -> dict[tuple[str, str], int]:
        """What each two rules win together beyond the sum of what each wins alone; below zero when
        they win in part the same days. Only pairs for which it is not zero."""
        among = set(rules)
        beyond: Counter[tuple[str, str]] = Counter()
        for profile in self.profiles:
            small = [(one, days) for one, days in profile.steps if len(one) <= 2 and one <= among]
            touched = sorted(frozenset().union(*(one for one, _ in small)))
            alone = {one: profile.days(frozenset({one})) for one in touched}
            for first, second in combinations(touched, 2):
                together = profile.days(frozenset({first, second}))
                beyond[first, second] += together - alone[first] - alone[second]
        return {pair: days for pair, days in beyond.items() if days}

    def _profiles(self) -> tuple[Profile, ...]:
        by_shape: dict[int, list[Want]] = {}
        for one in self.wanted:
            by_shape.setdefault(one.question, []).append(one)
        found = []
        for number, wants in by_shape.items():
            shape = self.shapes[number]
            steps = [
                (
                    frozenset(stair.rules),
                    sum(self.wanted[one] * self._gain(one, stair.arrives) for one in wants),
                )
                for stair in shape.stairs
            ]
            if any(days for _, days in steps):
                found.append(Profile(tuple((rules, days) for rules, days in steps if days)))
        return tuple(found)

    def _gain(self, one: Want, arrives: int) -> int:
        late = max(0, self.shapes[one.question].practice - one.needed_by)
        return one.weight * (late - max(0, arrives - one.needed_by))


def _arrives(shape: Staircase, bent: Rules) -> int:
    sooner = (
        stair.arrives for stair in (*shape.stairs, *shape.beside) if bent.issuperset(stair.rules)
    )
    return min(sooner, default=shape.practice)
