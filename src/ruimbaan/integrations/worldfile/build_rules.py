# SPDX-License-Identifier: EUPL-1.2
"""Facts and rules from a world file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.fact import Fact, FactKind, StorePolicy
from ruimbaan.core.rules.rule import (
    ASKED_OF_A_SHORTENED_LAW,
    DEFAULT_ASKS,
    Flexibility,
    LadderStep,
    Rule,
    RuleClass,
)
from ruimbaan.integrations.worldfile.places import LocatedMap
from ruimbaan.integrations.worldfile.values import Values, text


def build_fact(name: str, node: LocatedMap, values: Values) -> Fact:
    values.apart(node, "means", "maintained_by")
    maintained = node.get("maintained_by")
    return Fact(
        id=name,
        label=_label(name, node, values),
        short=text(node, "short"),
        domain=node.get("domain", ""),
        kind=FactKind(node.get("kind", "made")),
        again=node.get("again", True),
        store=StorePolicy(node.get("store", "own")),
        maintained_within=(
            None if maintained is None else values.length(maintained, "any_support_within")
        ),
    )


def _label(name: str, node: LocatedMap, values: Values) -> Text:
    if "label" not in node:
        return Text(words(name), node.get("en", ""))
    if isinstance(node["label"], str):
        return Text(node["label"], node.get("en", ""))
    values.apart(node, "label", "en")
    return text(node, "label")


def words(name: str) -> str:
    """A name as words, for want of a label."""
    plain = name.replace("-", " ").replace("_", " ")
    return plain[:1].upper() + plain[1:]


def class_costs(given: Mapping[str, Any]) -> Mapping[RuleClass, int | None]:
    """What a rule of each class asks in this world."""
    return {
        rule_class: _cost(given[rule_class]) if rule_class in given else default
        for rule_class, default in DEFAULT_ASKS.items()
    }


def _cost(value: int | str) -> int | None:
    return value if isinstance(value, int) else None


def build_rule(
    name: str, node: LocatedMap, costs: Mapping[RuleClass, int | None], values: Values
) -> Rule:
    valid = values.some_date(node, "valid_from"), values.some_date(node, "valid_until")
    values.in_order(node, "valid_from", "valid_until", valid)
    flexible = _flexible(node)
    asks = _asks(node, flexible, costs)
    bends = flexible is not Flexibility.NO and asks is not None
    return Rule(
        id=name,
        title=text(node, "title"),
        rule_class=RuleClass(node["class"]),
        flexible=flexible,
        asks=asks,
        step=LadderStep(node.get("step", "flex" if bends else "change")),
        mandate=text(node, "mandate"),
        source=node.get("source", ""),
        deviate=text(node, "deviate"),
        sentence=text(node, "sentence"),
        ask_sentence=text(node, "ask"),
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


def _flexible(node: LocatedMap) -> Flexibility:
    written = node.get("flexible", "waive")
    return Flexibility.NO if written is False else Flexibility(written)


def _asks(
    node: LocatedMap, flexible: Flexibility, costs: Mapping[RuleClass, int | None]
) -> int | None:
    """What bending asks: its own cost, nothing for a duty or a wrong practice, else its class."""
    if "cost" in node:
        return _cost(node["cost"])
    if node.get("duty") or "conflicts_with" in node:
        return 0
    rule_class = RuleClass(node["class"])
    if rule_class is RuleClass.LAW and flexible is Flexibility.SHORTEN:
        return ASKED_OF_A_SHORTENED_LAW
    return costs[rule_class]
