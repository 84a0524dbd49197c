# SPDX-License-Identifier: EUPL-1.2
"""The whole front of weighted lateness against what it asks of people, with the smallest sets.

For each row two questions: the cheapest sum of what is asked at which things get at least
`delta` weighted days better, and then the best that this sum can buy. Last, of all sets that buy
it, the one that stands earliest on the ladder and is smallest; when there are more of those, the one
whose mask is the smallest number, which leans on rules that stand early in the world. So the answer
does not hang on the order in which a search looks at things.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.planner.cheapest import Cheapest, SearchCutShort
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.problem import Problem, Switches, bits
from ruimbaan.core.rules.rule import LadderStep, Rule

TIE_BREAK = {LadderStep.START_EARLIER: 1, LadderStep.OTHER_GATE: 2, LadderStep.HOOK: 3}
TIE_BREAK_ELSE = 5
# One unit of what is asked outweighs every tie-break there can be in one world.
ONE_UNIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One point of the front: the rules bent and what comes of it."""

    bent: Switches
    asks: int
    lateness: int


def asked(problem: Problem, bendable: Switches) -> dict[Switches, int]:
    """What bending each of these rules asks of people."""
    return {
        switch: rule.asks or 0
        for rule, switch in _rules(problem)
        if switch & bendable and rule.may_bend
    }


def ordered(problem: Problem, bendable: Switches) -> dict[Switches, int]:
    """What is asked first, then the ladder and the number of rules as tie-break."""
    return {
        switch: (rule.asks or 0) * ONE_UNIT + TIE_BREAK.get(rule.step, TIE_BREAK_ELSE)
        for rule, switch in _rules(problem)
        if switch & bendable
    }


def _rules(problem: Problem) -> list[tuple[Rule, Switches]]:
    return [(rule, problem.rule_switch[rule.id]) for rule in problem.world.rules.values()]


class Front:
    """Builds the rows one by one, sharing what was learnt between them."""

    def __init__(self, target: Target, bendable: Switches, delta: int, tries: int) -> None:
        problem = target.schedule.problem
        self.problem = problem
        self.target = target
        self.delta = delta
        self.search = Cheapest(target, tries)
        weights = asked(problem, bendable)
        self.free = sum(switch for switch, cost in weights.items() if cost == 0)
        self.costly = {switch: cost for switch, cost in weights.items() if cost}
        self.order = ordered(problem, bendable)

    def rows(self) -> tuple[list[Row], bool]:
        """All rows, cheapest first, and whether the search was complete."""
        rows = [self.practice()]
        best = self.target.lateness(self.target.start(sum(self.order)))
        try:
            while rows[-1].lateness - self.delta >= best:
                rows.append(self.next_after(rows[-1]))
        except SearchCutShort:
            return rows, False
        return rows, True

    def practice(self) -> Row:
        """Nothing bent."""
        return self._row(0)

    def next_after(self, row: Row) -> Row:
        """The next row; there is one when things can still get `delta` weighted days better."""
        wanted = row.lateness - self.delta
        cost, reached = self._cheaply(wanted, None)
        while True:
            proven = list(self.search.cuts)
            try:
                _, reached = self._cheaply(reached - 1, cost)
            except _TooDear:
                break
        # Cuts of the try that failed hold for less lateness only: keep them for the next row.
        stricter, self.search.cuts = self.search.cuts, proven
        self.target.at_most = reached
        bent = self.search.find(self.order)
        assert bent is not None  # `reached` was reached with rules from the same set
        bent = self._smallest_number(bent)
        self.search.cuts = list(dict.fromkeys(self.search.cuts + stricter))
        return self._row(bent)

    def _smallest_number(self, bent: Switches) -> Switches:
        """Of the sets that work for the same price the one that is the smallest number: its highest
        switch stays only when no set of lower ones can take its place, and so on downwards."""
        fixed, rest = 0, bent
        proven = list(self.search.cuts)
        while rest:
            highest = 1 << (rest.bit_length() - 1)
            lower = {switch: price for switch, price in self.order.items() if switch < highest}
            price = sum(self.order[switch] for switch in bits(rest))
            other = self.search.find(lower, given=fixed, budget=price)
            # Cuts found here know of the lower switches only.
            self.search.cuts = list(proven)
            if other is None:
                fixed, rest = fixed | highest, rest ^ highest
            else:
                rest = other
        return fixed

    def _cheaply(self, at_most: int, budget: int | None) -> tuple[int, int]:
        """Least cost at which the lateness is at most this, and the lateness it then has."""
        self.target.at_most = at_most
        chosen = self.search.find(self.costly, given=self.free, budget=budget)
        if chosen is None:
            raise _TooDear
        found = self.target.lateness(self.target.start(chosen | self.free))
        return sum(cost for switch, cost in self.costly.items() if switch & chosen), found

    def _row(self, bent: Switches) -> Row:
        asks = sum(cost for switch, cost in self.costly.items() if switch & bent)
        return Row(bent, asks, self.target.lateness(self.target.start(bent)))


class _TooDear(Exception):
    """No set within the budget is good enough."""


def cheapest_for(
    target: Target, weights: Mapping[Switches, int], at_most: int, tries: int
) -> Switches | None:
    """The cheapest of these switches with which the lateness is at most `at_most`."""
    target.at_most = at_most
    return Cheapest(target, tries).find(weights)
