# SPDX-License-Identifier: EUPL-1.2
"""All frictions of a region: first what people worked on, then what was said often, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.frictions.friction import Friction
from ruimbaan.core.frictions.round_table import Standing
from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.frictions.meetings import Kept
from ruimbaan.parts.frictions.queries import catalogue
from ruimbaan.parts.frictions.words import KINDS, OUTCOMES
from ruimbaan.ui.components import Tag
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class FrictionRow:
    title: str
    url: str
    note: str
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class SideGroup:
    title: str
    rows: tuple[FrictionRow, ...]


@dataclass(frozen=True, slots=True)
class FrictionList:
    region: str
    worked_on: tuple[FrictionRow, ...]
    often: tuple[FrictionRow, ...]
    rest: tuple[SideGroup, ...]
    reviewed: bool
    is_made_up: bool


def friction_list(
    region: Region, reports: Mapping[str, Rounds], decided: Iterable[Kept], today: date
) -> FrictionList:
    newest: dict[str, Kept] = {}
    for kept in decided:  # the newest first
        newest.setdefault(kept.friction, kept)
    every = catalogue().frictions
    often = sorted(reports, key=lambda name: (-reports[name].shown, name))
    return FrictionList(
        region=in_words(region.title),
        worked_on=tuple(
            _row(every[name], region.id, _decided(kept), _tag(kept, today))
            for name, kept in newest.items()
            if name in every
        ),
        often=tuple(
            _row(
                every[name], region.id, _("Minstens {n} keer gemeld").format(n=reports[name].shown)
            )
            for name in often
            if name in every and name not in newest
        ),
        rest=_groups(region.id, {*newest, *reports}),
        reviewed=catalogue().reviewed,
        is_made_up=region.is_made_up,
    )


def _groups(region: str, left_out: set[str]) -> tuple[SideGroup, ...]:
    """By the side where it begins, in the order of the catalogue."""
    known = catalogue()
    groups: dict[str, list[FrictionRow]] = {side: [] for side in known.sides}
    for name, friction in known.frictions.items():
        if name not in left_out:
            groups[friction.between[0]].append(_row(friction, region, in_words(friction.costs)))
    return tuple(
        SideGroup(in_words(known.sides[side].name), tuple(rows))
        for side, rows in groups.items()
        if rows
    )


def _row(friction: Friction, region: str, note: str, tag: Tag | None = None) -> FrictionRow:
    url = reverse("frictions:one", args=[region, friction.id])
    return FrictionRow(in_words(friction.title), url, note, tag)


def _decided(kept: Kept) -> str:
    if kept.meeting.outcome:
        return f"{KINDS[kept.meeting.kind]}. {OUTCOMES[kept.meeting.outcome]}."
    return f"{KINDS[kept.meeting.kind]}: {kept.meeting.what}"


def _tag(kept: Kept, today: date) -> Tag:
    standing = kept.meeting.standing(today)
    if standing is Standing.LOOKED_BACK:
        return Tag(_("teruggekeken"), "ok")
    return Tag(_("terugkijken") if standing is Standing.TO_LOOK_BACK else _("loopt"), "wait")
