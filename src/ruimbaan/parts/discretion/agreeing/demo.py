# SPDX-License-Identifier: EUPL-1.2
"""What the made-up organisations of a demo agreed, who may say yes there, and what was promised: the
room of the three made-up journeys. Everything goes through the same services as the pages use."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from ruimbaan.core.discretion.agreements import Share, Touches, Version
from ruimbaan.core.discretion.mandates import Letter, Term
from ruimbaan.core.discretion.resources import Kind, Promise
from ruimbaan.core.trust.parties import Actor, Membership, Role
from ruimbaan.parts.accounts.services import find_or_start_organisation
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.discretion.agreeing.agreements import propose, say_yes
from ruimbaan.parts.discretion.agreeing.demo_stories import (
    AGREED,
    LETTERS,
    PROMISES,
    AgreedStory,
    LetterStory,
    PromiseStory,
)
from ruimbaan.parts.discretion.agreeing.forms import NOBODY, frictions_of
from ruimbaan.parts.discretion.agreeing.models import Agreement
from ruimbaan.parts.discretion.agreeing.promises import give_letter, promise
from ruimbaan.parts.rulebook.queries import find_rule


def prepare(now: datetime) -> None:
    """Can be repeated: what somebody changed in a demo stays. Nothing for a region that is not in
    this demo."""
    if Agreement.objects.exists():
        return
    for story in AGREED:
        if story.region in list_names():
            _agree(story, now)
    for letter in LETTERS:
        if letter.region in list_names():
            _give(letter, now)
    for one in PROMISES:
        if one.region in list_names():
            _promise(one, now)


def _agree(story: AgreedStory, now: datetime) -> None:
    at = now - timedelta(days=story.ago)
    today = timezone.localdate(at)
    places = [
        find_or_start_organisation(name, region=story.region, at=at) for name, _does in story.who
    ]
    version = Version(
        number=1,
        title=story.title,
        situation=story.situation,
        shares=tuple(
            Share(place, does) for place, (_name, does) in zip(places, story.who, strict=True)
        ),
        touches=Touches(story.rules, story.services, frictions_of(story.rules)),
        until=today + timedelta(days=story.lasts),
        review=today + timedelta(days=story.review),
    )
    first, *others = places
    made = propose(_speaker(at, first), story.region, version, at)
    if not story.is_draft:
        say_yes(_speaker(at, *others), made, 1, at)


def _give(story: LetterStory, now: datetime) -> None:
    if find_rule(story.rule) is None:
        return
    place = find_or_start_organisation(story.organisation, region=story.region, at=now)
    letter = Letter(
        id=NOBODY,
        rule=story.rule,
        organisation=story.organisation,
        function=story.function,
        up_to=story.up_to,
        reach=story.reach,
        given_by=story.given_by,
        term=_term(now, story.lasts),
        deputy=story.deputy,
    )
    give_letter(_speaker(now, place), place, letter, story.name, now)


def _promise(story: PromiseStory, now: datetime) -> None:
    place = find_or_start_organisation(story.organisation, region=story.region, at=now)
    wanted = Promise(
        id=NOBODY,
        kind=story.kind,
        organisation=story.organisation,
        team=story.team,
        by=story.by,
        term=_term(now, story.lasts),
        rule=story.rule,
        amount=story.amount,
        in_routes=story.kind is Kind.COVER,
    )
    promise(_speaker(now, place), place, wanted, now)


def _term(now: datetime, days: int) -> Term:
    today: date = timezone.localdate(now)
    return Term(today, today + timedelta(days=days))


def _speaker(since: datetime, *organisations: UUID) -> Actor:
    """Somebody made up who speaks for these organisations, without an account."""
    works = (Membership(uuid4(), one, Role.STEWARD, since) for one in organisations)
    return Actor(memberships=tuple(works))
