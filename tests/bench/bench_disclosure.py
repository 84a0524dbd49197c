# SPDX-License-Identifier: EUPL-1.2
"""How long protecting and auditing one table takes, how much it hides, and how far that is from the
best there is."""

from __future__ import annotations

import sys
from time import process_time

import pytest

from ruimbaan.analytics.disclosure.auditing import Audited, audit
from ruimbaan.analytics.disclosure.optimum import least_cost
from ruimbaan.analytics.disclosure.protecting import costs, protect
from ruimbaan.analytics.disclosure.tables import Rule
from tests.analytics.disclosure.chance import plain, table

MOST_SECONDS = 2
FAR = 1.15


def took_and_share(cubes, rule: Rule) -> tuple[list[float], float]:
    took, hidden, finest = [], 0, 0
    for cube in cubes:
        begin = process_time()
        verdict = audit(protect("t", cube, rule), rule)
        took.append(process_time() - begin)
        assert isinstance(verdict, Audited)
        hidden += verdict.report.finest_hidden
        finest += verdict.report.finest
    return sorted(took), hidden / finest


@pytest.mark.parametrize("threshold", [5, 10])
def test_one_sparse_table(threshold):
    cubes = [plain(seed, ((4, 10), (4, 8))) for seed in range(30)]

    took, share = took_and_share(cubes, Rule(threshold))

    sys.stdout.write(
        f"\nthreshold {threshold}: half {took[15]:.2f} s, slowest {took[-1]:.2f} s of the processor;"
        f" hidden {share:.0%} of the finest cells\n"
    )
    assert took[-1] <= MOST_SECONDS


def test_trees_and_holders():
    took, share = took_and_share([table(seed) for seed in range(20)], Rule(10))

    sys.stdout.write(
        f"\nwith trees: half {took[10]:.2f} s, slowest {took[-1]:.2f} s; {share:.0%}\n"
    )
    assert took[-1] <= MOST_SECONDS


@pytest.mark.parametrize("threshold", [5, 10])
def test_beside_the_best_there_is(threshold):
    rule, cubes = Rule(threshold), [plain(seed, ((3, 5), (3, 5))) for seed in range(30)]
    ours = [float(costs(cube)[protect("t", cube, rule).hidden].sum()) for cube in cubes]
    best = [least_cost(cube, rule) for cube in cubes]

    far = [our / low for our, low in zip(ours, best, strict=True) if low]

    sys.stdout.write(
        f"\nthreshold {threshold}: {sum(ours) / sum(best):.3f} × the optimum, worst {max(far):.3f}\n"
    )
    assert max(far) <= FAR
