# SPDX-License-Identifier: EUPL-1.2
"""Proposing, saying yes, looking back and ending. Each organisation speaks for itself."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.discretion.agreements import (
    Share,
    Standing,
    Version,
    check,
    in_force,
    may_change,
)
from ruimbaan.core.discretion.mandates_errors import NotInForce, NotOpenAnyMore
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.discretion.agreeing import letters
from ruimbaan.parts.discretion.agreeing.access import speaks_for
from ruimbaan.parts.discretion.agreeing.models import (
    Agreement,
    ShareRecord,
    Touched,
    TouchRecord,
    VersionRecord,
)
from ruimbaan.parts.discretion.agreeing.reading import versions_of
from ruimbaan.parts.trust.services import Refused

logger = logging.getLogger("ruimbaan.agreements")


@transaction.atomic
def propose(
    actor: Actor, region: str, version: Version, at: datetime, *, change: UUID | None = None
) -> UUID:
    """A new agreement, or with `change` its next version. Who proposes says yes for the own
    organisations; the others get a letter. Raises Refused and what `check` says."""
    today, mine = timezone.localdate(at), speaks_for(actor, at)
    if not any(share.organisation in mine for share in version.shares):
        raise Refused
    check(version, today)
    row = _begun(region, at) if change is None else _to_change(actor, change, at)
    last = row.versions.last()
    kept = VersionRecord.objects.create(
        agreement=row,
        number=last.number + 1 if last else 1,
        title=version.title,
        situation=version.situation,
        until=version.until,
        review=version.review,
        made=at,
    )
    ShareRecord.objects.bulk_create(_share(kept, one, mine, today) for one in version.shares)
    TouchRecord.objects.bulk_create(_touches(kept, version))
    asked = [one.organisation for one in version.shares if one.organisation not in mine]
    letters.asked(row, kept, asked, at)
    _log("yes", kept, (one.organisation for one in version.shares), mine)
    return row.id


@transaction.atomic
def say_yes(actor: Actor, agreement: UUID, number: int, at: datetime) -> None:
    """For every organisation in it that this actor speaks for. Saying it twice is saying it once.
    Raises Refused and NotOpenAnyMore."""
    row, kept, mine = _mine(actor, agreement, number, at)
    today = timezone.localdate(at)
    version = _this(versions_of(row), kept)
    is_newest = not row.versions.filter(number__gt=kept.number).exists()
    if not is_newest or version.standing(today) is Standing.OVER:
        raise NotOpenAnyMore
    waits = version.waits_for(mine)
    for organisation in waits:
        kept.shares.filter(organisation=organisation).update(confirmed=today, by=mine[organisation])
    _log("yes", kept, waits, mine)
    if not kept.shares.filter(confirmed=None).exists() and not version.all_said_yes:
        letters.holds(row, kept, at)


@transaction.atomic
def look_back(actor: Actor, agreement: UUID, number: int, at: datetime) -> None:
    """That they looked back together today. What came of it is a next version, or its end. Raises
    Refused and NotInForce."""
    row, kept, _mine_here = _mine(actor, agreement, number, at)
    today = timezone.localdate(at)
    if _this(versions_of(row), kept).standing(today) is not Standing.IN_FORCE:
        raise NotInForce
    VersionRecord.objects.filter(pk=kept.pk, reviewed=None).update(reviewed=today)


@transaction.atomic
def end(actor: Actor, agreement: UUID, number: int, at: datetime) -> None:
    """From today. A draft that one of them does not want ends alone: only who is in the version that
    holds ends the agreement itself, with the drafts for a next one. Everybody in either is told.
    Again does no harm. Raises Refused and NotOpenAnyMore."""
    row, kept, mine = _mine(actor, agreement, number, at)
    if row.ended is not None or kept.ended is not None:
        return
    today, versions = timezone.localdate(at), versions_of(row)
    holds = in_force(versions, today)
    this = _this(versions, kept)
    drafts = [one for one in versions if _is_open_draft(one, holds, today)]
    if this in drafts:
        VersionRecord.objects.filter(pk=kept.pk).update(ended=today)
        letters.draft_ended(row, kept, _in_any_of(filter(None, (this, holds))), at)
    elif this == holds:
        Agreement.objects.filter(pk=row.pk).update(ended=today)
        letters.ended(row, kept, _in_any_of((this, *drafts)), at)
    else:
        raise NotOpenAnyMore
    _log("end", kept, kept.shares.values_list("organisation_id", flat=True), mine)


def _this(versions: Iterable[Version], kept: VersionRecord) -> Version:
    return next(one for one in versions if one.number == kept.number)


def _is_open_draft(version: Version, holds: Version | None, on: date) -> bool:
    is_newer = holds is None or version.number > holds.number
    return is_newer and version.standing(on) is Standing.DRAFT


def _in_any_of(versions: Iterable[Version]) -> list[UUID]:
    """The organisations in one of these, each once."""
    return list(dict.fromkeys(share.organisation for one in versions for share in one.shares))


def _log(
    event: str, version: VersionRecord, organisations: Iterable[UUID], mine: Mapping[UUID, UUID]
) -> None:
    """Who spoke for which organisation: ids only, once it is really kept."""
    told = "event=%s agreement=%s version=%d organisation=%s by=%s"
    for one in mine.keys() & set(organisations):
        words = (event, version.agreement_id, version.number, one, mine[one])
        transaction.on_commit(partial(logger.info, told, *words))


def _begun(region: str, at: datetime) -> Agreement:
    return Agreement.objects.create(region=region, made=at)


def _to_change(actor: Actor, agreement: UUID, at: datetime) -> Agreement:
    """Raises Refused, and NotOpenAnyMore for what was ended, or for who is no longer in it."""
    row, _kept, mine = _mine(actor, agreement, None, at)
    if not may_change(versions_of(row), mine):
        raise NotOpenAnyMore
    return row


def _mine(
    actor: Actor, agreement: UUID, number: int | None, at: datetime
) -> tuple[Agreement, VersionRecord, dict[UUID, UUID]]:
    """Locked, so that of two who act at once one is first. Without a number the newest version that
    names an organisation of this actor. Raises Refused."""
    row = Agreement.objects.select_for_update().filter(pk=agreement).first()
    if row is None:
        raise Refused
    mine = speaks_for(actor, at)
    versions = row.versions.filter(shares__organisation__in=mine).distinct()
    kept = (versions if number is None else versions.filter(number=number)).last()
    if kept is None:
        raise Refused
    return row, kept, mine


def _share(
    version: VersionRecord, share: Share, mine: dict[UUID, UUID], today: date
) -> ShareRecord:
    by = mine.get(share.organisation)
    return ShareRecord(
        version=version,
        organisation_id=share.organisation,
        does=share.does,
        confirmed=today if by else None,
        by=by,
    )


def _touches(version: VersionRecord, wanted: Version) -> Iterable[TouchRecord]:
    touches = wanted.touches
    for kind, codes in (
        (Touched.RULE, touches.rules),
        (Touched.SERVICE, touches.services),
        (Touched.FRICTION, touches.frictions),
    ):
        for code in dict.fromkeys(codes):
            yield TouchRecord(version=version, kind=kind, code=code)
