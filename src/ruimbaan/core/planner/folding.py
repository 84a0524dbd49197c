# SPDX-License-Identifier: EUPL-1.2
"""A long chain of facts that wait for each other, told in few links.

Services come in ladders: a report, then the research, then the decision, then the start. A fact
that can only be had through the next one is a rung; told are the top and the bottom of its ladder.
What is told stays true, and no rule disappears from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ruimbaan.core.planner.answer import Block

TOLD_WHOLE = 5  # links: more than this nobody reads in one breath


def folded(links: Sequence[Block], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The chain, with one rung after the other left out until it can be told; `blocks` is every
    blocked way of the set. A rung is a fact for which every way waits for the same one."""
    chain = list(links)
    while len(chain) > TOLD_WHOLE:
        at = next(
            (at for at in range(1, len(chain)) if _is_rung(chain[at - 1 : at + 1], blocks)), None
        )
        if at is None:
            break
        upper, lower = chain[at - 1], chain[at]
        rule = upper.rule or lower.rule
        over = replace(upper, waits_for=lower.waits_for, holds=lower.holds, rule=rule)
        chain[at - 1 : at + 1] = [over]
    return tuple(chain)


def _is_rung(pair: Sequence[Block], blocks: Sequence[Block]) -> bool:
    upper, lower = pair
    ways = {block.waits_for for block in blocks if block.fact == lower.fact}
    both_ruled = upper.rule and lower.rule and upper.rule != lower.rule
    return ways == {lower.waits_for} and upper.holds and not both_ruled
