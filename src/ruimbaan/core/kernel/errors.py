# SPDX-License-Identifier: EUPL-1.2
"""Errors people can act on: a stable code, a cause and an advice, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ruimbaan.core.kernel.texts import Language, Text


@dataclass(frozen=True, slots=True)
class Explanation:
    """One error, ready to show in one language."""

    code: str
    cause: str
    advice: str


class DomainError(Exception):
    """Something a reader can understand and mend.

    Subclasses set `code` (stable, listed in docs/reference/errors.md), `cause` and `advice`;
    both may name the keyword arguments, as in `"{service} has no name"`; a `Text` among them is said
    in the language of the reader. Never personal data.
    """

    code: ClassVar[str]
    cause: ClassVar[Text]
    advice: ClassVar[Text]

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.explain("nl").cause)

    def explain(self, language: Language) -> Explanation:
        """Cause and advice in `language`, with the details filled in."""
        details = {
            name: one.in_language(language) if isinstance(one, Text) else one
            for name, one in self.details.items()
        }
        return Explanation(
            code=self.code,
            cause=self.cause.in_language(language).format_map(details),
            advice=self.advice.in_language(language).format_map(details),
        )
