# SPDX-License-Identifier: EUPL-1.2
"""Rows of requests, and the one way in which one is written. Nothing here asks who may."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from ruimbaan.core.discretion.asking import next_day
from ruimbaan.core.discretion.asking_errors import ActedMeanwhile, TooManyOpen
from ruimbaan.parts.discretion.asking import slots
from ruimbaan.parts.discretion.asking.kept import Kept, as_text, from_text
from ruimbaan.parts.discretion.asking.models import RequestRecord
from ruimbaan.parts.trust.services import KeyGone, digest_of, new_key, seal, shred, unseal

Change = Callable[[Kept], Kept]


@dataclass(frozen=True, slots=True)
class Found:
    id: UUID
    version: int
    kept: Kept


def add(request: UUID, kept: Kept) -> Found:
    """In the caller's transaction. The same id again gives what is there."""
    there = find(request)
    if there is not None:
        return there
    new_key(request)
    new_key(kept.owner)
    new_key(kept.account)
    for _ in range(slots.TRIES):
        try:
            with transaction.atomic():
                return _found(_create(request, kept)) or _gone()
        except IntegrityError:  # the same form, or the same free name, at the same moment
            if (there := find(request)) is not None:
                return there
    raise ActedMeanwhile


def find(request: UUID) -> Found | None:
    row = RequestRecord.objects.filter(pk=request).first()
    return None if row is None else _found(row)


def by_link(token: str) -> Found | None:
    row = RequestRecord.objects.filter(link=digest_of(token)).first()
    return None if row is None else _found(row)


def by_used_link(token: str) -> Found | None:
    """Which request was answered by this link, that opens nothing any more."""
    row = RequestRecord.objects.filter(after_link=digest_of(token)).first()
    return None if row is None else _found(row)


def asked_by(account: UUID) -> tuple[Found, ...]:
    return _newest_first(slots.found(RequestRecord, "of_asker", account))


def about(journey: UUID) -> tuple[Found, ...]:
    return _newest_first(slots.found(RequestRecord, "of_person", journey))


def put(found: Found, change: Change, *, used: str = "") -> Found:
    """The request after this change. `used` is the link by which it was done. Of two at once one is
    first; the other gets ActedMeanwhile. A change that changes nothing writes nothing."""
    kept = change(found.kept)
    if kept == found.kept:
        return found
    values = {
        "version": found.version + 1,
        "due": next_day(kept.request),
        "link": digest_of(kept.token) if kept.token else slots.nobody(),
        "sealed": _sealed(found.id, kept),
    }
    if used:
        values["after_link"] = digest_of(used)
    rows = RequestRecord.objects.filter(pk=found.id, version=found.version)
    if not rows.update(**values):
        raise ActedMeanwhile
    return Found(found.id, found.version + 1, kept)


def belonging_to(owners: Collection[UUID]) -> list[UUID]:
    """The requests of these owners, also when nobody can read them any more."""
    if not owners:
        return []
    return [row.id for row in RequestRecord.objects.all() if _owner(row) in owners]


def remove(request: UUID) -> None:
    RequestRecord.objects.filter(pk=request).delete()
    transaction.on_commit(lambda: shred(request))


def _create(request: UUID, kept: Kept) -> RequestRecord:
    asker = slots.nobody() if kept.own else _free_of_asker(kept.account, kept.made)
    person = (
        slots.free(RequestRecord, "of_person", kept.journey) if kept.journey else slots.nobody()
    )
    return RequestRecord.objects.create(
        id=request,
        due=next_day(kept.request),
        link=digest_of(kept.token) if kept.token else slots.nobody(),
        after_link=slots.nobody(),
        of_asker=asker,
        of_person=person,
        owner=seal(request, RequestRecord.place("owner", request), str(kept.owner)),
        sealed=_sealed(request, kept),
    )


def _free_of_asker(account: UUID, today: date) -> str:
    """When the list of who asks is full, what is over longest leaves it, and last of all what waits
    to be looked back on: who asked did not read or do all there is yet. A request about a person stays
    with that person; one about nobody would be of nobody, and is gone. Raises TooManyOpen."""
    try:
        return slots.free(RequestRecord, "of_asker", account)
    except TooManyOpen:
        over = [one for one in asked_by(account) if one.kept.request.may_leave(today)]
        if not over:
            raise
    first = min(over, key=lambda one: _needed_still(one, today))
    if first.kept.journey is None:
        remove(first.id)
    else:
        RequestRecord.objects.filter(pk=first.id).update(of_asker=slots.nobody())
    return slots.free(RequestRecord, "of_asker", account)


def _needed_still(found: Found, today: date) -> tuple[bool, date, date, UUID]:
    """The smallest is needed least by who asked."""
    request = found.kept.request
    return request.looks_back(today), request.ends, found.kept.made, found.id


def _sealed(request: UUID, kept: Kept) -> bytes:
    return seal(kept.owner, RequestRecord.place("sealed", request), as_text(kept))


def _found(row: RequestRecord) -> Found | None:
    """None when its key is gone: then nobody can read it any more."""
    try:
        text = unseal(_owner(row), row.place("sealed", row.id), bytes(row.sealed))
    except KeyGone:
        return None
    return Found(row.id, row.version, from_text(text))


def _owner(row: RequestRecord) -> UUID:
    return UUID(unseal(row.id, row.place("owner", row.id), bytes(row.owner)))


def _newest_first(rows: Iterable[RequestRecord]) -> tuple[Found, ...]:
    told = [one for row in rows if (one := _found(row)) is not None]
    return tuple(sorted(told, key=lambda one: (one.kept.made, one.id), reverse=True))


def _gone() -> Found:
    raise KeyGone
