# SPDX-License-Identifier: EUPL-1.2
"""Anyone may say that something about a place is wrong, or that a place is theirs."""

from __future__ import annotations

from datetime import datetime

from ruimbaan.parts.directory.joining.models import Remark
from ruimbaan.parts.directory.joining.models.work import RemarkKind


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


def settle(region: str, number: int, at: datetime) -> bool:
    """A coordinator looked at it; what was written is thrown away. False when there is none."""
    waiting = Remark.objects.filter(region=region, pk=number, done_at=None)
    return bool(waiting.update(done_at=at, text="", address=""))
