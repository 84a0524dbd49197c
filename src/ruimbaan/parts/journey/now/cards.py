# SPDX-License-Identifier: EUPL-1.2
"""A sketch as a card, for who it is shown to: every domain in words, the last one on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils import timezone

from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kind import DOMAINS
from ruimbaan.parts.journey.now.content_of import asks, marks
from ruimbaan.parts.journey.now.kinds import TITLE
from ruimbaan.parts.journey.presentation.card import Card
from ruimbaan.parts.journey.presentation.saying import capital, day, in_words
from ruimbaan.ui.components import Fact


def sketch_cards(told: Iterable[Told], today: date) -> Iterator[Card]:
    for one in sorted(told, key=lambda one: one.written, reverse=True):
        yield Card(
            id=one.id,
            kicker=capital(day(timezone.localdate(one.written), today)),
            title=one.values.get(TITLE, ""),
            facts=tuple(
                Fact(in_words(DOMAINS[code]), in_words(marks()[one.values[code]]))
                for code in asks()
                if one.values.get(code) in marks()
            ),
            sections=(),
        )
