# SPDX-License-Identifier: EUPL-1.2
"""The route as cards: what whoever it is shown to sees. The person has a page with the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.presentation.card import Card, Section
from ruimbaan.parts.journey.route.presentation.line import line
from ruimbaan.parts.journey.route.store import route_in


def route_cards(told: Iterable[Told], today: date) -> Iterator[Card]:
    for one in told:
        for stop in line(route_in(one), today):
            text = " ".join(stop.lines)
            sections = (Section("", text),) if text else ()
            yield Card(one.id, stop.when, stop.title, (), sections)
