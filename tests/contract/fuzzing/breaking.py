# SPDX-License-Identifier: EUPL-1.2
"""Ways to break a file: bytes put in, taken out or doubled; another value, name or place in JSON; a
cell or a heading of a table. The same chance breaks it in the same way."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

TOKENS = (
    b'"', b",", b";", b"\t", b"\n", b"\r", b"\0", b"'", b"=", b"[", b"]", b"{", b"}", b":", b"\\",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xff", b"\xed\xa0\x80", b"\\ud800", b"\\u0000", b"null", b"true",
    b"NaN", b"1e999", b"-0", b"9" * 40, b"id", b"ruimbaan", b"contents", b"services", b"2026-02-30",
    b"24:00", b"<script>", b"\xe2\x80\xae", b"0" * 80, b"__proto__", b"%s", b"{found}",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1e308, "", " ", "\0", "\ud800", "x" * 300, "=1", [], {}, [[]],
    [None], {"id": 1}, [{"id": "a"}], {"ruimbaan": []}, "2026-02-30", "25:00", "NL", "active", "{x}",
)  # fmt: skip
NAMES = ("id", "phones", "organization", "ruimbaan", "contents", "services", "status", "", "x\0")
LONGEST_BREAK = 40  # bytes
Table = list[list[str]]
Some = TypeVar("Some")


def one_of(found: Sequence[Some], chance: Random) -> Some:
    """Twice as fast as `choice`, and a run of ten million makes many choices."""
    return found[int(chance.random() * len(found))]


def broken_bytes(content: bytes, chance: Random, tokens: Sequence[bytes] = TOKENS) -> bytes:
    here = int(chance.random() * (len(content) + 1))
    there = min(len(content), here + int(chance.random() * LONGEST_BREAK))
    match int(chance.random() * 6):
        case 0:
            return content[:here] + one_of(tokens, chance) + content[here:]
        case 1:
            return content[:here] + content[there:]
        case 2:
            return content[:here] + content[here:there] * 2 + content[there:]
        case 3:
            return content[:here] + bytes([int(chance.random() * 256)]) + content[here + 1 :]
        case 4:
            return content[:here]
        case _:
            return content[:here] + one_of(tokens, chance) + content[there:]


def broken_json(content: bytes, chance: Random, names: Sequence[str] = NAMES) -> bytes:
    """Another value, name or place for one to three nodes."""
    document = json.loads(content)
    for _ in range(1 + int(chance.random() * 3)):
        held, key = _node(document, chance)
        match int(chance.random() * 4):
            case 0:
                held[key] = copy.deepcopy(one_of(VALUES, chance))
            case 1:
                other, there = _node(document, chance)
                held[key] = copy.deepcopy(other[there])
            case 2 if isinstance(held, dict):
                held[one_of(names, chance)] = held.pop(key)
            case _:
                held[key] = [copy.deepcopy(held[key])] * (1 + int(chance.random() * 3))
    return json.dumps(document).encode()


def broken_table(
    table: Table, chance: Random, cells: Sequence[str], headings: Sequence[str]
) -> Table:
    """One to three cells, headings or lines of it; the first line has the headings."""
    found = [list(line) for line in table]
    for _ in range(1 + int(chance.random() * 3)):
        line = found[int(chance.random() * len(found))]
        spot = int(chance.random() * len(line)) if line else 0
        match int(chance.random() * 7):
            case 0:
                found[0][spot:spot] = [one_of(headings, chance)]
            case 1:
                found[0][spot : spot + 1] = [one_of(headings, chance)]
            case 2:
                found.append(list(line))
            case 3:
                line[spot:spot] = [one_of(cells, chance)]
            case 4:
                del line[spot:]
            case _:
                line[spot : spot + 1] = [one_of(cells, chance)]
    return found


def _node(document: Any, chance: Random) -> tuple[Any, Any]:
    """A spot somewhere down a document that is a list or an object with something in it."""
    held = document
    while True:
        keys = list(held) if isinstance(held, dict) else range(len(held))
        key = one_of(keys, chance)
        inner = held[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.25:
            return held, key
        held = inner
