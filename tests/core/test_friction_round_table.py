# SPDX-License-Identifier: EUPL-1.2
"""A decision of those concerned: who has to sit there, and when they look back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.frictions.errors import (
    DayNotRight,
    NothingChosen,
    RuleMissing,
    TooFewAtTheTable,
)
from ruimbaan.core.frictions.round_table import (
    LIVED_IT,
    NEEDS_RULE,
    WORKS_ON_IT,
    Kind,
    Meeting,
    Outcome,
    Seat,
    Standing,
    Weight,
    check,
)
from ruimbaan.core.journey.own_words import WordsMissing, WordsTooLong
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

TODAY = date(2026, 11, 23)
GOOD = Meeting(
    held=TODAY - timedelta(days=3),
    seats=frozenset({Seat.EXPERIENCE_EXPERT, Seat.WORKER}),
    organisations=2,
    weight=Weight.COSTLY,
    kind=Kind.AGREE,
    what="De melding gaat in de eerste week de deur uit.",
    who="De behandelaar",
    review=TODAY + timedelta(days=90),
)


def test_all_who_are_missing_are_said_at_once():
    nobody = replace(GOOD, seats=frozenset({Seat.MANAGER}), organisations=1)

    with pytest.raises(TooFewAtTheTable) as refused:
        check(nobody, TODAY)

    missing = refused.value.details["missing"]
    assert isinstance(missing, Text)
    assert missing.nl == (
        "iemand die het zelf meemaakte; iemand van de uitvoering of van een initiatief; "
        "een tweede organisatie"
    )


def test_a_decision_of_those_concerned_stands():
    check(GOOD, TODAY)
    check(replace(GOOD, kind=Kind.LEAVE, who=""), TODAY)
    check(replace(GOOD, kind=Kind.ROOM, rule="R36"), TODAY)


@pytest.mark.parametrize(
    ("meeting", "says"),
    [
        (replace(GOOD, seats=frozenset({Seat.WORKER, Seat.MANAGER})), TooFewAtTheTable),
        (replace(GOOD, seats=frozenset({Seat.CLIENT, Seat.MUNICIPALITY})), TooFewAtTheTable),
        (replace(GOOD, organisations=1), TooFewAtTheTable),
        (replace(GOOD, held=TODAY + timedelta(days=1)), DayNotRight),
        (replace(GOOD, review=GOOD.held), DayNotRight),
        (replace(GOOD, review=GOOD.held + timedelta(days=367)), DayNotRight),
        (replace(GOOD, kind=Kind.CHANGE_RULE), RuleMissing),
        (replace(GOOD, kind=Kind.ROOM), RuleMissing),
        (replace(GOOD, what=" "), NothingChosen),
        (replace(GOOD, who=""), WordsMissing),
        (replace(GOOD, what="x" * 401), WordsTooLong),
    ],
)
def test_what_is_missing_is_said(meeting: Meeting, says: type[DomainError]):
    with pytest.raises(says):
        check(meeting, TODAY)


@given(
    st.frozensets(st.sampled_from(Seat)),
    st.integers(0, 5),
    st.sampled_from(Kind),
    st.integers(-5, 5),
    st.integers(-400, 400),
    st.sampled_from(("", "R36")),
)
def test_no_decision_without_who_lived_it_who_does_it_and_a_second_organisation(
    seats: frozenset[Seat], organisations: int, kind: Kind, held: int, review: int, rule: str
):
    meeting = replace(
        GOOD,
        seats=seats,
        organisations=organisations,
        kind=kind,
        held=TODAY + timedelta(days=held),
        review=TODAY + timedelta(days=review),
        rule=rule,
    )
    whole = (
        bool(seats & LIVED_IT)
        and bool(seats & WORKS_ON_IT)
        and organisations > 1
        and held <= 0
        and 0 < review - held <= 366
        and (kind not in NEEDS_RULE or bool(rule))
    )

    try:
        check(meeting, TODAY)
    except DomainError:
        assert not whole
    else:
        assert whole


def test_a_decision_runs_until_its_day_and_is_over_when_they_looked_back():
    assert GOOD.standing(GOOD.review - timedelta(days=1)) is Standing.RUNS
    assert GOOD.standing(GOOD.review) is Standing.TO_LOOK_BACK
    assert replace(GOOD, outcome=Outcome.NOT_DONE).standing(TODAY) is Standing.LOOKED_BACK
