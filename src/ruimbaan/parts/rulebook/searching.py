# SPDX-License-Identifier: EUPL-1.2
"""Which rules fit what somebody typed: every word must be there, in either language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import Layer
from ruimbaan.core.rules.rulebook import PlainText, RuleText

MOST_LETTERS = 80  # of what is typed; more is cut off


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; empty words fit everything, no layer means all layers."""

    words: str = ""
    layer: Layer | None = None

    @classmethod
    def of(cls, words: str, layer: str) -> Search:
        """From an address, where anything can stand; an unknown layer is no layer."""
        known = {each.value: each for each in Layer}
        return cls(" ".join(words[:MOST_LETTERS].split()), known.get(layer))

    @property
    def is_empty(self) -> bool:
        return not self.words and self.layer is None

    def find(self, rules: Iterable[RuleText]) -> tuple[RuleText, ...]:
        wanted = plain_letters(self.words).split()
        return tuple(
            rule for rule in rules if self.layer in (None, rule.layer) and _holds(rule, wanted)
        )


def plain_letters(words: str) -> str:
    """Small letters without accents: "Cliënt" and "client" are the same word."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _holds(rule: RuleText, wanted: list[str]) -> bool:
    if not wanted:
        return True
    texts: list[Text] = [rule.rule.title, rule.rule.sentence]
    texts += [getattr(rule.plain, item.name) for item in fields(PlainText)]
    texts += [source.cited for source in rule.sources]
    told = plain_letters(
        " ".join([rule.id, *(part for text in texts for part in (text.nl, text.en))])
    )
    return all(word in told for word in wanted)
