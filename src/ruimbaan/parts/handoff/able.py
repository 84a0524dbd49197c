# SPDX-License-Identifier: EUPL-1.2
"""Which organisations are able: they stand on the Kaart of that region with that kind of support."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.accounts.queries import places_on_map
from ruimbaan.parts.directory.queries import organisations_with
from ruimbaan.parts.handoff.models import HandoffRecord


def able(row: HandoffRecord, organisations: Iterable[UUID]) -> frozenset[UUID]:
    """Those of `organisations` that may take this request; none when it is not open."""
    if row.receiver is not None or row.state != State.REQUESTED or row.service_type is None:
        return frozenset()
    offering = organisations_with(row.region, row.service_type)
    places = places_on_map(organisations)
    return frozenset(
        one for one, (region, code) in places.items() if region == row.region and code in offering
    )


def open_for(organisations: Iterable[UUID]) -> tuple[HandoffRecord, ...]:
    """Open requests that one of these can take, the longest waiting first."""
    mine = tuple(organisations)
    regions = {region for region, _code in places_on_map(mine).values()}
    rows = HandoffRecord.objects.filter(
        receiver=None, state=State.REQUESTED, region__in=regions, journey__erased=None
    ).order_by("made", "pk")
    return tuple(row for row in rows if able(row, mine))
