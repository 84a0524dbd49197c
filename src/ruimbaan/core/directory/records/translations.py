# SPDX-License-Identifier: EUPL-1.2
"""HSDS knows one language per text. Ours is Dutch; what a text is in English travels in our
profile, beside everything else: `{"ruimbaan": {"texts": {"en": {"description": "…"}}}}`."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.kernel.texts import Text

TEXTS, ENGLISH = "texts", "en"


def text_of(record: Record, column: str) -> Text:
    """The text of this column in both languages; empty where nothing is told."""
    found: Json = record.values.get(NAME)
    for name in (TEXTS, ENGLISH, column):
        found = found.get(name) if isinstance(found, dict) else None
    return Text(record.text(column), found if isinstance(found, str) else "")


def told(texts: Mapping[str, Text]) -> dict[str, Json]:
    """These columns as they stand on a record, without what our profile says of it."""
    return {column: text.nl for column, text in texts.items() if text.nl}


def in_english(texts: Mapping[str, Text]) -> dict[str, Json]:
    """What our profile says of these columns: the English of those that have any."""
    english: dict[str, Json] = {column: text.en for column, text in texts.items() if text.en}
    return {TEXTS: {ENGLISH: english}} if english else {}
