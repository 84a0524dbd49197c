# SPDX-License-Identifier: EUPL-1.2
"""What somebody had typed when it could not be kept: shown back, to send once more.

It goes into that one answer and nowhere else: not to a log, not to a session.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.http.request import RawPostDataException
from django.utils.datastructures import MultiValueDictKeyError

NEVER_BACK = (
    "password",
    "code",
    "token",
    "secret",
    "credential",
    "csrfmiddlewaretoken",
    "geheim",
    "wachtwoord",
)


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    value: str

    @property
    def is_text(self) -> bool:
        """More than one word: somebody wrote it, and may want to see or copy it."""
        return len(self.value.split()) > 1


@dataclass(frozen=True, slots=True)
class Typed:
    """The form again: to the same address, with the same fields in the same order. A form without
    login has no token, and gets no cookie now."""

    address: str
    fields: tuple[Field, ...]
    needs_token: bool


def typed_in(request: HttpRequest) -> Typed | None:
    """None when nothing was typed, or when it cannot be read back whole: files, a broken form."""
    if request.method != "POST":
        return None
    try:
        if request.FILES:
            return None
        fields = tuple(
            Field(name, str(value))
            for name, values in request.POST.lists()
            if not _secret(name)
            for value in values
        )
    except (RawPostDataException, MultiValueDictKeyError, OSError, UnicodeError):
        return None
    return (
        Typed(request.get_full_path(), fields, needs_token=bool(request.COOKIES))
        if fields
        else None
    )


def _secret(name: str) -> bool:
    return any(word in name.lower() for word in NEVER_BACK)
