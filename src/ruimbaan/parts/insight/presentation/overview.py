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
from ruimbaan.parts.insight.presentation.stuck import circle_said
from ruimbaan.parts.routes.services import length
from ruimbaan.ui.components import Link
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST_WAITS = 8


@dataclass(frozen=True, slots=True)
class WaitOfKind:
    """Of one kind of support: the middle of what its places give, and the longest, which are the same
    unless `several` do. `note`: how many places say so, and the day of the oldest."""

    kind: str
    middle: str
    longest: str
    note: str
    several: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """`has_middle`: some kind of support has more than one place that gives its wait."""

    title: str
    to_do: tuple[Row, ...]
    waits: tuple[WaitOfKind, ...]
    has_middle: bool
    stuck: tuple[str, ...]
    goes_well: tuple[Row, ...]
    in_force: str
    fragile: tuple[Row, ...]
    is_made_up: bool


def overview_page(region: Region, today: date) -> Overview:
    room = room_in(region.id, today)
    waits = _waits(region.world.services.values())
    return Overview(
        title=in_words(region.title),
        to_do=(
            *_reports(region.id),
            *lapses(region.id, today),
        ),
        waits=waits,
        has_middle=any(one.several for one in waits),
        stuck=tuple(" ".join(circle_said(region, one)) for one in circles(region)),
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
    """The kinds of support whose middle is longest, and as long as the last of them; a step that is of no
    kind, such as a decision, is one of its own. Who gave no wait, is not counted."""
    found: dict[str, list[Service]] = defaultdict(list)
    for one in services:
        if one.wait.days:
            found[str(one.type) if is_place(one) else one.id].append(one)
    ranked = sorted(found.values(), key=lambda some: (-_middle(some), some[0].id))
    least = _middle(ranked[:MOST_WAITS][-1]) if ranked else 0.0
    return tuple(_wait(some) for some in ranked if _middle(some) >= least)


def _wait(places: Sequence[Service]) -> WaitOfKind:
    if is_place(places[0]):
        said = ngettext("{n} plek", "{n} plekken", len(places)).format(n=len(places))
    else:
        said = _("een stap onderweg")
    days = [one.wait.as_of for one in places if one.wait.as_of]
    oldest = written_date(min(days), language(), year=True) if days else ""
    return WaitOfKind(
        kind=in_words(places[0].label),
        middle=length(round(_middle(places))),
        longest=length(max(one.wait.days or 0 for one in places)),
        note=" · ".join(filter(None, (said, oldest))),
        several=len(places) > 1,
    )


def _middle(places: Iterable[Service]) -> float:
    return median(one.wait.days or 0 for one in places)
