# SPDX-License-Identifier: EUPL-1.2
"""What the commands for telling other regions say."""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.core.advice.exchange.items import WORDS, Parcel, contents
from ruimbaan.core.kernel.texts import Language, Text

GOES_OUT = Text(
    "Dit gaat naar buiten, voor iedereen die het bestand krijgt:",
    "This goes out, for everybody who gets the file:",
)
SURE = Text(
    "Hebt u dit gelezen, en staat er geen naam van iemand in?",
    "Did you read this, and is there nobody's name in it?",
)
WRITTEN = Text("Geschreven en getekend: {file}", "Written and signed: {file}")
OF = Text(
    "Van {title}, van {day}, getekend door {signer}:",
    "Of {title}, of {day}, signed by {signer}:",
)
TRUSTED = Text("Wat {name} tekent nemen we aan.", "What {name} signs is taken in.")


def content_lines(parcel: Parcel, language: Language) -> Iterator[str]:
    for kind, text in contents(parcel):
        yield f"  - {WORDS[kind].in_language(language)}: {text.in_language(language)}"
