# SPDX-License-Identifier: EUPL-1.2
"""Recovery in person: two different workers, one code, one day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust import recovery as core
from ruimbaan.core.trust.parties import Actor, Membership, Role
from ruimbaan.core.trust.recovery import Recovery, State, confirm, stop, use

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SPACE = UUID("b0d3b1de-9a5d-4f6e-8f43-6a0d9f2f9a11")
STERRE = uuid5(SPACE, "sterre")
HOUR = timedelta(hours=1)


def worker(name: str, role: Role = Role.WORKER, *, ends: datetime | None = None) -> Actor:
    account = uuid5(SPACE, name)
    membership = Membership(
        uuid5(SPACE, f"{name} works"), uuid5(SPACE, "De Kribbe"), role, NOW - 24 * HOUR, ends
    )
    return Actor(account, (membership,))


JOKE, BRAM = worker("joke"), worker("bram", Role.EXPERIENCE_EXPERT)
ASKED = confirm(Recovery(STERRE), JOKE, NOW)
CONFIRMED = confirm(ASKED, BRAM, NOW + HOUR)


def test_two_workers_make_a_code_and_it_is_used_once():
    used = use(CONFIRMED, NOW + 2 * HOUR)

    assert ASKED.state(NOW) is State.ASKED
    assert CONFIRMED.state(NOW + HOUR) is State.CONFIRMED
    assert [one.worker for one in CONFIRMED.confirmations] == [JOKE.account, BRAM.account]
    assert used.state(NOW + 2 * HOUR) is State.USED
    with pytest.raises(core.WrongCode):
        use(used, NOW + 2 * HOUR)


def test_one_worker_is_not_enough():
    with pytest.raises(core.SecondMustBeAnother):
        confirm(ASKED, JOKE, NOW + HOUR)
    with pytest.raises(core.WrongCode):
        use(ASKED, NOW + HOUR)


@pytest.mark.parametrize("role", [Role.STEWARD, Role.EDITOR, Role.ADMINISTRATOR])
def test_other_roles_cannot_confirm(role: Role):
    with pytest.raises(core.WorkersOnly):
        confirm(ASKED, worker("nadia", role), NOW + HOUR)


def test_who_works_there_no_longer_cannot_confirm():
    with pytest.raises(core.WorkersOnly):
        confirm(ASKED, worker("oud", ends=NOW + HOUR), NOW + HOUR)


def test_nobody_signed_in_and_a_person_cannot_confirm():
    for actor in (Actor(), Actor(uuid5(SPACE, "karim"))):
        with pytest.raises(core.WorkersOnly):
            confirm(ASKED, actor, NOW)


def test_nobody_confirms_for_themselves():
    with pytest.raises(core.NotForYourself):
        confirm(Recovery(JOKE.account), JOKE, NOW)


def test_the_second_worker_has_a_day():
    last = NOW + core.ASKED_LASTS

    assert confirm(ASKED, BRAM, last - timedelta(seconds=1)).state(last) is State.CONFIRMED
    with pytest.raises(core.RecoveryOver):
        confirm(ASKED, BRAM, last)
    assert ASKED.state(last) is State.RUN_OUT


def test_the_code_lasts_a_day_from_the_second_worker():
    last = NOW + HOUR + core.CODE_LASTS

    assert use(CONFIRMED, last - timedelta(seconds=1)).used is not None
    with pytest.raises(core.WrongCode):
        use(CONFIRMED, last)


def test_a_third_worker_has_nothing_to_confirm():
    with pytest.raises(core.RecoveryOver):
        confirm(CONFIRMED, worker("third"), NOW + HOUR)


@pytest.mark.parametrize("recovery", [ASKED, CONFIRMED], ids=["asked", "confirmed"])
def test_the_person_can_stop_it(recovery: Recovery):
    stopped = stop(recovery, NOW + HOUR)

    assert stopped.state(NOW + HOUR) is State.STOPPED
    for wrong in (use, stop):
        with pytest.raises((core.WrongCode, core.RecoveryOver)):
            wrong(stopped, NOW + HOUR)


def test_without_an_account_everything_is_the_same_and_the_code_opens_nothing():
    nobody = confirm(confirm(Recovery(None), JOKE, NOW), BRAM, NOW + HOUR)

    assert nobody.state(NOW + HOUR) is State.CONFIRMED
    assert nobody.runs_until == CONFIRMED.runs_until
    with pytest.raises(core.WrongCode):
        use(nobody, NOW + HOUR)


STEPS = st.lists(
    st.tuples(st.sampled_from(["joke", "bram", "steward", "use", "stop"]), st.integers(0, 30)),
    max_size=8,
)


@given(STEPS)
def test_a_code_is_only_ever_used_after_two_different_workers(steps: list[tuple[str, int]]):
    actors = {"joke": JOKE, "bram": BRAM, "steward": worker("steward", Role.STEWARD)}
    recovery, now = Recovery(STERRE), NOW
    for step, hours in steps:
        now += hours * HOUR
        try:
            if step in actors:
                recovery = confirm(recovery, actors[step], now)
            else:
                recovery = {"use": use, "stop": stop}[step](recovery, now)
        except DomainError:
            continue

    workers = [one.worker for one in recovery.confirmations]
    assert len(set(workers)) == len(workers)
    assert set(workers) <= {JOKE.account, BRAM.account}
    if recovery.used is not None:
        assert len(workers) == core.NEEDED
        assert recovery.stopped is None
        assert recovery.used - recovery.confirmations[-1].at < core.CODE_LASTS
