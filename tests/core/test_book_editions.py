# SPDX-License-Identifier: EUPL-1.2
"""What a block leans on has one sum; an edition keeps it, and a change is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import Layer
from ruimbaan.core.rules.rule import Rule, RuleClass
from ruimbaan.core.rules.rulebook import Hook, HookStrength, Mandate, RuleText, Source, Status
from ruimbaan.core.storybook.editions import (
    Edition,
    EditionRefused,
    changed_since,
    next_edition,
    sum_of,
)

DAY = date(2026, 11, 22)


def rule(name: str) -> RuleText:
    return RuleText(
        Rule(id=name, title=Text(name), rule_class=RuleClass.LAW),
        name,
        layer=Layer.HARD,
        sources=(Source(document=Text("huisregels")),),
        mandates=(Mandate(Text("de manager")),),
    )


def test_the_sum_does_not_depend_on_the_order():
    assert sum_of([rule("R01"), rule("R02")]) == sum_of([rule("R02"), rule("R01")])


@pytest.mark.parametrize(
    "change",
    [
        {"layer": Layer.HABIT},
        {"sources": (Source(document=Text("andere huisregels")),)},
        {"mandates": (Mandate(Text("de manager"), deputy=Text("de dienstdoende")),)},
        {"hook": Hook(HookStrength.DUTY, "18 lid 1", Text("moet afstemmen"))},
        {"status": Status.TO_VERIFY},
    ],
)
def test_whatever_changes_in_a_rule_changes_the_sum(change: dict[str, Any]):
    assert sum_of([replace(rule("R01"), **change)]) != sum_of([rule("R01")])


def test_parts_cannot_run_into_each_other():
    one = replace(rule("R01"), sources=(Source(document=Text("ab")), Source(document=Text("c"))))
    other = replace(rule("R01"), sources=(Source(document=Text("a")), Source(document=Text("bc"))))

    assert sum_of([one]) != sum_of([other])


def test_only_the_blocks_whose_rules_changed_are_flagged():
    edition = Edition(1, DAY, {"B01": "aa", "B02": "bb"})

    assert changed_since(edition, {"B01": "aa", "B02": "bb"}) == ()
    assert changed_since(edition, {"B01": "aa", "B02": "cc", "B03": "dd"}) == ("B02", "B03")


def test_editions_are_counted_on_and_never_go_back_in_time():
    first = next_edition((), DAY, {"B01": "aa"})
    second = next_edition((first,), DAY, {"B01": "bb"})

    assert (first.number, second.number) == (1, 2)
    assert first.leans == {"B01": "aa"}
    with pytest.raises(EditionRefused):
        next_edition((second, first), date(2026, 11, 21), {})
