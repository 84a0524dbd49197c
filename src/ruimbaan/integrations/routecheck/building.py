# SPDX-License-Identifier: EUPL-1.2
"""From checked YAML to the core's types. The shape is known here: the schema has been asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ruimbaan.core.journey.questionnaire import (
    Axis,
    Bound,
    DayAsked,
    Derived,
    Option,
    OwnWords,
    Page,
    Question,
    Questionnaire,
    Skipped,
    WishTexts,
)
from ruimbaan.core.kernel.texts import Text

Node = dict[str, Any]
NOTHING = Text("")


def build(content: Node, regions: Mapping[str, Text]) -> Questionnaire:
    return Questionnaire(
        version=content["version"],
        who=_question(content["who"], regions),
        pages=tuple(
            Page(node["id"], number, tuple(_question(one, regions) for one in node["questions"]))
            for number, node in enumerate(content["pages"], start=1)
        ),
        wishes=_wishes(content["wishes"]),
        groups={name: _text(node) for name, node in content["groups"].items()},
        always=tuple(content["always"]["facts"]),
        always_assumes=_text(content["always"]["assumes"]),
        derived=tuple(_derived(node) for node in content["derived"]),
        contradictions=tuple((one, other) for one, other in content["contradictions"]),
        never_set=tuple(content["never_set"]),
    )


def _wishes(node: Node) -> WishTexts:
    first, when = node["first"], node["when"]
    return WishTexts(
        first=_text(first["question"]),
        first_help=_text(first["help"]),
        equal=_text(first["equal"]),
        second=_text(node["second"]["question"]),
        when=_text(when["question"]),
        when_why=_text(when["why"]),
        when_options=tuple(_option(one) for one in when["options"]),
    )


def _question(node: Node, regions: Mapping[str, Text]) -> Question:
    return Question(
        id=node["id"],
        text=_text(node["question"]),
        options=_options(node, regions),
        help=_text(node.get("help")),
        many=node.get("many", False),
        most=node.get("most"),
        shown_if=tuple(node.get("shown_if", ())),
        own_words=_own_words(node.get("own_words")),
        skipped=_skipped(node.get("skipped")),
        why=_text(node.get("why")),
        not_asked=_text(node.get("not_asked")),
    )


def _options(node: Node, regions: Mapping[str, Text]) -> tuple[Option, ...]:
    if "options" in node:
        return tuple(_option(one) for one in node["options"])
    return tuple(Option(name, title) for name, title in regions.items())


def _option(node: Node) -> Option:
    axis = node.get("axis")
    return Option(
        id=node["id"],
        text=_text(node),
        note=_text(node.get("note")),
        group=node.get("group", ""),
        facts=tuple(node.get("facts", ())),
        absent=tuple(node.get("absent", ())),
        planner_only=tuple(node.get("planner_only", ())),
        goals=tuple(node.get("goals", ())),
        goals_with=tuple(
            (name, tuple(goals)) for name, goals in node.get("goals_with", {}).items()
        ),
        also=tuple(node.get("also", ())),
        within=node.get("within"),
        asks_day=_day_asked(node.get("asks_day")),
        receives_types=tuple(node.get("receives_types", ())),
        rules=tuple(node.get("rules", ())),
        advice=_text(node.get("advice")),
        axis=Axis(axis) if axis else None,
        alone=node.get("alone", False),
        unsure=node.get("unsure", False),
    )


def _day_asked(node: Node | None) -> DayAsked | None:
    if node is None:
        return None
    return DayAsked(
        text=_text(node),
        fact=node.get("fact", ""),
        bound=Bound(node.get("bound", Bound.UNTIL)),
        assumed=node.get("assumed", 0),
        assumes=_text(node.get("assumes")),
    )


def _derived(node: Node) -> Derived:
    return Derived(
        facts=tuple(node["facts"]),
        when=tuple(node.get("when", ())),
        assumed=node.get("assumed"),
        assumes=_text(node.get("assumes")),
        of=node.get("of", ""),
        last_days=node.get("last_days"),
    )


def _skipped(node: Node | None) -> Skipped | None:
    if node is None:
        return None
    return Skipped(
        _text(node["assumes"]), tuple(node.get("unknown", ())), tuple(node.get("unless", ()))
    )


def _own_words(node: Node | None) -> OwnWords | None:
    return OwnWords(_text(node["question"]), _text(node["help"])) if node else None


def _text(node: Node | None) -> Text:
    return Text(node["nl"], node["en"]) if node else NOTHING
