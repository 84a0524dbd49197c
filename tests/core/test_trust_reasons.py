# SPDX-License-Identifier: EUPL-1.2
"""Each reason for a yes or a no is the one that is told: the page "waarom?" leans on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from ruimbaan.core.trust.deciding import Action, Because, Subject, decide
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Given, Grant
from ruimbaan.core.trust.parties import Actor, Membership, Party, PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
OWNER, OTHER, FILE, ORGANISATION = (UUID(int=number) for number in (1, 2, 3, 4))
JOB = Membership(UUID(int=5), ORGANISATION, Role.WORKER, NOW - DAY)
WORKER = Actor(account=OTHER, memberships=(JOB,))
SUBJECT = Subject(FILE, OWNER, Part.WISHES)
GRANT = Grant(
    id=UUID(int=6),
    journey=FILE,
    part=Part.WISHES,
    party=Party(PartyKind.MEMBERSHIP, JOB.id),
    purpose=Purpose.SUPPORT,
    starts=NOW - DAY,
    ends=NOW + DAY,
    words="1",
    given=Given.SELF,
)
ENDED_JOB = replace(JOB, ends=NOW)
STEWARD = replace(JOB, role=Role.STEWARD)

CASES: dict[Because, tuple[Actor, Action, Subject, Grant]] = {
    Because.OWNER: (Actor(account=OWNER), Action.ERASE, SUBJECT, GRANT),
    Because.GRANT: (WORKER, Action.LOOK, SUBJECT, GRANT),
    Because.NOT_SIGNED_IN: (Actor(), Action.LOOK, SUBJECT, GRANT),
    Because.NO_SUCH_FILE: (WORKER, Action.LOOK, replace(SUBJECT, owner=None), GRANT),
    Because.ONLY_OWNER: (WORKER, Action.CHANGE, SUBJECT, GRANT),
    Because.NEVER_SHARED: (WORKER, Action.LOOK, replace(SUBJECT, part=Part.OWN), GRANT),
    Because.RESTRICTED: (WORKER, Action.LOOK, replace(SUBJECT, restricted=True), GRANT),
    Because.ROLE_SEES_NO_FILES: (
        replace(WORKER, memberships=(STEWARD,)),
        Action.LOOK,
        SUBJECT,
        GRANT,
    ),
    Because.NO_GRANT: (WORKER, Action.LOOK, replace(SUBJECT, part=Part.STORY), GRANT),
    Because.OTHER_PURPOSE: (
        WORKER,
        Action.LOOK,
        SUBJECT,
        replace(GRANT, purpose=Purpose.HANDOFF),
    ),
    Because.NOT_YET: (WORKER, Action.LOOK, SUBJECT, replace(GRANT, starts=NOW + DAY / 2)),
    Because.ENDED: (WORKER, Action.LOOK, SUBJECT, replace(GRANT, ends=NOW)),
    Because.REVOKED: (WORKER, Action.LOOK, SUBJECT, replace(GRANT, revoked=NOW)),
    Because.MEMBERSHIP_ENDED: (
        replace(WORKER, memberships=(ENDED_JOB,)),
        Action.LOOK,
        SUBJECT,
        GRANT,
    ),
}


def test_every_reason_has_a_case():
    never_decided = {Because.IN_PERSON, Because.OWN_WISH}  # said by recovery, and by stepping back
    assert set(CASES) == set(Because) - never_decided


@pytest.mark.parametrize("because", CASES)
def test_the_reason_is_the_one_that_counts(because: Because):
    actor, action, subject, grant = CASES[because]

    decision = decide(actor, action, subject, [grant], NOW, Purpose.SUPPORT)

    assert decision.because is because
    assert decision.allowed == (because in {Because.OWNER, Because.GRANT})


@pytest.mark.parametrize("purpose", [Purpose.FUNDING, Purpose.EMERGENCY])
def test_a_purpose_opens_only_what_it_needs_whatever_a_row_says(purpose: Purpose):
    decision = decide(WORKER, Action.LOOK, SUBJECT, [replace(GRANT, purpose=purpose)], NOW, purpose)

    assert decision.because is Because.OTHER_PURPOSE


@pytest.mark.parametrize("kind", [PartyKind.ACCOUNT, PartyKind.LINK, PartyKind.ORGANISATION])
def test_what_was_given_to_one_is_not_for_another(kind: PartyKind):
    another = replace(GRANT, party=Party(kind, UUID(int=99)))
    actor = replace(WORKER, link=UUID(int=98))

    assert not decide(actor, Action.LOOK, SUBJECT, [another], NOW, Purpose.SUPPORT).allowed


def test_a_grant_on_another_file_counts_for_that_file_only():
    another = replace(GRANT, journey=UUID(int=77))

    decision = decide(WORKER, Action.LOOK, SUBJECT, [another], NOW, Purpose.SUPPORT)

    assert decision.because is Because.NO_GRANT


def test_the_membership_of_a_colleague_is_of_a_colleague():
    colleague = replace(WORKER, memberships=(replace(JOB, id=UUID(int=78)),))

    decision = decide(colleague, Action.LOOK, SUBJECT, [GRANT], NOW, Purpose.SUPPORT)

    assert decision.because is Because.NO_GRANT
