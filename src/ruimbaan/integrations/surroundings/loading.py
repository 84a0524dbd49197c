# SPDX-License-Identifier: EUPL-1.2
"""Reads `omgeving/`: a file for each role, and one with the counters. Their shape is in
`role.schema.json` and `counters.schema.json`; a test holds every file to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.surroundings.counter import Counter, CounterRule
from ruimbaan.core.surroundings.roles import Answer, Card, Guide, Line, Paper, Question, Talk
from ruimbaan.integrations.regions import REPOSITORY

FOLDER = "omgeving"
ROLES = (  # in the order in which they are asked for
    *("naaste", "buur", "vrijwilliger", "werkgever"),
    *("leraar", "sportclub", "verhuurder", "baliemedewerker"),
)
COUNTERS = "balies"
Node = Mapping[str, Any]


def load_guides(data: Path = REPOSITORY) -> Mapping[str, Guide]:
    """By role; none where an installation has no such texts. Raises KeyError and ValueError on a
    file that is not in order: these files come with the product, and a test reads them all."""
    folder = data / FOLDER
    if not folder.is_dir():
        return {}
    return {role: _guide(role, _read(folder, role)) for role in ROLES}


def load_counters(data: Path = REPOSITORY) -> Mapping[str, Counter]:
    """By name, as `load_guides`."""
    folder = data / FOLDER
    if not folder.is_dir():
        return {}
    content = _read(folder, COUNTERS)
    return {
        name: _counter(name, one, reviewed=content["reviewed"])
        for name, one in content["counters"].items()
    }


def _read(folder: Path, name: str) -> Node:
    found: Node = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def _guide(role: str, node: Node) -> Guide:
    return Guide(
        id=role,
        level=node["level"],
        icon=node["icon"],
        name=_text(node["name"]),
        help=_text(node["help"]),
        intro=_text(node["intro"]),
        reviewed=node["reviewed"],
        call=tuple(node["call"]),
        support=tuple(node["support"]),
        ask=_question(node["ask"]),
        cards={name: _card(name, one) for name, one in node["cards"].items()},
        talk=_talk(node["talk"]),
        paper=_paper(node["paper"]),
    )


def _question(node: Node) -> Question:
    return Question(_text(node["question"]), tuple(_answer(one) for one in node["answers"]))


def _answer(node: Node) -> Answer:
    ask = _question(node["ask"]) if "ask" in node else None
    return Answer(_text(node["says"]), node.get("card", ""), ask)


def _card(name: str, node: Node) -> Card:
    return Card(
        id=name,
        title=_text(node["title"]),
        say=_texts(node["say"]),
        not_say=_text(node["not_say"]),
        today=_text(node["today"]),
        this_week=_text(node["this_week"]),
        call=_text(node["call"]),
        for_yourself=_text(node["for_yourself"]),
        danger=node.get("danger", False),
        source=node.get("source", ""),
    )


def _talk(node: Node) -> Talk:
    lines = tuple(Line(_text(one["who"]), _text(one["says"])) for one in node["lines"])
    return Talk(_text(node["title"]), _text(node["setting"]), lines)


def _paper(node: Node) -> Paper:
    return Paper(_text(node["title"]), _texts(node["lines"]), _texts(node["fill_in"]))


def _counter(name: str, node: Node, *, reviewed: bool) -> Counter:
    return Counter(
        id=name,
        title=_text(node["title"]),
        help=_text(node["help"]),
        first_sentence=_text(node["first_sentence"]),
        reviewed=reviewed,
        call=tuple(node["call"]),
        rules=tuple(_rule(one) for one in node["rules"]),
        always=_texts(node["always"]),
        fill_in=_texts(node["fill_in"]),
    )


def _rule(node: Node) -> CounterRule:
    return CounterRule(
        rule=node["rule"],
        situation=node["situation"],
        title=_text(node["title"]),
        you_see=_text(node["you_see"]),
        rule_says=_text(node["rule_says"]),
        source=node["source"],
        who=_text(node["who"]),
        you_do=_text(node["you_do"]),
        say=_text(node["say"]),
        rather_not=_text(node["rather_not"]),
    )


def _texts(nodes: Sequence[Node]) -> tuple[Text, ...]:
    return tuple(_text(one) for one in nodes)


def _text(node: Node) -> Text:
    return Text(node["nl"], node["en"])
