# SPDX-License-Identifier: EUPL-1.2
"""What someone looks for, out of an address. Lives for one request only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from ruimbaan.core.directory.metro.money import NAMES
from ruimbaan.parts.directory.geography.queries import place_of
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.near import Near
from ruimbaan.parts.directory.wording import wording

WORDS, DOMAIN, PLACE, LANGUAGE, PAYER = "zoek", "gebied", "bij", "taal", "betaalt"
FAR, SHEET = "verder", "blad"
YES = "1"
SWITCHES = {  # name in the address, name of the filter
    "nu-open": "open_at",
    "zo-binnen": "walk_in",
    "zonder-brief": "no_letter",
    "gratis": "free",
    "vrouwen": "women_only",
    "kinderen": "with_children",
    "initiatief": "initiative",
}
LONGEST = 200  # characters of a question
NEARBY, FURTHER = 5_000, 20_000  # metres


@dataclass(frozen=True, slots=True)
class Looking:
    """`asked` is what was understood, by its name in the address; `sheet` which page of results,
    from 1. A `place` that we know nothing of filters nothing: then `place_is_known` is False."""

    asked: Mapping[str, str]
    filters: Filters
    sheet: int = 1
    place_is_known: bool = True

    @property
    def words(self) -> str:
        return self.asked.get(WORDS, "")

    @property
    def place(self) -> str:
        return self.asked.get(PLACE, "")

    def chose(self, name: str) -> bool:
        return name in self.asked

    def address(self, base: str, **changes: str) -> str:
        """The same question with something else: an empty text leaves it out."""
        query = QueryDict(mutable=True)
        for name, value in {**self.asked, **changes}.items():
            if value:
                query[name] = value
        return f"{base}?{query.urlencode()}" if query else base


def read(asked: QueryDict, region: str, now: datetime) -> Looking:
    """What is not understood is left out: an address that was cut off still shows a list."""
    words, place, language = (_clean(asked.get(name, "")) for name in (WORDS, PLACE, LANGUAGE))
    domain, payer = asked.get(DOMAIN, ""), asked.get(PAYER, "")
    understood = {
        WORDS: words,
        PLACE: place,
        LANGUAGE: language if language.isalpha() else "",
        DOMAIN: domain if domain in wording().domains else "",
        PAYER: payer if payer in NAMES else "",
        FAR: YES if asked.get(FAR) == YES else "",
        **{name: YES for name in SWITCHES if asked.get(name) == YES},
    }
    found = {name: value for name, value in understood.items() if value}
    metres = FURTHER if FAR in found else NEARBY
    found_place = place_of(region, place) if place else None
    switched = {SWITCHES[name]: True for name in SWITCHES if name in found}
    switched.pop("open_at", None)
    filters = Filters(
        domain=understood[DOMAIN],
        payer=understood[PAYER],
        language=understood[LANGUAGE],
        open_at=now if "nu-open" in found else None,
        near=Near(found_place[1], metres) if found_place else None,
        **switched,
    )
    return Looking(
        found, filters, _sheet(asked.get(SHEET, "")), found_place is not None or not place
    )


def _sheet(number: str) -> int:
    return int(number) if number.isdecimal() and len(number) < 5 and int(number) else 1


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]
