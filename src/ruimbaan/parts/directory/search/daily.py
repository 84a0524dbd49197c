# SPDX-License-Identifier: EUPL-1.2
"""The daily words of this site: those of the kinds of support and the life domains, and the needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.directory.search.daily import (
    DailyWords,
    Need,
    daily_words,
    domain_mark,
    kind_mark,
)
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.wording import wording

CONTENT = Path(__file__).parent / "content" / "daily.yaml"


@lru_cache(maxsize=1)
def daily() -> DailyWords:
    found = yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    words = daily_words(_texts(), found["verbs"])
    needs = (_need(words, name, one) for name, one in found["needs"].items())
    return words.hearing(needs, (way for one in found["needs"].values() for way in one["says"]))


def _need(words: DailyWords, name: str, one: Mapping[str, Any]) -> Need:
    return Need(
        name,
        Text(one["name"]["nl"], one["name"]["en"]),
        words.ways_of_saying(one["says"]),
        tuple(kind_mark(number) for number in one["kinds"]),
    )


def _texts() -> Iterator[tuple[str, str]]:
    words = wording()
    for number, kind in words.kinds.items():
        yield kind_mark(number), f"{kind.daily_words} {kind.what.nl} {kind.what.en}"
    for code, text in words.domains.items():
        yield domain_mark(code), f"{text.nl} {text.en}"
