# SPDX-License-Identifier: EUPL-1.2
"""Texts in files of content: pairs of Dutch and English in YAML, and the stories in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.language import Level
from ruimbaan.integrations.own_texts.text import OwnText

FOR_WORKERS = "account"  # how somebody who works accounts for room
ENGLISH = "<!-- lang: en -->"
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
MARKS = re.compile(r"[*_#>|]+|\[([^\]]*)\]\([^)]*\)")


def texts_in_yaml(
    file: Path, place: str, level: Level, skipped: frozenset[str]
) -> Iterator[OwnText]:
    """`skipped` are keys of what people type, which is theirs. A file may name its own level."""
    content = yaml.safe_load(file.read_text("utf-8"))
    if isinstance(content, dict) and content.get("level") in set(Level):
        level = Level(content["level"])
    yield from _pairs(content, place, level, skipped)


def texts_of_story(file: Path, place: str) -> Iterator[OwnText]:
    """Dutch first, English behind its mark; what stands above both is YAML."""
    _, head, body = file.read_text("utf-8").split("---\n", 2)
    yield from _pairs(yaml.safe_load(head), place, Level.B1, frozenset())
    dutch, _, english = body.partition(ENGLISH)
    yield from _paragraphs(dutch, place, "nl")
    yield from _paragraphs(english, place, "en")


def _paragraphs(body: str, place: str, language: Language) -> Iterator[OwnText]:
    for number, paragraph in enumerate(COMMENT.sub("", body).split("\n\n"), start=1):
        for line in re.split(r"\n(?=>|\s*(?:[-*]|\d+\.) )|  \n", paragraph):
            if told := " ".join(MARKS.sub(r"\1", line).split()):
                where = f"{place}, {language} {number}"
                yield OwnText(where, told, language, Level.B1)


def _pairs(node: Any, place: str, level: Level, skipped: frozenset[str]) -> Iterator[OwnText]:
    if isinstance(node, list):
        for number, one in enumerate(node):
            yield from _pairs(one, f"{place}[{number}]", level, skipped)
    elif isinstance(node, dict):
        for key, one in node.items():
            if key in ("nl", "en"):
                yield from _said(one, place, "en" if key == "en" else "nl", level)
            elif key not in skipped:
                here = Level.B1 if key == FOR_WORKERS else level
                yield from _pairs(one, f"{place}.{key}", here, skipped)


def _said(node: Any, place: str, language: Language, level: Level) -> Iterator[OwnText]:
    """One text or a list of them; anything else under `nl` is no text."""
    if isinstance(node, str):
        yield OwnText(place, node, language, level)
    elif isinstance(node, list):
        for one in node:
            yield from _said(one, place, language, level)
