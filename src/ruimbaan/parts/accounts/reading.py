# SPDX-License-Identifier: EUPL-1.2
"""What came with a form of ours, as far as it can be kept."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import QueryDict

from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

LONGEST_NAME = 80
LONGEST_CALLED = 60
LONGEST_ORGANISATION = 120
LONGEST_ADDRESS = 254
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class NotAnAddress(DomainError):
    code = "RB-ACCOUNT-013"
    cause = Text("Dit is geen mailadres.", "This is no mail address.")
    advice = Text("Een mailadres heeft een @ in het midden.", "A mail address has an @ inside.")


class NotOneOfThese(DomainError):
    code = "RB-ACCOUNT-014"
    cause = Text("Hier is nog niets gekozen.", "Nothing is chosen here yet.")
    advice = Text("Kies er één uit de lijst.", "Choose one from the list.")


def line(posted: QueryDict, field: str, most: int, *, must: bool = True) -> str:
    """One line of text; signs that nobody sees are left out, because a name that looks like another
    is not another. Raises DomainError."""
    text = posted.get(field, "")
    check_words(text, most=most, must=must)
    text = " ".join(UNSEEN.sub(" ", text).split())
    check_words(text, most=most, must=must)
    return text


def address(posted: QueryDict, field: str, *, must: bool = True) -> str:
    """Raises DomainError."""
    text = line(posted, field, LONGEST_ADDRESS, must=must)
    if text:
        try:
            validate_email(text)
        except ValidationError:
            raise NotAnAddress from None
    return text
