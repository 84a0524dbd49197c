# SPDX-License-Identifier: EUPL-1.2
"""JSON that comes out as it went in: FHIR says that 1.50 is not 1.5."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ruimbaan.core.directory.records.record import Json

Object = dict[str, Json]


class Written(float):
    """A number with a point or a power, and how it was written."""

    text: str

    def __new__(cls, text: str) -> Written:
        number = super().__new__(cls, text)
        number.text = text
        return number


def write_json(value: Json, indent: int = 2) -> str:
    return "".join(_pieces(value, indent, "\n")) + "\n"


def _pieces(value: Json, indent: int, line: str) -> Iterator[str]:
    if isinstance(value, Written):
        yield value.text
    elif isinstance(value, dict) and value:
        yield from _within("{}", _members(value, indent, line), indent, line)
    elif isinstance(value, list) and value:
        inner = line + " " * indent
        yield from _within("[]", (_pieces(one, indent, inner) for one in value), indent, line)
    else:
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)


def _members(value: Object, indent: int, line: str) -> Iterator[Iterator[str]]:
    inner = line + " " * indent
    for name, one in value.items():
        yield _member(name, one, indent, inner)


def _member(name: str, value: Json, indent: int, line: str) -> Iterator[str]:
    yield f"{json.dumps(name, ensure_ascii=False)}: "
    yield from _pieces(value, indent, line)


def _within(brackets: str, items: Iterator[Iterator[str]], indent: int, line: str) -> Iterator[str]:
    yield brackets[0]
    for number, item in enumerate(items):
        yield "," * bool(number) + line + " " * indent
        yield from item
    yield line + brackets[1]
