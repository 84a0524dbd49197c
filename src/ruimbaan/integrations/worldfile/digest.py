# SPDX-License-Identifier: EUPL-1.2
"""One short name for the exact content of a world, whatever its files looked like."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from ruimbaan.core.planner.world import World


def digest_of(world: World) -> str:
    """SHA-256 of the world in a canonical form: keys sorted, what is left at its default left out.

    Equal worlds have equal digests, whatever the order of files, comments and layout.
    """
    content = _canonical(replace(world, digest=""))
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _canonical(value: Any) -> Any:
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
    said = {
        item.name: _canonical(found)
        for item in fields(value)
        if (found := getattr(value, item.name)) != item.default or item.default is MISSING
    }
    return [type(value).__name__, said]
