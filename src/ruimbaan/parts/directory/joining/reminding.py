# SPDX-License-Identifier: EUPL-1.2
"""Letters that ask whether an entry is still right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ruimbaan.core.directory.joining.becoming import SEEN
from ruimbaan.core.directory.joining.reminders import Upkeep, reminder_is_due
from ruimbaan.parts.directory.joining.models import Keeper
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.directory.joining.outbox import post
from ruimbaan.parts.directory.models import Listing


@dataclass(frozen=True, slots=True)
class Due:
    """Never the address: a name of a place, when it was last looked at, and which letter it is."""

    region: str
    code: str
    name: str
    verified_on: date
    number: int
    keeper: int


def list_due(today: date) -> tuple[Due, ...]:
    """Whom to write, by region and code."""
    return tuple(sorted(_due(today), key=lambda due: (due.region, due.code)))


@transaction.atomic
def remind(due: Due, at: datetime) -> None:
    """Write this letter, unless somebody answered or was written in the meantime."""
    counted = Keeper.objects.filter(pk=due.keeper, reminders=due.number - 1).update(
        reminders=F("reminders") + 1
    )
    if counted:
        post(Keeper.objects.get(pk=due.keeper), Purpose.UPKEEP, at)


def remind_all(at: datetime) -> tuple[Due, ...]:
    """Write everybody whose day it is. Whom one writes stands in the answer."""
    found = list_due(timezone.localdate(at))
    for due in found:
        remind(due, at)
    return found


def _due(today: date) -> Iterator[Due]:
    keepers = Keeper.objects.exclude(proved_on=None).order_by("pk")
    listings = {
        listing.uid: listing
        for listing in Listing.objects.filter(status=SEEN, uid__in=keepers.values("service"))
    }
    for keeper in keepers:
        listing = listings.get(keeper.service)
        if listing is None or listing.verified_on is None:
            continue
        if reminder_is_due(Upkeep(listing.verified_on, keeper.reminders), today):
            yield Due(
                region=keeper.region,
                code=listing.code,
                name=listing.name,
                verified_on=listing.verified_on,
                number=keeper.reminders + 1,
                keeper=keeper.pk,
            )
