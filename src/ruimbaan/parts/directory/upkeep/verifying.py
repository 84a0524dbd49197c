# SPDX-License-Identifier: EUPL-1.2
"""A coordinator looked with their own eyes: it is right."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.looking import COORDINATOR, looked_at
from ruimbaan.parts.directory import services
from ruimbaan.parts.directory.by import COMMAND_LINE, By
from ruimbaan.parts.directory.joining.models import Keeper
from ruimbaan.parts.directory.joining.writing import entry, get_uid
from ruimbaan.parts.directory.upkeep import deeds
from ruimbaan.parts.directory.upkeep.models import Deed, What


@transaction.atomic
def verify(region: str, code: str, at: datetime, by: By = COMMAND_LINE) -> Deed | None:
    """Today somebody saw that this place is right; reminders begin anew. None when that was said
    today already. Raises UnknownEntry."""
    uid = get_uid(region, code)
    _around, service = entry(uid)
    today = timezone.localdate(at)
    origin = Origin(Source.COORDINATOR, today, by.organisation)
    written = services.write(region, [looked_at(service, COORDINATOR, today)], origin=origin, at=at)
    if not written.changes:
        return None
    Keeper.objects.filter(service=uid).update(reminders=0)
    name = service.text("name")
    return deeds.note(
        What.VERIFIED, region, at=at, by=by, place=code, name=name, write=written.version
    )
