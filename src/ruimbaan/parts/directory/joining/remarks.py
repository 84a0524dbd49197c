# SPDX-License-Identifier: EUPL-1.2
"""Anyone may say that something about a place is wrong, or that a place is theirs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from ruimbaan.parts.directory.by import COMMAND_LINE, By
from ruimbaan.parts.directory.joining.models import Remark
from ruimbaan.parts.directory.joining.models.work import RemarkKind
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.upkeep import deeds
from ruimbaan.parts.directory.upkeep.models import What


def remark(
    region: str, service: str, kind: RemarkKind, text: str, at: datetime, address: str = ""
) -> Remark:
    """Kept for the coordinator only. The same words again while they wait are kept once."""
    known, _made = Remark.objects.get_or_create(
        region=region,
        service=service,
        kind=kind,
        text=text,
        address=address,
        done_at=None,
        defaults={"at": at},
    )
    return known


def list_waiting(region: str, service: str) -> tuple[Remark, ...]:
    """About this service (by id), the oldest first."""
    rows = Remark.objects.filter(region=region, service=service, done_at=None)
    return tuple(rows.order_by("at", "pk"))


def words_of(region: str, numbers: Iterable[int]) -> dict[int, str]:
    """What was written in these remarks, by number."""
    rows = Remark.objects.filter(region=region, pk__in=list(numbers))
    return dict(rows.values_list("pk", "text"))


@transaction.atomic
def settle(region: str, number: int, at: datetime, by: By = COMMAND_LINE) -> bool:
    """A coordinator looked at it; what was written is thrown away. False when there is none."""
    waiting = Remark.objects.filter(region=region, pk=number, done_at=None)
    if not waiting.update(done_at=at, text="", address=""):
        return False
    about = Remark.objects.filter(pk=number).values("service")
    listed = Listing.objects.filter(uid__in=about).values_list("code", "name").first()
    code, name = listed or ("", "")
    deeds.note(What.SETTLED, region, at=at, by=by, place=code, name=name)
    return True
