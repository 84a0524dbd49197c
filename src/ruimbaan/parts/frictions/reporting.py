# SPDX-License-Identifier: EUPL-1.2
"""Taking in a report, looking at it once, and letting go of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.frictions import reports
from ruimbaan.core.frictions.errors import DecidedAlready, NotOnTheList
from ruimbaan.core.frictions.reports import FORWARDED_FOR, UNREAD_FOR, Report
from ruimbaan.parts.frictions.models import ReportRecord, ReportTally
from ruimbaan.parts.frictions.queries import catalogue, organisations_on_map
from ruimbaan.parts.frictions.store import place_of, put_rounds, rounds_of
from ruimbaan.parts.trust.services import new_key, seal, shred


def take_in(report: Report, at: datetime) -> UUID:
    """Its number, that nobody is told. Of the day only the week is kept, of the reporter nothing.
    Raises what `check` says, before anything was kept."""
    reports.check(report, catalogue(), organisations_on_map(report.region))
    row = ReportRecord(
        id=uuid4(),
        region=report.region,
        week=_monday(timezone.localdate(at)),
        friction=report.friction,
        between=list(report.between),
        helps=sorted(report.helps),
        to_them=report.to_them,
    )
    if report.words.strip():
        new_key(row.pk)
        row.words = seal(row.pk, place_of(row), report.words.strip())
    row.save()
    return row.pk


@transaction.atomic
def count(report: UUID, region: str, friction: str, at: datetime) -> None:
    """Counts it at this friction. Its words go, unless the two sides are to read them for a while.
    Raises DecidedAlready when somebody else was first, and NotOnTheList."""
    known = catalogue().frictions
    if friction not in known:
        raise NotOnTheList
    row = _open_row(report, region)
    ReportTally.objects.get_or_create(region=region, friction=friction)
    tally = ReportTally.objects.select_for_update().get(region=region, friction=friction)
    put_rounds(tally, rounds_of(tally).with_one(row.helps))
    if row.to_them and len(row.between) > 1:
        row.friction = friction
        row.read_until = timezone.localdate(at) + timedelta(days=FORWARDED_FOR)
        row.save()
    else:
        _let_go(row)


@transaction.atomic
def set_aside(report: UUID, region: str) -> None:
    """It is not counted and nothing stays of it. Raises DecidedAlready."""
    _let_go(_open_row(report, region))


def unread(region: str) -> int:
    """How many reports wait for somebody to look at them."""
    return ReportRecord.objects.filter(region=region, read_until=None).count()


def forget_over(at: datetime) -> int:
    """Takes away what is past its day, and says how many: words that nobody looked at are not kept
    on the shelf."""
    gone = _over(timezone.localdate(at))
    for row in gone:
        _let_go(row)
    return len(gone)


def _over(today: date) -> list[ReportRecord]:
    read = ReportRecord.objects.filter(read_until__lt=today)
    unread = ReportRecord.objects.filter(
        read_until=None, week__lt=today - timedelta(days=UNREAD_FOR)
    )
    return [*read, *unread]


def _open_row(report: UUID, region: str) -> ReportRecord:
    """Locked, so that of two who judge it at once one is first."""
    row = (
        ReportRecord.objects.select_for_update()
        .filter(pk=report, region=region, read_until=None)
        .first()
    )
    if row is None:
        raise DecidedAlready
    return row


def _let_go(row: ReportRecord) -> None:
    key, had_words = row.pk, row.words is not None
    row.delete()
    if had_words:
        transaction.on_commit(lambda: shred(key))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
