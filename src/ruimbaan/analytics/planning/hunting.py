# SPDX-License-Identifier: EUPL-1.2
"""One search after another over the same problem, with an eye on the clock.

What is learnt stays: the cuts of one question serve the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter

import numpy as np

from ruimbaan.analytics.planning.compiling import Compiled
from ruimbaan.analytics.planning.fixed_point import lateness, solve
from ruimbaan.analytics.planning.growing import COUNT, LEVELS, Cuts, more_room, new_cuts
from ruimbaan.analytics.planning.hitting import HIGHEST, as_words, numbers
from ruimbaan.analytics.planning.hitting_search import CUT_SHORT, FOUND
from ruimbaan.analytics.planning.implicit import AT_LEAST, LATE, PRICE, Hunt, Known, Wanted, find
from ruimbaan.analytics.planning.incremental import pop, push
from ruimbaan.analytics.planning.proof import Cut
from ruimbaan.analytics.planning.words import Words
from ruimbaan.analytics.planning.work import new_work
from ruimbaan.core.planner.problem import Switches

PUSHES = 64  # fixed points between two looks at the clock
ROOM = 256  # cuts, to begin with
WORST = -1  # no lateness yet
Clock = Callable[[], float]


class TimeIsUp(Exception):
    """What is known by now stands in `known`."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known


class Hunter:
    """Asks for the cheapest sets among some switches."""

    def __init__(self, compiled: Compiled, base: Switches, order: Mapping[Switches, int]) -> None:
        """`base`: the switches that are on already. `order`: the others, and which are tried first,
        the lowest first."""
        if sum(order.values()) >= HIGHEST:
            raise OverflowError("prices that do not fit in 64 bits")
        layout = compiled.layout
        self.compiled = compiled
        self.switches = sorted(order)
        self.names = compiled.numbers(sum(order))
        first = sorted(range(len(self.switches)), key=lambda at: order[self.switches[at]])
        self.cheap_first = np.array(first, np.int32)
        self.cuts: Cuts = new_cuts(ROOM, len(self.switches))
        self.work = new_work(layout, LEVELS)
        solve(layout, self.work, layout.initial, compiled.on(base))
        self.until = 0.0
        self.clock: Clock = perf_counter

    def cheapest(
        self,
        prices: Mapping[Switches, int],
        which: int,
        *,
        at_most: int,
        most: int,
        at_least: int,
        given: Switches = 0,
    ) -> Known | None:
        """The cheapest of these switches, on top of `given`, with which the lateness is `at_most`.

        There is none below the price `at_least`; above `most` it is of no use. Raises TimeIsUp.
        """
        if at_most < 0:
            return None
        wanted = Wanted(
            self.names,
            np.array([prices.get(switch, -1) for switch in self.switches], np.int64),
            self.cheap_first,
            self.words(given),
            which,
        )
        known = Known(np.array([at_least, most + 1, WORST], np.int64), self.words(0))
        state = CUT_SHORT
        while state == CUT_SHORT:
            hunt = Hunt(self.compiled.layout, self.work, wanted, known, self.cuts)
            state = find(hunt, at_most, PUSHES)
            if self.cuts.at[COUNT] == len(self.cuts.late):
                self.cuts = more_room(self.cuts)
            if state == CUT_SHORT and self.clock() > self.until:
                raise TimeIsUp(known)
        return known if state == FOUND else None

    def lateness(self, more: Switches) -> int:
        """In weighted days, with these on too."""
        names = self.compiled.numbers(more)
        push(self.compiled.layout, self.work, names, len(names), -1)
        late = lateness(self.compiled.layout, self.work)
        pop(self.work)
        return int(late)

    def words(self, mask: Switches) -> Words:
        on = [number for number, switch in enumerate(self.switches) if switch & mask]
        row: Words = as_words([on], len(self.switches))[0]
        return row

    def mask(self, known: Known) -> Switches:
        """The set that is known to work."""
        return self._mask(known.best)

    def _mask(self, words: Words) -> Switches:
        return sum(self.switches[number] for number in numbers(words))

    def proof(self) -> tuple[Cut, ...]:
        """The cuts that were learnt."""
        count = int(self.cuts.at[COUNT])
        sets, late = self.cuts.sets[:count], self.cuts.late[:count]
        return tuple(
            Cut(self._mask(words), int(days)) for words, days in zip(sets, late, strict=True)
        )


def price_of(known: Known) -> int:
    return int(known.at[PRICE])


def lateness_of(known: Known) -> int:
    """Below zero when no set is known to work."""
    return int(known.at[LATE])


def at_least(known: Known) -> int:
    """There is nothing that asks less."""
    return int(known.at[AT_LEAST])
