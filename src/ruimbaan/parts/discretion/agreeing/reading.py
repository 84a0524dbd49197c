# SPDX-License-Identifier: EUPL-1.2
"""Agreements as they are kept, and who gets to see which version of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from ruimbaan.core.discretion.agreements import (
    Share,
    Standing,
    Touches,
    Version,
    in_force,
    replacing,
)
from ruimbaan.parts.discretion.agreeing.models import (
    Agreement,
    ShareRecord,
    Touched,
    TouchRecord,
    VersionRecord,
)


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement with the versions that its reader may see, the oldest first. `names` are those of
    the organisations in them."""

    id: UUID
    region: str
    made: datetime
    versions: tuple[Version, ...]
    names: dict[UUID, str]

    @property
    def newest(self) -> Version:
        return self.versions[-1]

    def holds(self, on: date) -> Version | None:
        return in_force(self.versions, on)

    def matters(self, on: date) -> Version:
        """What one reads first: the newest, unless that came to nothing and another holds."""
        holds = self.holds(on)
        return holds if holds and self.newest.standing(on) is Standing.OVER else self.newest

    def seen_inside(self, places: Collection[UUID]) -> Agreed | None:
        """Every version that names one of these organisations; None when there is none."""
        mine = [one for one in self.versions if any(s.organisation in places for s in one.shares)]
        return replace(self, versions=tuple(mine)) if mine else None

    def seen_outside(self, on: date) -> Agreed | None:
        """What holds on this day and nothing else: a draft is for those who are asked."""
        holds = self.holds(on)
        return replace(self, versions=(holds,)) if holds else None


def find(agreement: UUID) -> Agreed | None:
    return next(_read(Agreement.objects.filter(pk=agreement)), None)


def inside(places: Collection[UUID]) -> tuple[Agreed, ...]:
    """Of these organisations, the newest first."""
    rows = Agreement.objects.filter(versions__shares__organisation__in=places).distinct()
    found = (one.seen_inside(places) for one in _read(rows.order_by("-made", "id")))
    return tuple(one for one in found if one)


def outside(region: str, on: date) -> tuple[Agreed, ...]:
    """What holds in this region on this day, by title; `region` empty for everywhere."""
    rows = Agreement.objects.filter(region=region) if region else Agreement.objects.all()
    found = (one.seen_outside(on) for one in _read(rows))
    return tuple(sorted((one for one in found if one), key=lambda one: one.newest.title))


def _read(rows: QuerySet[Agreement]) -> Iterator[Agreed]:
    shares = ShareRecord.objects.select_related("organisation")
    versions = VersionRecord.objects.prefetch_related(Prefetch("shares", shares), "touches")
    return map(_agreed, rows.prefetch_related(Prefetch("versions", versions)))


def _agreed(row: Agreement) -> Agreed:
    return Agreed(
        id=row.id,
        region=row.region,
        made=row.made,
        versions=versions_of(row),
        names={
            share.organisation_id: share.organisation.name
            for one in row.versions.all()
            for share in one.shares.all()
        },
    )


def version_of(row: VersionRecord, ended: date | None) -> Version:
    """By itself: only `versions_of` knows whether it was replaced. `ended`: the day from which the
    agreement holds no longer; a draft may have ended before it."""
    touches = list(row.touches.all())
    return Version(
        number=row.number,
        title=row.title,
        situation=row.situation,
        shares=tuple(
            Share(one.organisation_id, one.does, one.confirmed) for one in row.shares.all()
        ),
        touches=Touches(
            rules=_of(touches, Touched.RULE),
            services=_of(touches, Touched.SERVICE),
            frictions=_of(touches, Touched.FRICTION),
        ),
        until=row.until,
        review=row.review,
        ended=min((day for day in (row.ended, ended) if day), default=None),
        reviewed=row.reviewed,
    )


def versions_of(row: Agreement) -> tuple[Version, ...]:
    """All of them, the oldest first, where each knows whether it was replaced."""
    return replacing(version_of(one, row.ended) for one in row.versions.all())


def _of(touches: Iterable[TouchRecord], kind: Touched) -> tuple[str, ...]:
    return tuple(one.code for one in touches if one.kind == kind)
