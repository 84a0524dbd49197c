# SPDX-License-Identifier: EUPL-1.2
"""Does anything in a parcel look like it is about a person? Every text is looked through, also one that
was written by hand, and no figure is below ten. Names a machine cannot see: people read the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ruimbaan.core.advice.exchange.errors import FigureTooSmall, LooksPersonal
from ruimbaan.core.advice.exchange.items import Parcel
from ruimbaan.core.advice.known import LEAST
from ruimbaan.core.frictions.reports import personal_in
from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.kernel.texts import Text

AGED = re.compile(r"\b\w+ \(\d{1,3}\)")  # a name with an age behind it
_AGED = Text("een naam met een leeftijd", "a name with an age")


def check(parcel: Parcel) -> None:
    """Raises LooksPersonal, FigureTooSmall or WordsWithoutShape for the first thing that may not go out
    nor come in."""
    for words in _words(parcel):
        check_words(words)
        for found in personal_in(words):
            raise LooksPersonal(found=found)
        if AGED.search(words):
            raise LooksPersonal(found=_AGED)
    for one in parcel.patterns:
        fine = one.times >= LEAST and not one.times % LEAST and not one.helped % LEAST
        if not fine or not 0 <= one.helped <= one.times:
            raise FigureTooSmall(number=one.number)


def _words(parcel: Parcel) -> Iterator[str]:
    yield parcel.title
    texts = [text for one in parcel.changes for text in (one.title, one.before, one.after)]
    texts += [text for one in parcel.blocks for text in (one.title, one.summary)]
    for text in texts:
        yield from (text.nl, text.en)
    for agreed in parcel.agreements:
        yield from (agreed.title, agreed.situation, *agreed.does)
