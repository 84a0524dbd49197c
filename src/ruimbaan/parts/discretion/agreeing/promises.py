# SPDX-License-Identifier: EUPL-1.2
"""Letters of mandate and promised room: giving them, taking them back, and reading them. Who uses
what was promised, and how often, is kept nowhere."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ruimbaan.core.discretion.agreements import names_nobody
from ruimbaan.core.discretion.mandates import Letter, Term, check_rule, check_term
from ruimbaan.core.discretion.mandates_errors import AmountMissing
from ruimbaan.core.discretion.resources import Kind, Promise
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.discretion.agreeing import holders
from ruimbaan.parts.discretion.agreeing.access import must_speak_for, speaks_for
from ruimbaan.parts.discretion.agreeing.models import LetterRecord, PromiseRecord
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.trust.services import Refused


@transaction.atomic
def give_letter(actor: Actor, organisation: UUID, letter: Letter, name: str, at: datetime) -> UUID:
    """`name`: how the holder is called inside; may be empty. Raises Refused, NobodyBendsThis,
    EndBeforeStart, EndPassed."""
    must_speak_for(actor, organisation, at)
    _check(letter.rule, letter.term, at)
    row = LetterRecord.objects.create(
        id=uuid4(),
        organisation_id=organisation,
        rule=letter.rule,
        starts=letter.term.starts,
        until=letter.term.until,
        made=at,
        function=letter.function,
        up_to=letter.up_to,
        deputy=letter.deputy,
        reach=letter.reach,
        given_by=letter.given_by,
    )
    if name:
        holders.keep(row, name)
    return row.id


@transaction.atomic
def promise(actor: Actor, organisation: UUID, wanted: Promise, at: datetime) -> UUID:
    """Hours, a budget or cover. Raises Refused, AmountMissing, NobodyBendsThis, EndBeforeStart,
    EndPassed, NamesSomebody."""
    must_speak_for(actor, organisation, at)
    names_nobody(wanted.team)
    covers = wanted.kind is Kind.COVER
    if not covers and wanted.amount < 1:
        raise AmountMissing
    _check(wanted.rule if covers else None, wanted.term, at)
    row = PromiseRecord.objects.create(
        organisation_id=organisation,
        kind=wanted.kind,
        rule=wanted.rule if covers else "",
        amount=0 if covers else wanted.amount,
        team=wanted.team,
        starts=wanted.term.starts,
        until=wanted.term.until,
        given_by=wanted.by,
        in_routes=covers and wanted.in_routes,
        made=at,
    )
    return row.id


@transaction.atomic
def take_back(actor: Actor, given: UUID, at: datetime) -> None:
    """A letter or a promise holds no longer from today. Raises Refused."""
    mine = speaks_for(actor, at)
    today = timezone.localdate(at)
    letter = LetterRecord.objects.filter(pk=given, organisation__in=mine).first()
    if letter is not None:
        LetterRecord.objects.filter(pk=given, withdrawn=None).update(withdrawn=today)
        holders.forget(letter)
        return
    if not PromiseRecord.objects.filter(pk=given, organisation__in=mine).exists():
        raise Refused
    PromiseRecord.objects.filter(pk=given, withdrawn=None).update(withdrawn=today)


def letters_of(places: Collection[UUID]) -> tuple[Letter, ...]:
    """Of these organisations, also what is over; what lapses first comes first."""
    return tuple(map(letter_of, _letters().filter(organisation__in=places)))


def promises_of(places: Collection[UUID]) -> tuple[Promise, ...]:
    rows = _promises().filter(organisation__in=places)
    return tuple(map(promise_of, rows))


def letters_in(region: str, on: date) -> tuple[Letter, ...]:
    """That hold on this day in this region; `region` empty for everywhere."""
    rows = _letters().filter(starts__lte=on, until__gte=on, organisation__ended=None)
    rows = rows.filter(organisation__region=region) if region else rows
    return tuple(one for one in map(letter_of, rows) if one.term.holds(on))


def cover_in(region: str, on: date) -> tuple[Promise, ...]:
    """Cover that others may know of, and that holds on this day in this region."""
    rows = _promises().filter(
        kind=Kind.COVER, in_routes=True, starts__lte=on, until__gte=on, organisation__ended=None
    )
    rows = rows.filter(organisation__region=region) if region else rows
    return tuple(one for one in map(promise_of, rows) if one.term.holds(on))


def _letters() -> QuerySet[LetterRecord]:
    return LetterRecord.objects.select_related("organisation")


def _promises() -> QuerySet[PromiseRecord]:
    return PromiseRecord.objects.select_related("organisation")


def letter_of(row: LetterRecord) -> Letter:
    return Letter(
        id=row.id,
        rule=row.rule,
        organisation=row.organisation.name,
        function=row.function,
        up_to=row.up_to,
        reach=row.reach,
        given_by=row.given_by,
        term=Term(row.starts, row.until, row.withdrawn),
        deputy=row.deputy,
    )


def promise_of(row: PromiseRecord) -> Promise:
    return Promise(
        id=row.id,
        kind=Kind(row.kind),
        organisation=row.organisation.name,
        team=row.team,
        by=row.given_by,
        term=Term(row.starts, row.until, row.withdrawn),
        rule=row.rule,
        amount=row.amount,
        in_routes=row.in_routes,
    )


def _check(rule: str | None, term: Term, at: datetime) -> None:
    if rule is not None:
        found = find_rule(rule)
        check_rule(found.rule if found else None)
    check_term(term, timezone.localdate(at))
