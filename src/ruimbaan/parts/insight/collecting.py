# SPDX-License-Identifier: EUPL-1.2
"""What the tables of a region are counted from: kinds of support, weeks and ways, and nobody."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ruimbaan.core.insight.courses import SELF, UNKNOWN, Cohort, Course, way_of
from ruimbaan.parts.accounts.queries import places_on_map
from ruimbaan.parts.directory.queries import main_kinds
from ruimbaan.parts.handoff.services import AskedOnce, asked_in


def courses_in(region: str, cohort: Cohort) -> tuple[Course, ...]:
    """Each handoff that was asked in these weeks. The kind of a sender is what it mostly offers on
    the Kaart; where nobody said what was asked, that of the receiver."""
    found = asked_in(region, cohort.first, cohort.end)
    kinds = _kinds(found)
    return tuple(_course(one, kinds) for one in found)


def _kinds(found: Iterable[AskedOnce]) -> dict[UUID, int]:
    """Also of an organisation that stands on the Kaart of another region."""
    places = places_on_map({one for each in found for one in (each.sender, each.receiver) if one})
    mostly = {region: main_kinds(region) for region, _code in places.values()}
    return {
        organisation: mostly[region][code]
        for organisation, (region, code) in places.items()
        if code in mostly[region]
    }


def _course(one: AskedOnce, kinds: dict[UUID, int]) -> Course:
    offers = kinds.get(one.receiver) if one.receiver else None
    return Course(
        van=_code(kinds.get(one.sender)) if one.sender else SELF,
        naar=_code(one.service_type or offers),
        asked=one.asked,
        way=way_of(one.asked, one.ended, one.outcome, one.reason),
        sender=str(one.sender or ""),
        receiver=str(one.receiver or ""),
    )


def _code(kind: int | None) -> str:
    return UNKNOWN if kind is None else str(kind)
