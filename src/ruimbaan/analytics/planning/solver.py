# SPDX-License-Identifier: EUPL-1.2
"""The planner's own answer, with its front found by compiled search."""

from __future__ import annotations

from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.planner.front import Row
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.solve import Solver

SECONDS = 60.0


class CompiledSolver(Solver):
    """The same answer. Only the rows of the front come from elsewhere, and not those that go round
    clashes: what clashes is lived through day by day, which is no question for sets of days."""

    def _front_of(self, target: Target) -> tuple[list[Row], bool]:
        if target is not self._target:
            return super()._front_of(target)
        search = Search(self.problem.world, self.problem.situation, delta=self.delta)
        found = search.found(SECONDS)
        return list(found.rows), found.complete
