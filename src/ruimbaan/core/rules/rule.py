# SPDX-License-Identifier: EUPL-1.2
"""A rule: what stands between a person and support, who made it and who may bend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text


class RuleClass(StrEnum):
    """How the planner orders rules: softer first. Follows from the layer."""

    HABIT = "habit"
    PROCEDURE = "procedure"
    CONTRACT = "contract"
    POLICY = "policy"
    ORDINANCE = "ordinance"
    LAW = "law"


class Flexibility(StrEnum):
    """What bending the rule does: drop the need, shorten the wait, or nothing at all."""

    WAIVE = "waive"
    SHORTEN = "shorten"
    NO = "no"


class LadderStep(StrEnum):
    """The lowest rung of the ladder on which a rule may be bent (world README, "The ladder")."""

    START_EARLIER = "start-earlier"
    OTHER_GATE = "other-gate"
    HOOK = "hook"
    FLEX = "flex"
    CHANGE = "change"


DEFAULT_ASKS: Mapping[RuleClass, int | None] = {
    RuleClass.HABIT: 1,
    RuleClass.PROCEDURE: 3,
    RuleClass.CONTRACT: 8,
    RuleClass.POLICY: 8,
    RuleClass.ORDINANCE: 16,
    RuleClass.LAW: None,
}
ASKED_OF_A_SHORTENED_LAW = 16


@dataclass(frozen=True, slots=True)
class Rule:
    """`asks` orders the search and is never shown to people; None means that nobody below
    the legislator may bend it. `mandate` says who may say yes and in whose name, `talk_to` only
    with whom one talks; `covered_by` who promised beforehand to stand behind whoever bends it. A
    period of validity is half-open; None is open-ended."""

    id: str
    title: Text
    rule_class: RuleClass
    flexible: Flexibility = Flexibility.WAIVE
    asks: int | None = None
    step: LadderStep = LadderStep.FLEX
    mandate: Text = Text("")
    talk_to: Text = Text("")
    covered_by: Text = Text("")
    source: str = ""
    deviate: Text = Text("")
    sentence: Text = Text("")
    ask_sentence: Text = Text("")
    conflicts_with: str = ""
    duty: bool = False
    valid_from: date | None = None
    valid_until: date | None = None
    number: str = ""
    layer: str = ""
    role: str = ""
    hook_of: str = ""
    status: str = ""

    @property
    def may_bend(self) -> bool:
        return self.flexible is not Flexibility.NO and self.asks is not None

    @property
    def is_right(self) -> bool:
        """Bending it is no favour: a duty, or a practice against a higher rule."""
        return self.duty or bool(self.conflicts_with)
