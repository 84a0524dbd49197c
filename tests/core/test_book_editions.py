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
    Change,
    Edition,
    EditionRefused,
    Kind,
    Lean,
    changed_since,
    next_edition,
    sum_of,
    sum_of_text,
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


def lean(rule: str = "aa", wait: str = "14", figure: str = "70 > 42") -> Lean:
    return {
        Kind.RULE: {"R01": rule},
        Kind.WAIT: {"waalstad/W08": wait},
        Kind.FIGURE: {"waalstad/sterre/R01/begeleiding": figure},
    }


HERE = ("waalstad",)


def test_only_the_blocks_that_lean_on_something_else_are_flagged():
    edition = Edition(1, DAY, {"B01": lean(), "B02": lean()})

    assert changed_since(edition, {"B01": lean(), "B02": lean()}, HERE) == {}
    found = changed_since(edition, {"B01": lean(), "B02": lean(rule="cc"), "B03": lean()}, HERE)
    assert found == {"B02": (Change(Kind.RULE, "R01", "aa", "cc"),), "B03": ()}


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (lean(rule="bb"), Change(Kind.RULE, "R01", "aa", "bb")),
        (lean(wait="20"), Change(Kind.WAIT, "waalstad/W08", "14", "20")),
        (
            lean(figure="70 > 70"),
            Change(Kind.FIGURE, "waalstad/sterre/R01/begeleiding", "70 > 42", "70 > 70"),
        ),
        ({**lean(), Kind.WAIT: {}}, Change(Kind.WAIT, "waalstad/W08", "14", "")),
        (
            {**lean(), Kind.RULE: {"R01": "aa", "R02": "dd"}},
            Change(Kind.RULE, "R02", "", "dd"),
        ),
    ],
)
def test_a_rule_a_wait_and_a_figure_each_say_what_changed(now: Lean, change: Change):
    edition = Edition(1, DAY, {"B01": lean()})

    assert changed_since(edition, {"B01": now}, HERE) == {"B01": (change,)}


def test_a_region_that_is_not_here_says_nothing_of_its_waits():
    edition = Edition(1, DAY, {"B01": lean()})

    empty: Lean = {Kind.RULE: {"R01": "aa"}}
    assert changed_since(edition, {"B01": empty}, ()) == {}
    assert changed_since(edition, {"B01": empty}, HERE) != {}


def test_editions_are_counted_on_and_never_go_back_in_time():
    first = next_edition((), DAY, {"B01": lean()}, {"nl": sum_of_text("een"), "en": "x"})
    second = next_edition((first,), DAY, {"B01": lean(rule="bb")}, {})

    assert (first.number, second.number) == (1, 2)
    assert first.leans == {"B01": lean()}
    assert first.texts["nl"] != sum_of_text("twee")
    with pytest.raises(EditionRefused):
        next_edition((second, first), date(2026, 11, 21), {}, {})
