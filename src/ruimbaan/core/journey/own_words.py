# SPDX-License-Identifier: EUPL-1.2
"""What somebody may write in the own file: anything, up to a length. Kept sign for sign."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

MOST_SIGNS = 4_000
MOST_IN_A_LINE = 200


class WordsTooLong(DomainError):
    code = "RB-TRUST-010"
    cause = Text(
        "Dit is te lang. Er passen {most} tekens in.", "This is too long. {most} characters fit."
    )
    advice = Text(
        "Maak het korter, of schrijf de rest apart op.",
        "Make it shorter, or write the rest separately.",
    )


class WordsWithoutShape(DomainError):
    code = "RB-TRUST-011"
    cause = Text(
        "Hier staat een teken dat we niet kunnen bewaren.",
        "There is a character here that we cannot keep.",
    )
    advice = Text(
        "Typ de tekst opnieuw. Plakken gaat soms mis.",
        "Type the text again. Pasting sometimes goes wrong.",
    )


class WordsMissing(DomainError):
    code = "RB-TRUST-012"
    cause = Text("Hier staat nog niets.", "There is nothing here yet.")
    advice = Text("Schrijf iets op. Kort mag ook.", "Write something. Short is fine.")


def check_words(text: str, *, most: int = MOST_SIGNS, must: bool = True) -> None:
    """Raises the first thing that keeps this text from being kept as it is."""
    if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in text):
        raise WordsWithoutShape
    if len(text) > most:
        raise WordsTooLong(most=most)
    if must and not text.strip():
        raise WordsMissing
