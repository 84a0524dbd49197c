# SPDX-License-Identifier: EUPL-1.2
"""The cheapest set of switches with which something works, exactly, by implicit hitting sets.

"Works" must be monotone: what works keeps working with more switches. Each time a candidate
fails it is grown to a largest set that still fails; every set that works then holds a switch
outside it. Those *cuts* stay true when more is demanded, so they are shared along a front.
After Haslum, Slaney and Thiébaux, "Minimal landmarks for optimal delete-free planning" (2012).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, Protocol, TypeVar

from ruimbaan.core.planner.problem import Switches, bits

S = TypeVar("S")


class SearchCutShort(Exception):
    """The search took more tries than it was given; what was found so far stands."""


class Trial(Protocol[S]):
    """What the search may ask: a state with switches on; does it work; and the state with more
    of them, or None when that works (nobody needs to know such a state to the end)."""

    def start(self, chosen: Switches) -> S: ...

    def works(self, state: S) -> bool: ...

    def still_failing(self, state: S, more: Switches) -> S | None: ...


class Cheapest(Generic[S]):
    """Finds the cheapest working sets for one trial; `tries` bounds the questions asked."""

    def __init__(self, trial: Trial[S], tries: int = 100_000) -> None:
        self.trial = trial
        self.tries = tries
        self.cuts: list[Switches] = []
        self.ever_cut: Switches = 0

    def find(
        self,
        weights: Mapping[Switches, int],
        *,
        given: Switches = 0,
        budget: int | None = None,
    ) -> Switches | None:
        """The cheapest set within `budget` that works together with `given`, or None.

        Raises SearchCutShort when the tries are used up.
        """
        self._count()
        if not self.trial.works(self.trial.start(sum(weights) | given)):
            return None
        while True:
            chosen = cheapest_hitting(self._open_cuts(given), weights, budget)
            if chosen is None:
                return None
            state = self.trial.start(chosen | given)
            self._count()
            if self.trial.works(state):
                return chosen
            cut = self._grow(state, chosen | given, weights)
            self.cuts = [known for known in self.cuts if known & cut != cut]
            self.cuts.append(cut)

    def _open_cuts(self, given: Switches) -> list[Switches]:
        return [cut for cut in self.cuts if not cut & given]

    def _count(self) -> None:
        self.tries -= 1
        if self.tries < 0:
            raise SearchCutShort

    def _grow(self, state: S, chosen: Switches, weights: Mapping[Switches, int]) -> Switches:
        """Add switches while it keeps failing; what had to stay out is a cut. First all at once
        that never were in a cut, as most have no part in this; then the others, cheap ones first.
        """
        rest = sorted((s for s in weights if not s & chosen), key=lambda s: weights[s])
        if len(rest) == 1:
            return rest[0]
        quiet = [switch for switch in rest if not switch & self.ever_cut]
        pieces = [[switch] for switch in reversed(rest) if switch & self.ever_cut]
        # All together they work, so when all are quiet the first look is at the halves.
        pieces += [quiet] if pieces and quiet else _halves(quiet)
        cut = 0
        while pieces:
            piece = pieces.pop()
            self._count()
            bigger = self.trial.still_failing(state, sum(piece))
            if bigger is not None:
                state = bigger
            elif len(piece) == 1:
                cut |= piece[0]
            else:
                pieces += _halves(piece)
        self.ever_cut |= cut
        return cut


def _halves(piece: list[Switches]) -> list[list[Switches]]:
    """The cheap half last, to be taken first."""
    half = len(piece) // 2
    return [part for part in (piece[half:], piece[:half]) if part]


def cheapest_hitting(
    cuts: Iterable[Switches], weights: Mapping[Switches, int], budget: int | None = None
) -> Switches | None:
    """The cheapest set with a switch of every cut; None when it costs more than `budget` or when
    a cut has no switch left. Branch and bound; the bound packs cuts that share no switch."""
    allowed = sum(weights)
    search = _HittingSearch(weights, budget)
    search.visit([cut & allowed for cut in _smallest_only(cuts)], 0, 0)
    return search.best


def _smallest_only(cuts: Iterable[Switches]) -> list[Switches]:
    kept: list[Switches] = []
    for cut in sorted(set(cuts), key=int.bit_count):
        if not any(small & cut == small for small in kept):
            kept.append(cut)
    return kept


class _HittingSearch:
    def __init__(self, weights: Mapping[Switches, int], budget: int | None) -> None:
        self.weights = weights
        self.best: Switches | None = None
        self.cost = (sum(weights.values()) if budget is None else budget) + 1

    def visit(self, cuts: list[Switches], chosen: Switches, cost: int) -> None:
        """Try all ways to hit `cuts`, given what is chosen; a banned switch is out of all cuts."""
        if not cuts:
            if cost < self.cost:
                self.best, self.cost = chosen, cost
            return
        if not all(cuts) or cost + self._bound(cuts) >= self.cost:
            return
        smallest = min(cuts, key=int.bit_count)
        for switch in self._by_promise(smallest, cuts):
            rest = [cut for cut in cuts if not cut & switch]
            self.visit(rest, chosen | switch, cost + self.weights[switch])
            cuts = [cut & ~switch for cut in cuts]
            if not all(cuts):
                return

    def _bound(self, cuts: list[Switches]) -> int:
        used, bound = 0, 0
        for cut in sorted(cuts, key=int.bit_count):
            if not cut & used:
                used |= cut
                bound += min(self.weights[switch] for switch in bits(cut))
        return bound

    def _by_promise(self, cut: Switches, cuts: list[Switches]) -> list[Switches]:
        def price(switch: Switches) -> tuple[float, int]:
            return (self.weights[switch] / sum(1 for c in cuts if c & switch), switch)

        return sorted(bits(cut), key=price)
