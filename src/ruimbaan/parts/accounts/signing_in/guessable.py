# SPDX-License-Identifier: EUPL-1.2
"""Passwords that only look long: one or two well-known pieces, or words that lie on this site's own
doorstep, with a year behind them.

Lists of passwords that are tried first hold few of twelve signs and more, and people make those out
of shorter ones: `password1234`, `welkomruimbaan2026`. So the pieces are looked for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ruimbaan.parts.accounts.models import Account, MembershipRecord

AROUND = frozenset(
    "ruimbaan regisseur herstel verslaving kliniek detox nuchter clean zorg steun hulp gemeente "
    "buurtteam wijkteam opvang reis route routecheck toegang inloggen account welkom wachtwoord "
    "geheim hallo zomer winter lente herfst januari februari maart april juni juli augustus "
    "september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag "
    "zondag nederland amsterdam rotterdam utrecht ajax feyenoord admin beheer".split()
)
"""What lies around this site and the people who work with it. They count for nothing."""
FEWEST = 3  # pieces
LEAST, LONGEST = 3, 20  # signs of a piece
RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
LOOKS_LIKE = str.maketrans("013457@$!", "oleastasi")
NO_LETTER = re.compile(r"[\W_]+")
HEAD_AND_TAIL = re.compile(r"(.*?)([\d\W_]*)", re.DOTALL)  # the year that stands behind it


class Guessable:
    """For Django's list of validators."""

    def validate(self, password: str, user: Account | None = None) -> None:
        around = AROUND | _organisations(user)
        head, tail = cast(re.Match[str], HEAD_AND_TAIL.fullmatch(password.casefold())).groups()
        as_typed = NO_LETTER.sub("", head + tail)
        as_read = NO_LETTER.sub("", head.translate(LOOKS_LIKE) + tail)
        ways = {as_typed, as_read, _said_once(as_typed), _said_once(as_read)}  # mostly one
        if min(pieces(way, around) for way in ways) < FEWEST:
            raise ValidationError(
                _("Dit is makkelijk te raden. Kies een paar losse woorden."), code="guessable"
            )

    def get_help_text(self) -> str:
        return _("Kies een paar losse woorden die niets met elkaar te maken hebben.")


def pieces(text: str, around: frozenset[str]) -> int:
    """In how few pieces this falls apart. A sign that belongs to none is a piece by itself; words of
    `around` are free."""
    fewest = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        fewest[end] = fewest[end - 1] + 1
        for start in range(max(0, end - LONGEST), end - LEAST + 1):
            cost = _cost(text[start:end], around)
            if cost is not None:
                fewest[end] = min(fewest[end], fewest[start] + cost)
    return fewest[-1]


def _cost(piece: str, around: frozenset[str]) -> int | None:
    if piece in around:
        return 0
    if piece in _common() or _is_run(piece) or (piece.isdecimal() and len(piece) in {4, 6, 8}):
        return 1  # four, six or eight digits: a year, a day
    return None


def _is_run(piece: str) -> bool:
    """`aaaa`, `cdef`, `4321`, `uytre`."""
    return len(set(piece)) == 1 or any(piece in run or piece[::-1] in run for run in RUNS)


def _said_once(text: str) -> str:
    """`zomer2026zomer2026` is `zomer2026`."""
    for length in range(1, len(text) // 2 + 1):
        if len(text) % length == 0 and text[:length] * (len(text) // length) == text:
            return text[:length]
    return text


@cache
def _common() -> frozenset[str]:
    return frozenset(NO_LETTER.sub("", word) for word in CommonPasswordValidator().passwords)


def _organisations(user: Account | None) -> frozenset[str]:
    """The words in the names of where somebody works."""
    if user is None:
        return frozenset()
    names = MembershipRecord.objects.filter(account=user.pk).values_list(
        "organisation__name", flat=True
    )
    words = NO_LETTER.sub(" ", " ".join(names).casefold()).split()
    return frozenset(word for word in words if len(word) >= LEAST)
