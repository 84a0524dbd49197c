# SPDX-License-Identifier: EUPL-1.2
"""One decision for every way into a file. A slow twin, written as a list of what must all hold,
agrees with it on made-up cases that lie close to every boundary."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.trust.deciding import Action, Because, Decision, Subject, decide
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.grants import Given, Grant
from ruimbaan.core.trust.parties import Actor, Membership, Party, PartyKind, Role
from ruimbaan.core.trust.purposes import OPENS, Purpose

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STERRE, KARIM, NOOR, OMA = (UUID(int=number) for number in range(1, 5))
FILE, OTHER_FILE = UUID(int=11), UUID(int=12)
DE_KADE, BUURTTEAM = UUID(int=21), UUID(int=22)
WORK, OLD_WORK = UUID(int=31), UUID(int=32)
LINK = UUID(int=41)

moments = st.sampled_from([NOON + timedelta(seconds=step) for step in (-9, -1, 0, 1, 9)])
maybe_moments = st.none() | moments
memberships = st.builds(
    Membership,
    id=st.sampled_from([WORK, OLD_WORK]),
    organisation=st.sampled_from([DE_KADE, BUURTTEAM]),
    role=st.sampled_from(Role),
    starts=moments,
    ends=maybe_moments,
)
actors = st.builds(
    Actor,
    account=st.sampled_from([None, STERRE, NOOR, OMA]),
    memberships=st.lists(memberships, max_size=2).map(tuple),
    link=st.sampled_from([None, LINK]),
)
parties = st.sampled_from(
    [
        Party(PartyKind.ACCOUNT, NOOR),
        Party(PartyKind.ACCOUNT, OMA),
        Party(PartyKind.MEMBERSHIP, WORK),
        Party(PartyKind.MEMBERSHIP, NOOR),  # the id of something else
        Party(PartyKind.ORGANISATION, DE_KADE),
        Party(PartyKind.ORGANISATION, WORK),
        Party(PartyKind.LINK, LINK),
    ]
)
grants = st.builds(
    Grant,
    id=st.uuids(),
    journey=st.sampled_from([FILE, FILE, OTHER_FILE]),
    part=st.sampled_from([Part.WISHES, Part.STORY, Part.OWN]),
    party=parties,
    purpose=st.sampled_from([Purpose.SUPPORT, Purpose.APPLICATION, Purpose.FUNDING]),
    starts=moments,
    ends=moments,
    words=st.just("delen-1"),
    given=st.just(Given.SELF),
    revoked=maybe_moments,
)
subjects = st.builds(
    Subject,
    journey=st.just(FILE),
    owner=st.sampled_from([None, STERRE, STERRE, KARIM]),
    part=st.sampled_from([Part.WISHES, Part.STORY, Part.OWN]),
    restricted=st.booleans(),
)
purposes = st.sampled_from([None, Purpose.SUPPORT, Purpose.APPLICATION, Purpose.FUNDING])
cases = st.tuples(actors, st.sampled_from(Action), subjects, st.lists(grants, max_size=4), purposes)


def slow_twin(
    actor: Actor,
    action: Action,
    subject: Subject,
    given_before: list[Grant],
    purpose: Purpose | None,
) -> bool:
    """May it? Every sentence of the rules on its own; no reasons, no order."""
    signed_in = {actor.account, actor.link} != {None}
    if signed_in and subject.owner is not None and actor.account == subject.owner:
        return True
    reaching = set()
    for grant in given_before:
        if grant.party.kind is PartyKind.ACCOUNT and grant.party.id == actor.account:
            reaching.add(grant.id)
        if grant.party.kind is PartyKind.LINK and grant.party.id == actor.link:
            reaching.add(grant.id)
        for work in actor.memberships:
            shows = work.role in {Role.WORKER, Role.EXPERIENCE_EXPERT}
            runs = work.starts <= NOON and not (work.ends is not None and work.ends <= NOON)
            named = (grant.party.kind is PartyKind.MEMBERSHIP and grant.party.id == work.id) or (
                grant.party.kind is PartyKind.ORGANISATION and grant.party.id == work.organisation
            )
            if shows and runs and named:
                reaching.add(grant.id)
    return (
        signed_in
        and subject.owner is not None
        and not subject.restricted
        and action is Action.LOOK
        and subject.part is not Part.OWN
        and any(
            grant.id in reaching
            and grant.journey == subject.journey
            and grant.part is subject.part
            and grant.purpose is purpose
            and grant.part in OPENS[grant.purpose]
            and not grant.starts > NOON
            and grant.ends > NOON
            and not (grant.revoked is not None and grant.revoked <= NOON)
            for grant in given_before
        )
    )


def ask(case: tuple[Any, ...]) -> Decision:
    actor, action, subject, given_before, purpose = case
    return decide(actor, action, subject, given_before, NOON, purpose)


@given(cases)
def test_the_slow_twin_agrees(case):
    assert ask(case).allowed is slow_twin(*case)


@given(cases)
def test_a_yes_says_owner_or_which_grant_and_a_no_says_neither(case):
    decision = ask(case)

    if decision.because is Because.GRANT:
        assert decision.grant is not None
        assert decision.grant in case[3]
        assert decision.grant.in_force(NOON)
    assert decision.allowed is (decision.because in {Because.OWNER, Because.GRANT})


@given(cases)
def test_nobody_else_ever_sees_own_notes(case):
    actor, _action, subject, *_rest = case

    if subject.part is Part.OWN and ask(case).allowed:
        assert actor.account == subject.owner


@given(cases)
def test_nobody_else_ever_changes_shares_or_erases(case):
    actor, action, subject, *_rest = case

    if action is not Action.LOOK and ask(case).allowed:
        assert actor.account == subject.owner


@given(cases)
def test_a_closed_file_is_closed_to_everyone_else(case):
    actor, action, subject, given_before, purpose = case
    closed = Subject(subject.journey, subject.owner, subject.part, restricted=True)

    decision = decide(actor, action, closed, given_before, NOON, purpose)

    assert decision.allowed is (subject.owner is not None and actor.account == subject.owner)


@given(cases, st.randoms())
def test_the_order_of_grants_and_of_work_does_not_matter(case, random):
    actor, action, subject, given_before, purpose = case
    shuffled = random.sample(given_before, len(given_before))
    turned = Actor(actor.account, tuple(reversed(actor.memberships)), actor.link)

    other = decide(turned, action, subject, shuffled, NOON, purpose)

    assert (other.allowed, other.because) == (ask(case).allowed, ask(case).because)


@given(cases, grants)
def test_one_more_grant_never_takes_anything_away(case, more):
    actor, action, subject, given_before, purpose = case

    after = decide(actor, action, subject, [*given_before, more], NOON, purpose)

    assert after.allowed or not ask(case).allowed


@given(cases)
def test_taking_all_grants_back_leaves_only_the_owner(case):
    actor, action, subject, given_before, purpose = case
    revoked = [
        Grant(
            grant.id,
            grant.journey,
            grant.part,
            grant.party,
            grant.purpose,
            grant.starts,
            grant.ends,
            grant.words,
            grant.given,
            revoked=NOON,
        )
        for grant in given_before
    ]

    decision = decide(actor, action, subject, revoked, NOON, purpose)

    assert decision.because in set(Because) - {Because.GRANT}


def because(grant: Grant | None, **subject: Any) -> Because:
    actor = Actor(NOOR, (Membership(WORK, DE_KADE, Role.WORKER, NOON - timedelta(days=1)),))
    about = Subject(FILE, STERRE, Part.WISHES, **subject)
    return decide(
        actor, Action.LOOK, about, [grant] if grant else [], NOON, Purpose.SUPPORT
    ).because


def a_grant(**change: Any) -> Grant:
    usual: dict[str, Any] = {
        "id": UUID(int=99),
        "journey": FILE,
        "part": Part.WISHES,
        "party": Party(PartyKind.MEMBERSHIP, WORK),
        "purpose": Purpose.SUPPORT,
        "starts": NOON - timedelta(days=1),
        "ends": NOON + timedelta(days=1),
        "words": "delen-1",
        "given": Given.SELF,
    }
    return Grant(**usual | change)


def test_each_no_has_its_own_reason():
    day = timedelta(days=1)

    assert because(a_grant()) is Because.GRANT
    assert because(None) is Because.NO_GRANT
    assert because(a_grant(part=Part.STORY)) is Because.NO_GRANT
    assert because(a_grant(ends=NOON)) is Because.ENDED
    assert because(a_grant(starts=NOON + day, ends=NOON + 2 * day)) is Because.NOT_YET
    assert because(a_grant(revoked=NOON)) is Because.REVOKED
    assert because(a_grant(purpose=Purpose.HANDOFF)) is Because.OTHER_PURPOSE
    assert because(a_grant(), restricted=True) is Because.RESTRICTED


def test_of_several_noes_the_nearest_to_a_yes_is_told():
    revoked, other = a_grant(revoked=NOON), a_grant(id=UUID(int=98), purpose=Purpose.HANDOFF)
    actor = Actor(NOOR, (Membership(WORK, DE_KADE, Role.WORKER, NOON - timedelta(days=1)),))

    decision = decide(
        actor,
        Action.LOOK,
        Subject(FILE, STERRE, Part.WISHES),
        [revoked, other],
        NOON,
        Purpose.SUPPORT,
    )

    assert decision.because is Because.OTHER_PURPOSE
    assert decision.grant is None  # which one it was is not told when there are more


def test_funding_opens_nothing():
    assert OPENS[Purpose.FUNDING] == frozenset()
    assert all(parts <= SHAREABLE for parts in OPENS.values())
