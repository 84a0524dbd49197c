# SPDX-License-Identifier: EUPL-1.2
"""The cheapest safe table there is, by one integer program: for small tables, to compare with.

Fischetti and Salazar (2001): a yes or no for each cell, and for each attacker and small cell a copy
of all groups, in which only hidden cells may differ and the threshold fits in that cell.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import block_diag, csr_array, hstack, lil_array, vstack

from ruimbaan.analytics.disclosure.attacking import Insider
from ruimbaan.analytics.disclosure.auditing import targets_for
from ruimbaan.analytics.disclosure.cubes import Cube
from ruimbaan.analytics.disclosure.errors import CannotBeSafe
from ruimbaan.analytics.disclosure.protecting import costs
from ruimbaan.analytics.disclosure.sight import Sight, sight_of
from ruimbaan.analytics.disclosure.solving import Program, Real, minimum
from ruimbaan.analytics.disclosure.tables import Proposal, Rule
from ruimbaan.analytics.disclosure.watchers import watchers_of


def least_cost(cube: Cube, rule: Rule) -> float:
    """What hiding costs at least, as `costs` counts it. Copies may hold parts of people, so for more
    than two dimensions the true optimum may lie higher, never lower."""
    small = rule.small(cube.values)
    sight = sight_of(Proposal("", cube, small).table)
    copies = [
        _copy(cube, rule, sight, watcher, int(cell))
        for watcher in watchers_of(cube)
        for cell in targets_for(watcher, sight, np.flatnonzero(small))
    ]
    cost = costs(cube)
    if not copies:
        return 0.0
    groups = sight.rows.shape[1]
    choice = vstack([hidden for _, hidden, _, _ in copies])
    own = block_diag([rows for rows, _, _, _ in copies], format="csr")
    cells = cube.values.size
    free = np.where(small | (cube.values == 0), small, 1.0)
    program = Program(
        rows=csr_array(hstack([choice, own], format="csr")),
        lower=np.concatenate([lower for _, _, lower, _ in copies]),
        upper=np.concatenate([upper for _, _, _, upper in copies]),
        least=np.concatenate([small.astype(np.float64), np.zeros(groups * len(copies))]),
        most=np.concatenate([free, np.full(groups * len(copies), np.inf)]),
    )
    given = np.concatenate([cost, np.zeros(groups * len(copies))])
    whole = np.arange(given.size) < cells
    found = minimum(given, program, whole)
    if found is None:
        raise CannotBeSafe(cell="*")
    return float(cost @ np.rint(found[:cells]))


def _copy(
    cube: Cube, rule: Rule, sight: Sight, watcher: Insider, cell: int
) -> tuple[csr_array, csr_array, Real, Real]:
    """`value − lower·y ≤ rows·x ≤ value + upper·y`, and the threshold in the cell."""
    value = cube.values.astype(np.float64)
    # In a table of two dimensions one cell that gains d moves no other by more than d.
    need = float(rule.threshold - cube.values[cell])
    room = need if len(cube.dimensions) <= 2 else value.sum()
    down, up = np.minimum(np.maximum(value - 1, 0), room), np.full(value.size, room)
    down[watcher.cells] = 0
    up[watcher.cells] = 0
    rows, size = sight.rows[: value.size], value.size
    aim = lil_array((1, size))
    hidden = vstack([np.diag(down), np.diag(-up), csr_array(aim)], format="csr")
    lower = np.concatenate([value, np.full(size, -np.inf), [rule.threshold]])
    upper = np.concatenate([np.full(size, np.inf), value, [np.inf]])
    return vstack([rows, rows, rows[[cell], :]], format="csr"), hidden, lower, upper
