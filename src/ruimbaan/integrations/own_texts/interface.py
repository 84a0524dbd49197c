# SPDX-License-Identifier: EUPL-1.2
"""Texts of the interface: the compiled catalogue of the pages, and pairs of texts in the code."""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

from ruimbaan.integrations.language import Level
from ruimbaan.integrations.own_texts.text import OwnText

CATALOGUE = "locale/en/LC_MESSAGES/django.mo"
LITTLE_ENDIAN = 0x950412DE
CONTEXT, PLURAL = "\4", "\0"


def texts_of_pages(package: Path) -> Iterator[OwnText]:
    """What stands on pages: at most B1; a page for a person has a test that holds it to A2."""
    for dutch, english in _messages((package / CATALOGUE).read_bytes()):
        place = f"pages: {dutch[:40]}"
        yield OwnText(place, dutch, "nl", Level.B1)
        yield OwnText(place, english, "en", Level.B1)


def texts_in_code(package: Path) -> Iterator[OwnText]:
    """`Text("Dutch", "English")` as it stands in the code: errors, commands, names of things."""
    for file in sorted(package.rglob("*.py")):
        source = file.read_text("utf-8")
        if "Text(" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and _name(node.func) == "Text":
                yield from _pair(node, f"{file.relative_to(package)}:{node.lineno}")


def _pair(node: ast.Call, place: str) -> Iterator[OwnText]:
    for said, language in zip(node.args[:2], ("nl", "en"), strict=False):
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            yield OwnText(place, said.value, "en" if language == "en" else "nl", Level.B1)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _messages(data: bytes) -> Iterator[tuple[str, str]]:
    """Pairs of a catalogue in the format of GNU gettext; one pair for each plural form."""
    magic, _, count, keys, values = struct.unpack_from("<5I", data)
    if magic != LITTLE_ENDIAN:
        raise ValueError("This is no compiled catalogue.")
    for number in range(count):
        key, value = (_string(data, table + 8 * number) for table in (keys, values))
        if key:
            told = key.rpartition(CONTEXT)[2].split(PLURAL)
            yield from zip(told, value.split(PLURAL), strict=True)


def _string(data: bytes, place: int) -> str:
    length, start = struct.unpack_from("<2I", data, place)
    return data[start : start + length].decode("utf-8")
