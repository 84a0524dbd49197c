# SPDX-License-Identifier: EUPL-1.2
"""The next way after a no: as the planner sees it for the route of this person, or else the same kind
of support by how soon one can begin; which of the two it is, the page says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presentation.composing import suggested
from ruimbaan.parts.journey.services import OtherWay, Own, other_way
from ruimbaan.parts.routes.services import next_best
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Next:
    label: str
    provider: str
    wait: str
    url: str


@dataclass(frozen=True, slots=True)
class NextWay:
    """`way` is the planner's; without one `places` are of the same kind."""

    way: OtherWay | None = None
    places: tuple[Next, ...] = ()


def next_way(own: Own, row: HandoffRecord, handoff: Handoff, receiver: str) -> NextWay | None:
    """None when nothing was refused, a next question runs already, or the person chose otherwise."""
    last = handoff.steps[-1] if handoff.steps else None
    if not has_ended(handoff) or handoff.met or not suggested(last.reason if last else None):
        return None
    if row.next.exists():
        return None
    if row.goal_id or row.step_id:
        with own.open(Part.ROUTE, Part.OWN) as opening:
            way = other_way(opening, refused(row), own.today)
        if way is not None:
            return NextWay(way)
    return NextWay(places=_places(row, receiver))


def refused(row: HandoffRecord) -> tuple[tuple[UUID | None, UUID | None], ...]:
    """What was asked, and what was asked before it: each place that said no is left out."""
    return tuple((one.step_id, one.goal_id) for one in _chain(row))


def _chain(row: HandoffRecord) -> Iterator[HandoffRecord]:
    one: HandoffRecord | None = row
    while one is not None:
        yield one
        one = one.after


def _places(row: HandoffRecord, receiver: str) -> tuple[Next, ...]:
    found = next_best(row.region, row.service_type, {receiver})
    url = reverse("handoff:compose")
    return tuple(
        Next(
            label=in_words(one.label),
            provider=one.provider,
            wait=_wait(one.wait_days),
            url=f"{url}?na={row.id}&bij={one.service}",
        )
        for one in found
    )


def _wait(days: int | None) -> str:
    if days is None:
        return _("Hoe lang het duurt, weten we niet.")
    if days == 0:
        return _("Je kunt er meteen heen.")
    return _("Het duurt ongeveer {dagen} dagen.").format(dagen=days)
