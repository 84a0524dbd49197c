# SPDX-License-Identifier: EUPL-1.2
"""The words of the own sketch and the list of instruments by others, from their two files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Instrument:
    """A list of questions by others. `source` is empty where none was read; `read` says that its
    licence was seen at that source."""

    id: str
    name: str
    by: str
    languages: tuple[str, ...]
    source: str
    licence: Text
    read: bool
    included: bool
    why: Text


@cache
def asks() -> Mapping[str, Text]:
    """The question of each domain of life, by its code, in the order of the sketch."""
    return {one["code"]: Text(**one["ask"]) for one in _content("sketch")["domains"]}


@cache
def marks() -> Mapping[str, Text]:
    """What one can answer, by its code. Leaving a domain out is no answer."""
    return {one["code"]: Text(**one["says"]) for one in _content("sketch")["marks"]}


@cache
def instruments() -> tuple[Instrument, ...]:
    return tuple(
        Instrument(
            id=one["id"],
            name=one["name"],
            by=one["by"],
            languages=tuple(one["languages"]),
            source=one["source"],
            licence=Text(**one["licence"]),
            read=one["standing"] == "read",
            included=one["included"],
            why=Text(**one["why"]),
        )
        for one in _content("instruments")["instruments"]
    )


def _content(name: str) -> Any:
    path = files(__package__).joinpath("content", f"{name}.yaml")
    return yaml.safe_load(path.read_text("utf-8"))
