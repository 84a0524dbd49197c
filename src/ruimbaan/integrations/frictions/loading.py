# SPDX-License-Identifier: EUPL-1.2
"""Reads `fricties/fricties.yaml`. Its shape is in `frictions.schema.json`; a test holds it to that."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.frictions.friction import Catalogue, Friction, Side
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.regions import REPOSITORY

FOLDER, FILE = "fricties", "fricties.yaml"
Node = Mapping[str, Any]


def load_frictions(data: Path = REPOSITORY) -> Catalogue:
    """None where an installation has no such texts. Raises KeyError and ValueError on a file that is
    not in order: it comes with the product, and a test reads it whole."""
    file = data / FOLDER / FILE
    if not file.is_file():
        return Catalogue()
    content: Node = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Catalogue(
        frictions={name: _friction(name, one) for name, one in content["frictions"].items()},
        sides={name: Side(name, _text(one)) for name, one in content["sides"].items()},
        reviewed=content["reviewed"],
    )


def _friction(name: str, node: Node) -> Friction:
    one, other = node["between"]
    return Friction(
        id=name,
        title=_text(node["title"]),
        what=_text(node["what"]),
        costs=_text(node["costs"]),
        room=_text(node["room"]),
        who=_text(node["who"]),
        ask=_text(node["ask"]),
        rules=tuple(node["rules"]),
        between=(one, other),
    )


def _text(node: Node) -> Text:
    return Text(node["nl"], node["en"])
