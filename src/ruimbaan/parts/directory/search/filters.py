# SPDX-License-Identifier: EUPL-1.2
"""What must be so of a place to be shown. All of it lives for one request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from ruimbaan.core.directory.metro.money import pots_of_frame
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.near import Near
from ruimbaan.parts.directory.wording import Gate, wording

Label = tuple[str, str | bool]  # the name of a filter, and what it asks
SHOWN = ("active", "temporarily closed")  # statuses of HSDS


class Place(NamedTuple):
    """The columns of a listing that are filtered on, with their names."""

    domain: str
    frame: str
    gate: str
    wait_days: int | None
    is_free: bool | None
    is_initiative: bool
    women_only: bool
    with_children: bool
    languages: str

    @property
    def walks_in(self) -> bool:
        """One just comes in, today."""
        return wording().gates.get(self.gate, Gate()).free and self.wait_days == 0

    def labels(self) -> Iterator[Label]:
        """All that can be filtered on and is so of this place."""
        yield "domain", self.domain
        pots = pots_of_frame(self.frame, initiative=self.is_initiative)
        yield from (("payer", payer) for payer in pots)
        yield from (("language", code) for code in self.languages.split())
        said = {
            "walk_in": self.walks_in,
            "no_letter": wording().gates.get(self.gate, Gate()).open,
            "free": self.is_free,
            "women_only": self.women_only,
            "with_children": self.with_children,
            "initiative": self.is_initiative,
        }
        yield from ((name, True) for name, is_so in said.items() if is_so)


@dataclass(frozen=True, slots=True)
class Filters:
    """`open_at` is a moment in the time of the region; `payer` a pot of money of the metro map."""

    domain: str = ""
    payer: str = ""
    language: str = ""
    walk_in: bool = False
    no_letter: bool = False
    free: bool = False
    women_only: bool = False
    with_children: bool = False
    initiative: bool = False
    open_at: datetime | None = None
    near: Near | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of what was chosen."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name))

    @property
    def labels(self) -> tuple[Label, ...]:
        """What a place must have; hours and ways are looked up by themselves."""
        elsewhere = ("open_at", "near")
        return tuple((name, getattr(self, name)) for name in self.chosen if name not in elsewhere)


def shown(region: str) -> QuerySet[Listing]:
    """All places of a region that are there for people now."""
    return Listing.objects.filter(region=region, is_place=True, status__in=SHOWN)
