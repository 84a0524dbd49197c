# SPDX-License-Identifier: EUPL-1.2
"""Texts and errors in the language of who reads the page."""

from __future__ import annotations

from django.utils.translation import get_language

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Language, Text


def language() -> Language:
    return "en" if get_language() == "en" else "nl"


def in_words(text: Text) -> str:
    return text.in_language(language())


def explained(error: DomainError) -> str:
    """What went wrong and what one can do."""
    told = error.explain(language())
    return f"{told.cause} {told.advice}"
