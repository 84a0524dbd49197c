# SPDX-License-Identifier: EUPL-1.2
"""A text in both languages of the product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """Dutch first; English falls back to Dutch while it is still missing."""

    nl: str
    en: str = ""

    def in_language(self, language: Language) -> str:
        return (self.en or self.nl) if language == "en" else self.nl
