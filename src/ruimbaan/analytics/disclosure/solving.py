# SPDX-License-Identifier: EUPL-1.2
"""The one door to HiGHS: a linear program, in whole numbers when that is asked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from ruimbaan.analytics.disclosure.errors import NotSolved

Real = NDArray[np.float64]
OPTIMAL, INFEASIBLE, UNBOUNDED = 0, 2, 3
NODES = 20_000  # branches, never seconds: the same table gives the same answer on every machine


@dataclass(frozen=True)
class Program:
    """`lower ≤ rows·x ≤ upper`, and each x between `least` and `most`."""

    rows: csr_array
    lower: Real
    upper: Real
    least: Real
    most: Real


def minimum(cost: Real, program: Program, whole: NDArray[np.bool_]) -> Real | None:
    """Where `cost`·x is least; None when nothing fits. `whole` says which x are whole numbers.

    Raises NotSolved when HiGHS ran out of branches, and for a cost without a least value: who asks
    keeps everything bounded.
    """
    if not cost.size:
        fits = bool(np.all(program.lower <= 0) and np.all(program.upper >= 0))
        return np.zeros(0) if fits else None
    within = LinearConstraint(program.rows, program.lower, program.upper)
    done = milp(
        cost,
        integrality=whole.astype(np.int64),
        bounds=Bounds(program.least, program.most),
        constraints=within if program.rows.shape[0] else (),
        options={"node_limit": NODES, "mip_rel_gap": 0.0},
    )
    if done.status == INFEASIBLE:
        return None
    if done.status != OPTIMAL:
        raise NotSolved(reason=done.message)
    return np.asarray(done.x, dtype=np.float64)
