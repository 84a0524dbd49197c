# SPDX-License-Identifier: EUPL-1.2
"""The list of what was done: written together with what it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from ruimbaan.core.directory.records.record import Json
from ruimbaan.parts.directory.by import By
from ruimbaan.parts.directory.upkeep.models import Deed, What

LONGEST_NAME, LONGEST_NUMBER = 300, 18
WHO_IS_KEPT = timedelta(days=2 * 365)  # who did it; that it was done stays


def note(
    what: What,
    region: str,
    *,
    at: datetime,
    by: By,
    place: str = "",
    name: str = "",
    other: str = "",
    write: str = "",
    key: Mapping[str, Json] | None = None,
) -> Deed:
    """Must be called in the transaction of what was done."""
    return Deed.objects.create(
        region=region,
        what=what,
        place=place[:64],
        name=name[:LONGEST_NAME],
        other=other[:LONGEST_NAME],
        at=at,
        by=by.membership,
        write=write,
        key=dict(key or {}),
    )


def list_done(region: str, most: int) -> tuple[Deed, ...]:
    """The latest first."""
    return tuple(Deed.objects.filter(region=region).order_by("-at", "-pk")[:most])


def forget_who(at: datetime) -> int:
    """After two years it is no longer told who did it. How many were forgotten."""
    old = Deed.objects.filter(at__lt=at - WHO_IS_KEPT)
    return old.exclude(by=None, undone_by=None).update(by=None, undone_by=None)


def find_done(region: str, number: str) -> Deed | None:
    """`number` as it stands in an address; None when there is no such deed."""
    if not (number.isdecimal() and number.isascii() and len(number) < LONGEST_NUMBER):
        return None
    return Deed.objects.filter(region=region, pk=int(number)).first()


def hands_of(region: str, writes: set[str]) -> dict[str, UUID]:
    """By version that was made: the membership of who made it, as far as that is known."""
    found = Deed.objects.filter(region=region, write__in=writes - {""}).exclude(by=None)
    return {write: by for write, by in found.values_list("write", "by") if by}
