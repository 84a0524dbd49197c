# SPDX-License-Identifier: EUPL-1.2
"""Rules from a world file, as the planner needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruimbaan.core.rules.layers import CLASS_OF, Layer
from ruimbaan.core.rules.rule import (
    ASKED_OF_A_SHORTENED_LAW,
    DEFAULT_ASKS,
    Flexibility,
    LadderStep,
    Rule,
    RuleClass,
)
from ruimbaan.integrations.worldfile import meaning_errors as wrong
from ruimbaan.integrations.worldfile.build_rule_texts import (
    TextSources,
    build_mandates,
    build_sources,
    mandate_in_words,
    plain_text,
    talk_to,
)
from ruimbaan.integrations.worldfile.places import LocatedMap
from ruimbaan.integrations.worldfile.values import Values, text

Costs = Mapping[RuleClass, int | None]


@dataclass(frozen=True, slots=True)
class RuleMaker:
    """Makes rules of one world: with its costs, its laws and its shared plain texts."""

    costs: Costs
    texts: TextSources
    values: Values

    def rule(self, name: str, node: LocatedMap) -> Rule:
        values = self.values
        valid = values.some_date(node, "valid_from"), values.some_date(node, "valid_until")
        values.in_order(node, "valid_from", "valid_until", valid)
        rule_class, flexible = self._class(node), _flexible(node)
        asks = _asks(node, rule_class, flexible, self.costs)
        bends = flexible is not Flexibility.NO and asks is not None
        plain = plain_text(name, node, self.texts)
        mandates = build_mandates(node)
        return Rule(
            id=name,
            title=text(node, "title"),
            rule_class=rule_class,
            flexible=flexible,
            asks=asks,
            step=LadderStep(node.get("step", "flex" if bends else "change")),
            mandate=text(node, "mandate") if "mandate" in node else mandate_in_words(mandates),
            talk_to=talk_to(mandates),
            source=self._source(node),
            deviate=text(node if "deviate" in node else node.get("hook", {}), _room(node)),
            sentence=text(node, "sentence"),
            ask_sentence=text(node, "ask") if "ask" in node else plain.say_this,
            conflicts_with=node.get("conflicts_with", ""),
            duty=node.get("duty", False),
            valid_from=valid[0],
            valid_until=valid[1],
            number=node.get("number", ""),
            layer=node.get("layer", ""),
            role=node.get("role", ""),
            hook_of=values.some_rule(node, "hook_of") or "",
            status=node.get("status", ""),
        )

    def _class(self, node: LocatedMap) -> RuleClass:
        if "layer" not in node:
            return RuleClass(node["class"])
        expected = CLASS_OF[Layer(node["layer"])]
        found = node.get("class", expected)
        if found != expected:
            self.values.problems.add(
                wrong.ClassOfOtherLayer(
                    node.at("class"), layer=node["layer"], expected=expected, found=found
                )
            )
        return expected

    def _source(self, node: LocatedMap) -> str:
        """As one cites it; a law is cited in Dutch in every language."""
        sources = build_sources(node, self.texts, self.values)
        return "; ".join(source.cited.nl for source in sources)


def class_costs(given: Mapping[str, Any]) -> Costs:
    """What a rule of each class asks in this world."""
    return {
        rule_class: _cost(given[rule_class]) if rule_class in given else default
        for rule_class, default in DEFAULT_ASKS.items()
    }


def _cost(value: int | str) -> int | None:
    return value if isinstance(value, int) else None


def _room(node: LocatedMap) -> str:
    return "deviate" if "deviate" in node else "says"


def _flexible(node: LocatedMap) -> Flexibility:
    written = node.get("flexible", "waive")
    return Flexibility.NO if written is False else Flexibility(written)


def _asks(
    node: LocatedMap, rule_class: RuleClass, flexible: Flexibility, costs: Costs
) -> int | None:
    """What bending asks: its own cost, nothing for a duty or a wrong practice, else its class."""
    if "cost" in node:
        return _cost(node["cost"])
    if node.get("duty") or "conflicts_with" in node:
        return 0
    if rule_class is RuleClass.LAW and flexible is Flexibility.SHORTEN:
        return ASKED_OF_A_SHORTENED_LAW
    return costs[rule_class]
