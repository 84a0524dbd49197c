# SPDX-License-Identifier: EUPL-1.2
"""One short name for the exact content of a world, whatever its files looked like."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any

from ruimbaan.core.planner.world import World

PLAIN = frozenset({str, int, bool, type(None)})  # most of what a world holds


def digest_of(world: World) -> str:
    """SHA-256 of the world in a canonical form: keys sorted, what is left at its default left out.

    Equal worlds have equal digests, whatever the order of files, comments and layout.
    """
    content = _canonical(replace(world, digest=""))
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _canonical(value: Any) -> Any:
    if type(value) in PLAIN:
        return value
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case Mapping():
            return {key: _canonical(found) for key, found in value.items()}
        case tuple():
            return [_canonical(found) for found in value]
    if not is_dataclass(value):
        return value
    kind: Any = type(value)
    said = {
        name: _canonical(found)
        for name, default in _fields(kind)
        if (found := getattr(value, name)) != default or default is MISSING
    }
    return [kind.__name__, said]


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The fields of a kind of value, each with its default."""
    return tuple((item.name, item.default) for item in fields(kind))
