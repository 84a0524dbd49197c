# SPDX-License-Identifier: EUPL-1.2
"""The whole front of lateness against what it asks, compiled: the rows of
`ruimbaan.core.planner.front`, the same rules in each, within a second or with a proven gap.

The questions are those of the core: the cheapest price at which things get `delta` weighted days
better, the best that this price can buy, and of the sets that buy it the one that stands earliest on
the ladder, is smallest, and whose mask is the smallest number.
"""

from __future__ import annotations

from time import perf_counter

from ruimbaan.analytics.planning.compiling import Compiled
from ruimbaan.analytics.planning.hitting_table import ANY, SMALLEST
from ruimbaan.analytics.planning.hunting import (
    Clock,
    Hunter,
    TimeIsUp,
    at_least,
    lateness_of,
    price_of,
)
from ruimbaan.analytics.planning.implicit import Known
from ruimbaan.analytics.planning.proof import Found, Gap
from ruimbaan.core.planner.front import ONE_UNIT, Row, asked, ordered
from ruimbaan.core.planner.problem import Switches, bits


class CompiledFront:
    """Builds the rows one by one, sharing what was learnt between them."""

    def __init__(
        self,
        compiled: Compiled,
        base: Switches,
        bendable: Switches,
        *,
        delta: int,
        budget: int | None = None,
    ) -> None:
        """`base`: the switches that are on in practice. `budget`: what a row may ask at most."""
        self.asks = {
            switch: price
            for switch, price in asked(compiled.problem, bendable).items()
            if (budget is None or price <= budget) and _touches(compiled, switch)
        }
        self.free = sum(switch for switch, price in self.asks.items() if price == 0)
        self.costly = {switch: price for switch, price in self.asks.items() if price}
        self.order = ordered(compiled.problem, sum(self.asks))
        self.most = sum(self.asks.values()) if budget is None else budget
        self.delta = delta
        self.hunter = Hunter(compiled, base, self.order)

    def found(self, seconds: float, clock: Clock = perf_counter) -> Found:
        """All rows that are proven within so many seconds, and what is known of the next."""
        self.hunter.clock, self.hunter.until = clock, clock() + seconds
        rows = [self.row(0)]
        best, gap = self.hunter.lateness(sum(self.asks)), None
        while gap is None and rows[-1].lateness - self.delta >= best:
            after = self.next_after(rows[-1])
            if after is None:
                break
            if isinstance(after, Gap):
                gap = after
            else:
                rows.append(after)
        return Found(tuple(rows), gap, self.hunter.proof())

    def next_after(self, row: Row) -> Row | Gap | None:
        """The next row; None when nothing within the budget makes things so much better."""
        wanted = row.lateness - self.delta
        try:
            cheapest = self.cheaply(wanted, self.most, row.asks)
        except TimeIsUp as cut_short:
            return self.gap(wanted, cut_short.known)
        if cheapest is None:
            return None
        best = cheapest
        try:
            while (better := self.sooner(best)) is not None:
                best = better
            return self.first_on_the_ladder(best)
        except TimeIsUp:
            return self.gap(wanted, best)

    def cheaply(self, at_most: int, most: int, at_least: int) -> Known | None:
        """The least price, from `at_least` to `most`, at which the lateness is at most this."""
        return self.hunter.cheapest(
            self.costly, ANY, at_most=at_most, most=most, at_least=at_least, given=self.free
        )

    def sooner(self, known: Known) -> Known | None:
        """What asks as much and comes sooner."""
        price = price_of(known)
        return self.cheaply(lateness_of(known) - 1, price, price)

    def first_on_the_ladder(self, known: Known) -> Row:
        """Of all that asks as much and comes as soon, the set that is shown."""
        price = price_of(known)
        chosen = self.hunter.cheapest(
            {switch: self.order[switch] for switch, asks in self.asks.items() if asks <= price},
            SMALLEST,
            at_most=lateness_of(known),
            most=(price + 1) * ONE_UNIT - 1,
            at_least=price * ONE_UNIT,
        )
        if chosen is None:
            raise AssertionError("what was found is lost")
        return self.row(self.hunter.mask(chosen))

    def gap(self, at_most: int, known: Known) -> Gap:
        row = None
        if lateness_of(known) >= 0:
            row = self.without_spare(self.hunter.mask(known) | self.free, lateness_of(known))
        return Gap(at_most, at_least(known), row)

    def without_spare(self, bent: Switches, late: int) -> Row:
        """Leave out what makes no difference, what asks most first."""
        for switch in sorted(bits(bent), key=lambda one: self.order[one], reverse=True):
            if self.hunter.lateness(bent ^ switch) <= late:
                bent ^= switch
        return self.row(bent)

    def row(self, bent: Switches) -> Row:
        asks = sum(self.asks[switch] for switch in bits(bent))
        return Row(bent, asks, self.hunter.lateness(bent))


def _touches(compiled: Compiled, switch: Switches) -> bool:
    """Does anything change when this goes on?"""
    number, places = switch.bit_length() - 1, compiled.layout.touched_of
    return bool(places[number] < places[number + 1])
