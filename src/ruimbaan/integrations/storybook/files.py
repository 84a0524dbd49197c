# SPDX-License-Identifier: EUPL-1.2
"""One file of the book: YAML between two lines of dashes, then Dutch, then English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ruimbaan.integrations.storybook.problems import BookInvalid

FENCE = "---\n"
ENGLISH = "<!-- lang: en -->"
Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TextFile:
    name: str
    front: Node
    dutch: str
    english: str


def read_text(path: Path, shape: str) -> TextFile:
    """The file, checked against this shape of the schema. Raises BookInvalid."""
    try:
        nothing, front, body = path.read_text(encoding="utf-8").split(FENCE, 2)
        dutch, english = body.split(ENGLISH)
    except (OSError, ValueError) as error:
        raise BookInvalid(file=path.name, where="-", what=type(error).__name__) from error
    if nothing or not dutch.strip() or not english.strip():
        raise BookInvalid(file=path.name, where="-", what="a text is empty")
    return TextFile(path.name, checked(path, front, shape), dutch.strip(), english.strip())


def read_yaml(path: Path, shape: str) -> Node:
    """A file that is YAML alone. Raises BookInvalid."""
    try:
        return checked(path, path.read_text(encoding="utf-8"), shape)
    except OSError as error:
        raise BookInvalid(file=path.name, where="-", what=type(error).__name__) from error


def checked(path: Path, text: str, shape: str) -> Node:
    try:
        content = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        raise BookInvalid(file=path.name, where="-", what=type(error).__name__) from error
    for fault in sorted(_validator(shape).iter_errors(content), key=lambda found: list(found.path)):
        where = "/".join(map(str, fault.absolute_path)) or "-"
        raise BookInvalid(file=path.name, where=where, what=fault.message)
    found: Node = content
    return found


@cache
def schema() -> dict[str, Any]:
    """The published schema of the files of the book."""
    text = files(__package__).joinpath("book.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _validator(shape: str) -> Draft202012Validator:
    return Draft202012Validator({**schema(), "$ref": f"#/$defs/{shape}"})
