# SPDX-License-Identifier: EUPL-1.2
"""What is open against a no: objection against an authority, and something else against others."""

from __future__ import annotations

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import CLASS_OF, Layer
from ruimbaan.core.rules.remedy import Remedy, remedy_of
from ruimbaan.core.rules.rule import Rule
from ruimbaan.core.rules.rulebook import Effect, Law, RuleText, Source


def rule(layer: Layer | None, *laws: str) -> RuleText:
    kept = Rule("R01", Text("Een regel"), CLASS_OF[layer or Layer.HABIT], asks=1)
    sources = tuple(Source(Law(one, Text(one), one)) for one in laws)
    return RuleText(kept, "R01", layer, Effect.GATE, sources=sources)


@pytest.mark.parametrize(
    ("one", "remedy"),
    [
        (rule(Layer.HARD, "wmo"), Remedy.OBJECTION),
        (rule(Layer.POLICY), Remedy.OBJECTION),
        (rule(Layer.ORDINANCE, "wgs"), Remedy.OBJECTION),
        (rule(Layer.HARD, "zvw", "bzv"), Remedy.INSURER),
        (rule(Layer.HARD, "bw7"), Remedy.CARE),
        (rule(Layer.HARD, "wfz", "bzv"), Remedy.CARE),  # the first law says between whom
        (rule(Layer.HARD, "wmo", "zvw"), Remedy.OBJECTION),
        (rule(Layer.CONTRACT, "zvw"), Remedy.NONE),
        (rule(Layer.PROCEDURE), Remedy.NONE),
        (rule(Layer.HABIT, "wmo"), Remedy.NONE),
        (rule(None, "wmo"), Remedy.NONE),
    ],
)
def test_who_says_no_decides_what_is_open(one: RuleText, remedy: Remedy):
    assert remedy_of(one) is remedy
