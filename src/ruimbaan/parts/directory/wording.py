# SPDX-License-Identifier: EUPL-1.2
"""How the codes of the service data are said to people: read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.directory.life_domains import LIFE_DOMAINS
from ruimbaan.core.kernel.texts import Text

CONTENT = Path(__file__).parent / "content"
UNKNOWN_GATE = Text("Vraag hoe je binnenkomt", "Ask how to get in")


@dataclass(frozen=True, slots=True)
class Kind:
    """What support of one kind is, and the daily words (both languages) people look for it with."""

    what: Text
    daily_words: str


@dataclass(frozen=True, slots=True)
class Gate:
    """`free`: one just comes in. `open`: no letter or decision of others is needed."""

    text: Text = UNKNOWN_GATE
    free: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    domains: Mapping[str, Text]
    gates: Mapping[str, Gate]
    frames: Mapping[str, Text]
    weekdays: Mapping[str, Text]
    kinds: Mapping[int, Kind]
    languages: Mapping[str, Text]
    checked_by: Mapping[str, Text]
    sources: Mapping[str, Text]
    ordinals: Mapping[int, Text]


@lru_cache(maxsize=1)
def wording() -> Wording:
    words, kinds, told = _read("words.yaml"), _read("kinds.yaml"), _read("said.yaml")
    return Wording(
        domains=LIFE_DOMAINS,
        gates={
            code: Gate(_text(one), one.get("free", False), one.get("open", False))
            for code, one in words["gates"].items()
        },
        frames=_texts(words["frames"]),
        weekdays=_texts(words["weekdays"]),
        kinds={
            number: Kind(_text(one), f"{one['words_nl']} {one['words_en']}")
            for number, one in kinds.items()
        },
        languages=_texts(told["languages"]),
        checked_by=_texts(told["checked_by"]),
        sources=_texts(told["sources"]),
        ordinals={number: _text(one) for number, one in told["ordinals"].items()},
    )


def _read(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))
    return found


def _texts(found: Mapping[str, Mapping[str, str]]) -> dict[str, Text]:
    return {code: _text(one) for code, one in found.items()}


def _text(one: Mapping[str, Any]) -> Text:
    return Text(one["nl"], one["en"])
