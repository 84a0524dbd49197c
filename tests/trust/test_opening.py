# SPDX-License-Identifier: EUPL-1.2
"""The one way in: what `open_file` hands out, to whom, and for how long."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey.models import StoryText, Wish
from ruimbaan.parts.trust.files.erasing import erase
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from ruimbaan.parts.trust.files.reading import grants_on
from ruimbaan.parts.trust.files.row_context import row_context
from ruimbaan.parts.trust.services import Refused, close_for_others, open_file
from ruimbaan.parts.trust.walls import LOOKING, NotOpened
from tests.trust.people import account, file_of, give, opening, row, worker

pytestmark = pytest.mark.django_db
ASKED = frozenset({Part.WISHES, Part.STORY})


class Interrupted(Exception):
    pass


@pytest.fixture
def journey() -> Journey:
    found = file_of(account())
    row(Wish, found)
    row(StoryText, found)
    return found


@pytest.fixture
def member() -> MembershipRecord:
    return worker(Organisation.objects.create(name="Hier"))


def seen(actor: Actor, journey: Journey) -> set[Part]:
    try:
        with open_file(
            actor, journey.id, ASKED, purpose=Purpose.SUPPORT, now=timezone.now()
        ) as opening:
            return {
                model.part for model in (Wish, StoryText) if model.objects.within(opening).exists()
            }
    except Refused:
        return set()


def test_who_may_see_one_part_of_what_was_asked_gets_one_part(
    journey: Journey, member: MembershipRecord
):
    give(journey, Part.WISHES, (PartyKind.MEMBERSHIP, member.id))

    assert seen(actor_for(member.account_id), journey) == {Part.WISHES}


def test_nothing_that_may_be_seen_is_a_refusal_and_not_an_empty_file(journey: Journey):
    with (
        pytest.raises(Refused),
        open_file(
            actor_for(account().id),
            journey.id,
            ASKED,
            purpose=Purpose.SUPPORT,
            now=timezone.now(),
        ),
    ):
        pytest.fail("it was opened")


def test_what_was_opened_ends_with_its_answer(journey: Journey):
    assert journey.owner_id is not None
    actor = actor_for(journey.owner_id)
    with open_file(actor, journey.id, ASKED, action=Action.CHANGE, now=timezone.now()) as opening:
        pass

    with pytest.raises(NotOpened):
        Wish.objects.within(opening).exists()


def test_a_grant_on_another_file_opens_nothing(journey: Journey, member: MembershipRecord):
    give(file_of(account()), Part.WISHES, (PartyKind.MEMBERSHIP, member.id))

    assert seen(actor_for(member.account_id), journey) == set()


def test_stopped_is_stopped_at_once(journey: Journey, member: MembershipRecord):
    given = give(journey, Part.WISHES, (PartyKind.MEMBERSHIP, member.id))
    GrantRecord.objects.filter(pk=given.pk).update(revoked=timezone.now())

    assert seen(actor_for(member.account_id), journey) == set()


def test_who_left_sees_nothing_at_once(journey: Journey, member: MembershipRecord):
    give(journey, Part.WISHES, (PartyKind.ORGANISATION, member.organisation_id))
    MembershipRecord.objects.filter(pk=member.pk).update(ends=timezone.now() - timedelta(seconds=1))

    assert seen(actor_for(member.account_id), journey) == set()


def test_the_memberships_of_another_are_of_another(journey: Journey, member: MembershipRecord):
    give(journey, Part.WISHES, (PartyKind.MEMBERSHIP, member.id))

    assert seen(actor_for(account().id), journey) == set()


def test_a_closed_file_is_open_to_its_owner_only(journey: Journey, member: MembershipRecord):
    give(journey, Part.WISHES, (PartyKind.MEMBERSHIP, member.id))
    Journey.objects.filter(pk=journey.pk).update(restricted=timezone.now())
    assert journey.owner_id is not None

    assert seen(actor_for(member.account_id), journey) == set()
    assert seen(actor_for(journey.owner_id), journey) == ASKED


def test_a_file_that_is_not_there_is_refused():
    with (
        pytest.raises(Refused),
        open_file(actor_for(account().id), uuid4(), ASKED, now=timezone.now()),
    ):
        pytest.fail("it was opened")


def test_only_the_grants_of_this_file_are_read(journey: Journey):
    party = (PartyKind.ACCOUNT, account().id)
    mine = give(journey, Part.WISHES, party)
    give(file_of(account()), Part.WISHES, party)

    assert [grant.id for grant in grants_on(journey.id)] == [mine.id]


@pytest.mark.parametrize("action", [Action.CHANGE, Action.SHARE, Action.ERASE])
def test_a_file_that_was_erased_since_the_decision_stays_empty(journey: Journey, action: Action):
    decided = opening(journey, *Part, action=action)
    erasing = opening(journey, *Part, action=Action.ERASE)
    with row_context(erasing):
        erase(erasing, timezone.now())

    with pytest.raises(Refused), row_context(decided):
        pytest.fail("it was opened")


@pytest.mark.parametrize("action", sorted(LOOKING))
def test_who_looks_in_a_file_that_was_erased_since_finds_nothing(journey: Journey, action: Action):
    looking = opening(journey, Part.WISHES, action=action)
    erasing = opening(journey, *Part, action=Action.ERASE)
    with row_context(erasing):
        erase(erasing, timezone.now())

    with row_context(looking):
        assert not Wish.objects.within(looking).exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_given_is_given_whole_or_not_at_all(journey: Journey):
    assert journey.owner_id is not None
    actor, now = actor_for(journey.owner_id), timezone.now()

    def share_and_fail() -> None:
        with open_file(actor, journey.id, frozenset(Part), action=Action.SHARE, now=now) as opened:
            close_for_others(opened, now)
            raise Interrupted

    with pytest.raises(Interrupted):
        share_and_fail()

    assert Journey.objects.get(pk=journey.pk).restricted is None
