# SPDX-License-Identifier: EUPL-1.2
"""The route of a file, and its own side: read from and written to their two tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from ruimbaan.core.journey import kept_route_file, kept_route_moments_file
from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_moments import PrivateSide
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import OWN_SIDE, ROUTE, Kind
from ruimbaan.parts.routecheck.services import Since
from ruimbaan.parts.trust.walls import Opening


@dataclass(frozen=True, slots=True)
class Stored:
    """`version` counts the changes, so that two windows cannot overwrite each other unseen."""

    route: KeptRoute
    version: int


def route_of(opening: Opening) -> Stored | None:
    told = _only(opening, ROUTE)
    return None if told is None else Stored(route_in(told), told.version)


def route_in(told: Told) -> KeptRoute:
    return kept_route_file.from_text(told.values["route"])


def own_side_of(opening: Opening) -> PrivateSide:
    """Empty when there is nothing yet."""
    told = _only(opening, OWN_SIDE)
    return PrivateSide() if told is None else own_side_in(told)


def own_side_in(told: Told) -> PrivateSide:
    return kept_route_moments_file.from_text(told.values["own"])


def keep_route(opening: Opening, route: KeptRoute, version: int, at: datetime) -> None:
    """`version`: of the route that this one takes the place of; 0 for the first one. Raises
    ChangedMeanwhile when that is no longer the last."""
    values = {"route": kept_route_file.to_text(route)}
    told = _only(opening, ROUTE)
    if told is None:
        entries.add(opening, ROUTE, uuid4(), values, at)
    elif told.version != version:
        raise entries.ChangedMeanwhile(told)
    else:
        entries.change(opening, ROUTE, told.id, version, values, at)


def keep_own_side(opening: Opening, side: PrivateSide, at: datetime) -> None:
    """There is one window in which this is changed at a time: the person's own last word counts."""
    values = {"own": kept_route_moments_file.to_text(side)}
    told = _only(opening, OWN_SIDE)
    if told is None:
        entries.add(opening, OWN_SIDE, uuid4(), values, at)
    else:
        entries.change(opening, OWN_SIDE, told.id, told.version, values, at)


def keep_days(opening: Opening, since: Since, at: datetime) -> None:
    """For a side that was kept before it knew its days: from now on they stay."""
    side = own_side_of(opening)
    if side.begun is None:
        keep_own_side(opening, replace(side, begun=since.begun, given=since.given), at)


def remove_route(opening: Opening, at: datetime) -> None:
    """The route and the answers under it. Moments stay: they are of the person."""
    for told in entries.read(opening, ROUTE):
        entries.remove(opening, ROUTE, told.id)
    own = _only(opening, OWN_SIDE)
    if own is None:
        return
    if moments := own_side_in(own).moments:
        keep_own_side(opening, PrivateSide(moments=moments), at)
    else:
        entries.remove(opening, OWN_SIDE, own.id)


def _only(opening: Opening, kind: Kind) -> Told | None:
    return next(iter(entries.read(opening, kind)), None)
