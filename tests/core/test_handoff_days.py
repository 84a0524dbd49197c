# SPDX-License-Identifier: EUPL-1.2
"""Days of a handoff: terms of the law, reminders, and the person who is called at last."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from ruimbaan.core.handoff.errors import NotPossible
from ruimbaan.core.handoff.following import follow, pass_on
from ruimbaan.core.handoff.handoffs import Handoff, Step, confirm_meeting, move
from ruimbaan.core.handoff.owners import owner_today, still_open, without_owner
from ruimbaan.core.handoff.reminding import Nudge, To, due, next_day
from ruimbaan.core.handoff.states import By, Profile, Reason, State
from ruimbaan.core.handoff.terms import (
    TERMS,
    Ask,
    answer_day,
    before_working_days,
    law_day,
)
from ruimbaan.core.kernel.working_days import after_working_days

SENDER, RECEIVER, NAMED, OTHER = (UUID(int=number) for number in (2, 3, 4, 5))
MONDAY = date(2026, 11, 23)


def local_day(moment: datetime) -> date:
    return moment.astimezone(ZoneInfo("Europe/Amsterdam")).date()


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def asked(day: date = MONDAY, ask: Ask = Ask.SUPPORT) -> Handoff:
    handoff = Handoff(
        UUID(int=1), Profile.RUIMBAAN, "woning", SENDER, RECEIVER, ask=ask, named=NAMED
    )
    handoff = move(handoff, Step(State.DRAFT, By.PERSON, at(day)))
    return move(handoff, Step(State.REQUESTED, By.PERSON, at(day), day=answer_day(ask, day)))


def then(handoff: Handoff, end: State, by: By, day: date, agreed: date | None = None) -> Handoff:
    reason = Reason.HOURS if end in {State.REJECTED, State.ON_HOLD} else None
    return move(handoff, Step(end, by, at(day), reason, agreed))


def nudges(handoff: Handoff, today: date) -> dict[Nudge, date]:
    return {one.nudge: one.day for one in due(handoff, today, local_day)}


@pytest.mark.parametrize(
    ("ask", "begin", "last"),
    [
        (Ask.WMO_ENQUIRY, date(2026, 11, 23), date(2027, 1, 4)),  # six weeks
        (Ask.WMO_ENQUIRY, date(2026, 11, 20), date(2027, 1, 4)),  # New Year's Day and a weekend
        (Ask.WMO_DECISION, date(2026, 12, 11), date(2026, 12, 28)),  # Christmas, on a Friday
        (Ask.DEBT_TALK, date(2026, 11, 30), date(2026, 12, 28)),
        (Ask.DEBT_TALK_URGENT, date(2026, 11, 27), date(2026, 12, 2)),  # Friday: Mon, Tue, Wed
        (Ask.DEBT_TALK_URGENT, date(2026, 12, 24), date(2026, 12, 30)),
        (Ask.TREATMENT_TALK, date(2027, 3, 1), date(2027, 3, 30)),  # Easter Monday is the 29th
    ],
)
def test_the_last_day_that_the_law_leaves(ask: Ask, begin: date, last: date):
    assert law_day(ask, begin) == last


def test_every_term_of_the_law_names_its_rule():
    assert {ask for ask, term in TERMS.items() if term is None} == {Ask.SUPPORT}
    assert {term.rule for term in TERMS.values() if term} == {"R01", "R02", "R21", "R29"}


def test_an_answer_is_asked_before_the_law_runs_out():
    assert answer_day(Ask.SUPPORT, MONDAY) == date(2026, 11, 30)
    assert answer_day(Ask.DEBT_TALK_URGENT, MONDAY) == date(2026, 11, 25)
    for ask in Ask:
        for days in range(400):
            begin = MONDAY + timedelta(days=days)
            last = law_day(ask, begin)
            assert begin < answer_day(ask, begin)
            assert last is None or answer_day(ask, begin) < last


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2027, 3, 27, 22, 59, tzinfo=UTC), date(2027, 3, 27)),  # winter time
        (datetime(2027, 3, 27, 23, 0, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 21, 59, tzinfo=UTC), date(2027, 3, 28)),  # the clock went forward
        (datetime(2027, 3, 28, 22, 0, tzinfo=UTC), date(2027, 3, 29)),
        (datetime(2027, 10, 31, 22, 59, tzinfo=UTC), date(2027, 10, 31)),  # and back
        (datetime(2027, 10, 31, 23, 0, tzinfo=UTC), date(2027, 11, 1)),
    ],
)
def test_days_count_on_the_clocks_where_people_are(moment: datetime, day: date):
    """Without a day in it, a yes is asked after five working days from the day it was said here."""
    yes = move(asked(date(2027, 3, 1)), Step(State.ACCEPTED, By.RECEIVER, moment))

    found = {one.nudge: one.day for one in due(yes, date(2028, 1, 1), local_day)}

    assert found[Nudge.DID_YOU_MEET] == after_working_days(day, 6)


def test_a_term_is_the_same_over_a_change_of_clocks():
    begin = datetime(2027, 3, 26, 23, 30, tzinfo=UTC)  # already the 27th here

    assert law_day(Ask.WMO_DECISION, local_day(begin)) == date(2027, 4, 12)


def test_before_christmas_there_is_no_working_day_in_christmas():
    assert before_working_days(date(2026, 12, 28), 1) == date(2026, 12, 24)


def test_silence_reminds_then_tells_the_sender_then_calls_who_was_named():
    handoff = asked()

    assert nudges(handoff, date(2026, 11, 26)) == {}
    assert nudges(handoff, date(2026, 11, 27)) == {Nudge.ASK_AGAIN: date(2026, 11, 27)}
    assert nudges(handoff, date(2026, 12, 1))[Nudge.SILENT] == date(2026, 12, 1)
    assert [one.to for one in due(handoff, date(2026, 12, 3), local_day)] == [
        To.RECEIVER,
        To.SENDER,
        To.NAMED,
    ]


def test_what_came_due_while_nobody_looked_is_still_due():
    assert Nudge.SILENT_NAMED in nudges(asked(), date(2027, 11, 1))


def test_late_by_law_is_told_apart_from_late_with_an_answer():
    handoff = asked(ask=Ask.DEBT_TALK)

    assert Nudge.LATE_BY_LAW not in nudges(handoff, date(2026, 12, 21))
    assert nudges(handoff, date(2026, 12, 22))[Nudge.LATE_BY_LAW] == date(2026, 12, 22)


def test_another_day_has_its_own_reminders_and_no_new_term_of_the_law():
    held = then(asked(ask=Ask.DEBT_TALK), State.ON_HOLD, By.RECEIVER, MONDAY, date(2026, 12, 7))

    assert nudges(held, date(2026, 12, 4)) == {}
    assert nudges(held, date(2026, 12, 8)) == {
        Nudge.DAY_ASKED: date(2026, 12, 7),
        Nudge.DAY_PASSED: date(2026, 12, 8),
    }
    again = then(held, State.REQUESTED, By.PERSON, date(2026, 12, 8), date(2026, 12, 14))
    assert again.asked == at(MONDAY)
    assert next_day(again, date(2026, 12, 8), local_day) == date(2026, 12, 11)


def test_a_yes_without_a_meeting_is_not_done():
    yes = then(asked(), State.ACCEPTED, By.RECEIVER, MONDAY, date(2026, 12, 1))

    assert nudges(yes, date(2026, 12, 1)) == {}
    assert list(nudges(yes, date(2026, 12, 31))) == [
        Nudge.DID_YOU_MEET,
        Nudge.NOT_MET,
        Nudge.NOT_MET_NAMED,
    ]
    assert due(confirm_meeting(yes, at(date(2026, 12, 1))), date(2027, 1, 1), local_day) == ()


def test_a_yes_without_a_day_gets_the_usual_one():
    yes = then(asked(), State.ACCEPTED, By.RECEIVER, MONDAY)

    assert nudges(yes, date(2026, 12, 31))[Nudge.DID_YOU_MEET] == date(2026, 12, 1)


def test_after_a_no_the_next_way_is_looked_for_until_it_is_there():
    no = then(asked(), State.REJECTED, By.RECEIVER, MONDAY)

    assert Nudge.NEXT_WAY_NAMED in nudges(no, date(2026, 11, 27))
    assert due(no, date(2026, 11, 27), local_day, followed=True) == ()


def test_the_next_one_has_the_same_sender():
    no = then(asked(), State.REJECTED, By.RECEIVER, MONDAY)

    following = follow(no, UUID(int=9), OTHER)
    passed = pass_on(no, UUID(int=9), OTHER)

    assert (following.sender, following.after, following.via) == (SENDER, no.id, None)
    assert (passed.responsible, passed.named, passed.via) == (SENDER, NAMED, RECEIVER)
    assert still_open([no, following]) == (following,)


def test_what_runs_or_led_to_a_meeting_is_not_followed():
    with pytest.raises(NotPossible):
        follow(asked(), UUID(int=9), OTHER)
    with pytest.raises(NotPossible):
        pass_on(asked(), UUID(int=9), OTHER)


def test_when_the_sender_is_gone_who_was_named_answers_for_it():
    handoff = asked()

    assert owner_today(handoff, lambda party: party != SENDER) == NAMED
    assert without_owner([handoff], lambda _party: False) == (handoff,)
    assert without_owner([handoff], lambda party: party == NAMED) == ()
