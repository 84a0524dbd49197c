# SPDX-License-Identifier: EUPL-1.2
"""The file that says what room did for a kind of support: a ratio with its interval, and no count."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruimbaan.core.insight.errors import ReleaseDamaged

FORMAT, TEN = 1, 10
NAME = "ruimte"


@dataclass(frozen=True, slots=True)
class RoomEffect:
    """`ratio` above 1: with room the support began sooner, with its interval of 95 %. `used` and
    `compared` are how many people at least, in whole tens."""

    ratio: float
    low: float
    high: float
    used: int
    compared: int
    day: date

    @property
    def is_sooner(self) -> bool:
        return self.low > 1

    @property
    def is_unclear(self) -> bool:
        return self.low <= 1 <= self.high


def file_of(day: date) -> str:
    return f"{NAME}-{day.isoformat()}.json"


def read_room(name: str, text: str) -> Mapping[str, RoomEffect]:
    """By kind of support. Raises ReleaseDamaged for what was not written by us, and for a group of
    fewer than ten."""
    try:
        told: dict[str, Any] = json.loads(text)
        if told["format"] != FORMAT:
            raise ReleaseDamaged(name=name, reason="format")
        day = date.fromisoformat(told["day"])
        found = {kind: _effect(one, day) for kind, one in told["kinds"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReleaseDamaged(name=name, reason=type(error).__name__) from None
    return found


def _effect(told: Mapping[str, Any], day: date) -> RoomEffect:
    used, compared = int(told["used_at_least"]), int(told["compared_at_least"])
    if min(used, compared) < TEN or used % TEN or compared % TEN:
        raise ValueError(used, compared)
    ratio, low, high = (float(told[one]) for one in ("ratio", "low", "high"))
    if not 0 < low <= ratio <= high:
        raise ValueError(low, ratio, high)
    return RoomEffect(ratio, low, high, used, compared, day)
