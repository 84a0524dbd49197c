# SPDX-License-Identifier: EUPL-1.2
"""Is a front proven? Everything it claims is worked out again, by the core and from its cuts alone.

Nothing here shares code with the search: a cut is true when the core, with everything else bent,
comes to the lateness that is claimed for it; and a price is proven when the core finds no cheaper
set that hits all cuts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.analytics.planning.proof import Cut, Found
from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.planner.cheapest import cheapest_hitting
from ruimbaan.core.planner.front import asked
from ruimbaan.core.planner.lateness import lateness
from ruimbaan.core.planner.problem import Switches, bits


def unproven(search: Search, found: Found) -> list[str]:
    """What does not follow, in words; nothing when all of it does."""
    prices = asked(search.problem, search.bendable)
    return [*_rows(search, found, prices), *_cuts(search, found), *_claims(search, found, prices)]


def _rows(search: Search, found: Found, prices: dict[Switches, int]) -> Iterator[str]:
    """Each row, and the one that the search was at, is what it says."""
    known = found.gap.known if found.gap else None
    for row in (*found.rows, *([known] if known else [])):
        asks = sum(prices[switch] for switch in bits(row.bent))
        late = _lateness(search, row.bent)
        if (asks, late) != (row.asks, row.lateness):
            yield f"{row} asks {asks} and comes {late} weighted days late"
        for switch in bits(row.bent):
            if _lateness(search, row.bent ^ switch) <= row.lateness:
                yield f"{row}: {search.problem.rules_in(switch)} makes no difference"


def _cuts(search: Search, found: Found) -> Iterator[str]:
    for cut in found.cuts:
        late = _lateness(search, search.bendable & ~cut.switches)
        if late < cut.late:
            yield f"{cut}: with all others bent things come {late} weighted days late"


def _claims(search: Search, found: Found, prices: dict[Switches, int]) -> Iterator[str]:
    """No claim of the form "to be less late than this asks that much" lacks its cuts."""
    claims: list[tuple[int, int | None]] = []
    for before, row in zip(found.rows, found.rows[1:], strict=False):
        claims.append((before.lateness - search.delta, row.asks - 1))
        claims.append((row.lateness - 1, row.asks))
    if found.gap:
        claims.append((found.gap.lateness, found.gap.asks_at_least - 1))
    else:
        claims.append((found.rows[-1].lateness - search.delta, search.budget))
    for at_most, price in claims:
        cheaper = _cheapest(found.cuts, prices, at_most, price)
        if at_most >= 0 and cheaper is not None and _is_open(search, at_most):
            yield f"{search.problem.rules_in(cheaper)} may come to {at_most} for at most {price}"


def _cheapest(
    cuts: tuple[Cut, ...], prices: dict[Switches, int], at_most: int, price: int | None
) -> Switches | None:
    """A set for at most this price that no cut forbids."""
    return cheapest_hitting([c.switches for c in cuts if c.late > at_most], prices, price)


def _is_open(search: Search, at_most: int) -> bool:
    """Can anything come to that at all? What nothing comes to needs no cuts."""
    return _lateness(search, search.bendable) <= at_most


def _lateness(search: Search, bent: Switches) -> int:
    state = search.schedule.solve(search.problem.all_services | bent)
    return lateness(search.problem, state.held, search.problem.goals)
