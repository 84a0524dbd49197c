# SPDX-License-Identifier: EUPL-1.2
"""What asks for a steward's attention, where one waits longest, what is stuck, what goes well and what
may fall over. All of it needs no person: it comes from the Kaart, the rules and what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.service import Service
from ruimbaan.parts.directory.queries import Region, circles, is_place
from ruimbaan.parts.discretion.queries import room_in
from ruimbaan.parts.frictions.services import unread
from ruimbaan.parts.insight.presentation.attention import fragile_rows, lapses
from ruimbaan.parts.insight.presentation.goes_well import helped_rows
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.routes.services import length
from ruimbaan.ui.components import Link
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST_WAITS = 8


@dataclass(frozen=True, slots=True)
class WaitOfKind:
    """Of one kind of support: the middle of what its places give, and the longest. `note`: how many
    places say so, and the day of the oldest."""

    kind: str
    middle: str
    longest: str
    note: str


@dataclass(frozen=True, slots=True)
class Overview:
    title: str
    to_do: tuple[Row, ...]
    waits: tuple[WaitOfKind, ...]
    stuck: tuple[str, ...]
    goes_well: tuple[Row, ...]
    in_force: str
    fragile: tuple[Row, ...]
    is_made_up: bool


def overview_page(region: Region, today: date) -> Overview:
    room = room_in(region.id, today)
    return Overview(
        title=in_words(region.title),
        to_do=(
            *_reports(region.id),
            *lapses(region.id, today),
        ),
        waits=_waits(region.world.services.values()),
        stuck=tuple(" ".join(map(in_words, one.sentences)) for one in circles(region)),
        goes_well=helped_rows(region.id),
        in_force=ngettext(
            "{n} werkafspraak geldt", "{n} werkafspraken gelden", room.in_force
        ).format(n=room.in_force),
        fragile=fragile_rows(region.id, today),
        is_made_up=region.is_made_up,
    )


def _reports(region: str) -> Iterable[Row]:
    if count := unread(region):
        said = ngettext("{n} melding", "{n} meldingen", count).format(n=count)
        link = Link(_("Hier wringt het"), reverse("frictions:keep", args=[region]))
        yield Row(link, _("{reports} om te lezen").format(reports=said))


def _waits(services: Iterable[Service]) -> tuple[WaitOfKind, ...]:
    """The kinds of support whose middle is longest. Who gave no wait, is not counted."""
    found: dict[int, list[Service]] = defaultdict(list)
    for one in services:
        if is_place(one) and one.type is not None and one.wait.days:
            found[one.type].append(one)
    ranked = sorted(found.items(), key=lambda one: (-_middle(one[1]), one[0]))[:MOST_WAITS]
    return tuple(_wait(places) for _kind, places in ranked)


def _wait(places: Sequence[Service]) -> WaitOfKind:
    said = ngettext("{n} plek", "{n} plekken", len(places)).format(n=len(places))
    days = [one.wait.as_of for one in places if one.wait.as_of]
    oldest = written_date(min(days), language(), year=True) if days else ""
    return WaitOfKind(
        kind=in_words(places[0].label),
        middle=length(round(_middle(places))),
        longest=length(max(one.wait.days or 0 for one in places)),
        note=" · ".join(filter(None, (said, oldest))),
    )


def _middle(places: Iterable[Service]) -> float:
    return median(one.wait.days or 0 for one in places)
