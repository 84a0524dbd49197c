# SPDX-License-Identifier: EUPL-1.2
"""Gathers every text of ours and has each checked, always by `integrations.language`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import ruimbaan
from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.language import Level, Remark, RemarkKind, check_text
from ruimbaan.integrations.own_texts.content import texts_in_yaml, texts_of_story
from ruimbaan.integrations.own_texts.interface import texts_in_code, texts_of_pages
from ruimbaan.integrations.own_texts.text import OwnText
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.rulebook.lint import plain_texts

PACKAGE = Path(ruimbaan.__file__).parent
TYPED = frozenset({"says", "words", "same", "verbs", "danger", "small"})  # by people, in a search
LANGUAGES: tuple[Language, ...] = ("nl", "en")
CONTENT = {  # of the package: what a person reads, and what anybody may read
    "parts/routecheck/content/routecheck.yaml": Level.A2,
    "parts/journey/now/content/sketch.yaml": Level.A2,
    "parts/directory/content/kinds.yaml": Level.A2,
    "parts/directory/content/words.yaml": Level.A2,
    "parts/directory/content/said.yaml": Level.B1,
    "parts/directory/joining/content/kinds.yaml": Level.B1,
    "parts/trust/rights/retention.yaml": Level.B1,
}


@dataclass(frozen=True, slots=True)
class Finding:
    text: OwnText
    remark: Remark


def findings(texts: Iterable[OwnText]) -> list[Finding]:
    """Everything that is not right, in the order of the texts."""
    return [Finding(text, remark) for text in texts for remark in _check(text)]


def own_texts(data: Path = REPOSITORY) -> Iterator[OwnText]:
    """Interface, rules, situations, advice and stories, in both languages."""
    yield from texts_of_pages(PACKAGE)
    yield from texts_in_code(PACKAGE)
    for name, level in CONTENT.items():
        yield from texts_in_yaml(PACKAGE / name, name, level, TYPED)
    yield from _rules(data)
    for file in sorted((data / "regels" / "situaties").glob("*.yaml")):
        yield from texts_in_yaml(file, _name(file, data), Level.A2, TYPED)
    for file in sorted((data / "omgeving").glob("*.yaml")):
        yield from texts_in_yaml(file, _name(file, data), Level.B1, frozenset())
    for file in sorted((data / "fricties").glob("*.yaml")):
        yield from texts_in_yaml(file, _name(file, data), Level.B1, frozenset())
    for file in sorted((data / "verhalen").rglob("*.yaml")):
        yield from texts_in_yaml(file, _name(file, data), Level.B1, frozenset())
    for file in sorted((data / "verhalen").rglob("*.md")):
        yield from texts_of_story(file, _name(file, data))


def _rules(data: Path) -> Iterator[OwnText]:
    folders = [one for one in (data / "regels").glob("*/") if one.name != "situaties"]
    if not folders:
        return
    for versions in load_rulebook(sorted(folders)).versions.values():
        for rule in versions:
            for key, text, level in plain_texts(rule):
                for language in LANGUAGES:
                    said = text.nl if language == "nl" else text.en
                    yield OwnText(f"{rule.id} {key}", said, language, level)


def _check(text: OwnText) -> Iterator[Remark]:
    """Words in what we say ourselves; sentences and abbreviations in all of it."""
    for remark in check_text(text.plain, text.language, text.level):
        if remark.kind is not RemarkKind.WORD or re.search(re.escape(remark.said), text.ours, re.I):
            yield remark


def _name(file: Path, data: Path) -> str:
    return file.relative_to(data).as_posix()
