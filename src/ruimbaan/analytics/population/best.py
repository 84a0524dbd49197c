# SPDX-License-Identifier: EUPL-1.2
"""The k rules that win most days together: exactly, and beside it one by one.

What rules win is not submodular: two may win together what neither wins alone, so taking the best one
each time promises nothing. The exact choice is a branch and bound over the irreducible sets of all
people. Its bound, with `bent` chosen and r rules still to choose:

    each set M that is still possible and needs the rules N beyond `bent`, 1 <= |N| <= r, brings its
    people e(M) days more. Share e(M) evenly over N. Whatever is chosen, what M brings is at most the
    sum of its shares over the chosen rules; so all people together win at most the sum over the r
    greatest of u(rule), where u(rule) adds up, per profile, the greatest share that the rule has in it.

All whole numbers: shares are counted in parts that every |N| divides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import lcm

from ruimbaan.analytics.population.figures import NOTHING, Figures, Profile, Rules


@dataclass(frozen=True, slots=True)
class Choice:
    """`order`: as they were taken, or by name when all were chosen at once."""

    rules: tuple[str, ...]
    days: int


def greedy(figures: Figures, among: Sequence[str], most: int) -> list[Choice]:
    """For 1 to `most` rules: each time the rule that adds most, the first in order when equal. It
    stops when no rule adds anything."""
    found: list[Choice] = []
    bent: tuple[str, ...] = ()
    for _ in range(most):
        rest = [rule for rule in among if rule not in bent]
        days = {rule: figures.days(frozenset({*bent, rule})) for rule in rest}
        best = max(rest, key=days.__getitem__, default=None)
        if best is None or days[best] <= (found[-1].days if found else 0):
            break
        bent = (*bent, best)
        found.append(Choice(bent, days[best]))
    return found


def exact(figures: Figures, among: Sequence[str], most: int) -> list[Choice]:
    """For 1 to `most` rules the set that wins most of all sets of that size, proven. A size that wins
    no more than a smaller one is left out, and the next is still looked at: what no rule wins alone two
    may win together. It stops when all days that can be won are won."""
    found: list[Choice] = []
    by_one = greedy(figures, among, most)
    everything = figures.days(frozenset(among))
    for size in range(1, most + 1):
        won = found[-1].days if found else 0
        if won == everything:
            break
        known = max([*found, *by_one[:size]], key=lambda one: one.days, default=Choice((), 0))
        search = _Search(figures.profiles, size, known)
        search.visit(NOTHING, NOTHING, frozenset(among))
        if search.best.days <= won:
            continue
        order = {rule: place for place, rule in enumerate(among)}
        found.append(
            Choice(tuple(sorted(search.best.rules, key=order.__getitem__)), search.best.days)
        )
    return found


class _Search:
    def __init__(self, profiles: Iterable[Profile], size: int, known: Choice) -> None:
        self.profiles = tuple(profiles)
        self.size = size
        self.parts = lcm(*range(1, size + 1))
        self.best = known

    def visit(self, bent: Rules, banned: Rules, free: Rules) -> None:
        """All sets with `bent` and without `banned`."""
        won, shares = self._shares(bent, free)
        if won > self.best.days:
            self.best = Choice(tuple(sorted(bent)), won)
        left = self.size - len(bent)
        promise = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
        if not left or not promise:
            return
        if (
            won * self.parts + sum(days for _, days in promise[:left])
            <= self.best.days * self.parts
        ):
            return
        rule = promise[0][0]
        self.visit(bent | {rule}, banned, free - {rule})
        self.visit(bent, banned | {rule}, free - {rule})

    def _shares(self, bent: Rules, free: Rules) -> tuple[int, Counter[str]]:
        """What is won already, and per free rule its u (see above)."""
        left = self.size - len(bent)
        won, total = 0, Counter[str]()
        for profile in self.profiles:
            now = profile.days(bent)
            won += now
            greatest: dict[str, int] = {}
            for rules, days in profile.steps:
                more = rules - bent
                if days > now and len(more) <= left and more <= free:
                    share = (days - now) * self.parts // len(more)
                    for rule in more:
                        greatest[rule] = max(greatest.get(rule, 0), share)
            total.update(greatest)
        return won, total
