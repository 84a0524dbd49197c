# SPDX-License-Identifier: EUPL-1.2
"""Facts from a world file."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.fact import Fact, FactKind, StorePolicy
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
