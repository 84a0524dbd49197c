# SPDX-License-Identifier: EUPL-1.2
"""The situations of "Mag ik dit?" from their files in `regels/situaties/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.discretion.may_i.kinds import Kind, Role
from ruimbaan.core.discretion.may_i.situations import Catalogue, Precedent, Situation, Words
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.regions import REPOSITORY

TOPICS = ("adres-en-opvang", "wonen", "geld", "gemeente", "zorg", "weten-en-doen")
WORDS = "woorden"
NO_TEXT = {"nl": ""}
Node = Mapping[str, Any]


def load_situations(data: Path = REPOSITORY) -> Catalogue:
    """Empty where an installation has none. Raises KeyError and ValueError on a file that is not in
    order: these files come with the product, and a test reads them all."""
    folder = data / "regels" / "situaties"
    if not folder.is_dir():
        return Catalogue()
    topics = {topic: _read(folder, topic)["situations"] for topic in TOPICS}
    situations = tuple(
        _situation(name, one) for all_ in topics.values() for name, one in all_.items()
    )
    return Catalogue(
        situations,
        _words(_read(folder, WORDS)["words"]),
        {topic: tuple(all_) for topic, all_ in topics.items()},
    )


def _read(folder: Path, name: str) -> Node:
    found: Node = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def _situation(name: str, node: Node) -> Situation:
    return Situation(
        id=name,
        title=_text(node["title"]),
        rules=tuple(node["rules"]),
        kinds=_kinds(node["kind"]),
        does=_text(node["do"]),
        says={"nl": tuple(node["says"]["nl"]), "en": tuple(node["says"]["en"])},
        say=_text(node.get("say", NO_TEXT)),
        who=_text(node.get("who", NO_TEXT)),
        account=_text(node.get("account", NO_TEXT)),
        beside=node.get("beside", False),
        leave=node.get("leave", False),
        reach=tuple(node["reach"]),
        precedents=tuple(_precedent(one) for one in node.get("precedents", ())),
    )


def _kinds(node: str | Mapping[str, str]) -> Mapping[Role, Kind]:
    """One for all, or by role. Who is close decides nothing, unless it says so."""
    if isinstance(node, str):
        return dict.fromkeys(Role, Kind(node))
    kinds = {Role(role): Kind(kind) for role, kind in node.items()}
    return {Role.CLOSE_ONE: kinds[Role.PERSON], **kinds}


def _precedent(node: Node) -> Precedent:
    return Precedent(_text(node["in"]), node["event"], _text(node["did"]), _text(node["led_to"]))


def _words(node: Node) -> Words:
    return Words(
        same=tuple(tuple(map(str, group)) for group in node["same"]),
        verbs={verb: tuple(forms) for verb, forms in node["verbs"].items()},
        danger=tuple(node["danger"]),
        small=tuple(node["small"]),
    )


def _text(node: Mapping[str, str]) -> Text:
    return Text(node["nl"], node.get("en", ""))
