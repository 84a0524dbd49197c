# SPDX-License-Identifier: EUPL-1.2
"""Reads words.yaml: words we do not use about people, and abbreviations nobody need know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ruimbaan.core.kernel.texts import Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class AvoidedWord:
    """A word or phrase, what to write instead, and how to find it."""

    avoid: str
    prefer: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """`never` words do not stand in our own texts; `seldom` ones deserve a second look. `any_never`
    finds whether one of the first is there at all. `explained` are the abbreviations of the list, and
    those that are read as a name."""

    any_never: Mapping[Language, re.Pattern[str]]
    never: Mapping[Language, tuple[AvoidedWord, ...]]
    seldom: Mapping[Language, tuple[AvoidedWord, ...]]
    abbreviations: tuple[AvoidedWord, ...]
    explained: frozenset[str]


@cache
def load_words() -> Words:
    """The list that ships with the package."""
    text = files(__package__).joinpath("words.yaml").read_text("utf-8")
    content = yaml.safe_load(text)
    never = {language: _avoided(content, language, "block") for language in LANGUAGES}
    return Words(
        any_never={language: _any_of(never[language]) for language in LANGUAGES},
        never=never,
        seldom={language: _avoided(content, language, "ask") for language in LANGUAGES},
        abbreviations=tuple(
            AvoidedWord(entry["short"], entry["nl"], _whole(entry["short"], flags=0))
            for entry in content["abbreviations"]
        ),
        explained=frozenset(
            {
                *(
                    short
                    for entry in content["abbreviations"]
                    for short in entry["short"].split("/")
                ),
                *(name for names in content["names"].values() for name in names),
            }
        ),
    )


def _avoided(content: Any, language: Language, check: str) -> tuple[AvoidedWord, ...]:
    return tuple(
        AvoidedWord(word, entry["prefer"][language], _whole(word))
        for entry in content["entries"]
        if entry["check"] == check
        for word in map(_without_note, entry["avoid"][language])
    )


def _any_of(words: tuple[AvoidedWord, ...]) -> re.Pattern[str]:
    return re.compile("|".join(word.pattern.pattern for word in words), re.IGNORECASE)


def _without_note(word: str) -> str:
    """The word itself: "clean" for "clean (about a person)"."""
    return re.sub(r" \(.*\)$", "", word)


def _whole(word: str, flags: re.RegexFlag | int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", flags)
