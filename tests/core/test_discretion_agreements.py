# SPDX-License-Identifier: EUPL-1.2
"""Working agreements: they hold when every organisation said yes itself, until their last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ruimbaan.core.discretion.agreements import (
    Review,
    Share,
    Standing,
    Touches,
    Version,
    check,
    in_force,
    letters_due,
    may_change,
    replacing,
)
from ruimbaan.core.discretion.mandates_errors import (
    EndPassed,
    EndTooFar,
    NamesSomebody,
    ReviewOutside,
    TooFewOrganisations,
    TouchesNothing,
)
from ruimbaan.core.kernel.last_day import LAST_DAY

TODAY = date(2026, 11, 23)
ONE, OTHER, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
DRAFT = Version(
    number=1,
    title="Melden bij de start",
    situation="Iemand begint met een opname",
    shares=(Share(ONE, "Meldt in de eerste week."), Share(OTHER, "Pakt de melding meteen op.")),
    touches=Touches(rules=("R01",)),
    until=TODAY + timedelta(days=365),
    review=TODAY + timedelta(days=90),
)
AGREED = replace(DRAFT, shares=tuple(replace(one, confirmed=TODAY) for one in DRAFT.shares))


def test_a_version_is_a_draft_until_the_last_one_said_yes():
    half = replace(DRAFT, shares=(replace(DRAFT.shares[0], confirmed=TODAY), DRAFT.shares[1]))

    assert half.standing(TODAY) is Standing.DRAFT
    assert half.waits_for([ONE, OTHER]) == (OTHER,)
    assert AGREED.standing(TODAY) is Standing.IN_FORCE


def test_it_holds_up_to_and_with_its_last_day():
    assert AGREED.standing(AGREED.until) is Standing.IN_FORCE
    assert AGREED.standing(AGREED.until + timedelta(days=1)) is Standing.OVER


def test_what_was_ended_holds_no_longer_from_that_day():
    ended = replace(AGREED, ended=TODAY)

    assert ended.standing(TODAY) is Standing.OVER
    assert ended.standing(TODAY - timedelta(days=1)) is Standing.IN_FORCE


def test_a_newer_draft_changes_nothing_until_everybody_said_yes():
    newer = replace(DRAFT, number=2)

    assert in_force([AGREED, newer], TODAY) == AGREED
    assert in_force([newer], TODAY) is None
    agreed_too = replace(AGREED, number=2)
    assert in_force([agreed_too, AGREED], TODAY) == agreed_too


def test_an_older_version_never_comes_back_when_the_newest_is_over():
    newest = replace(AGREED, number=2, ended=TODAY)

    assert in_force([AGREED, newest], TODAY) is None


def test_looking_back_is_open_from_its_day_until_somebody_did():
    assert AGREED.looked_back(AGREED.review - timedelta(days=1)) is Review.COMES
    assert AGREED.looked_back(AGREED.review) is Review.OPEN
    assert replace(AGREED, reviewed=AGREED.review).looked_back(AGREED.until) is Review.DONE


def test_what_was_agreed_gives_way_to_what_was_agreed_and_a_draft_to_any_newer_one():
    first, second = AGREED, replace(AGREED, number=2)
    draft, newer = replace(DRAFT, number=3), replace(DRAFT, number=4)

    told = replacing((first, second, draft, newer))

    assert [one.replaced for one in told] == [True, False, True, False]
    over, holds, gone, asked = (one.standing(TODAY) for one in told)
    assert (over, holds) == (Standing.OVER, Standing.IN_FORCE)
    assert (gone, asked) == (Standing.OVER, Standing.DRAFT)
    assert in_force(told, TODAY) == told[1]


@pytest.mark.parametrize("numbers", [(), (1,), (2, 3)])
def test_the_newest_of_each_kind_is_never_replaced(numbers: tuple[int, ...]):
    drafts = tuple(replace(DRAFT, number=one) for one in numbers)

    assert [one.number for one in replacing(drafts) if not one.replaced] == list(numbers[-1:])


def with_others(version: Version, number: int, *organisations: UUID) -> Version:
    first = version.shares[0]
    shares = tuple(replace(first, organisation=one) for one in organisations)
    return replace(version, number=number, shares=shares)


def test_who_is_bound_by_what_holds_may_change_it_whatever_was_proposed_since():
    asked = with_others(DRAFT, 2, ONE, OTHER, THIRD)
    left_out = with_others(DRAFT, 3, ONE, THIRD)

    told = replacing((AGREED, asked, left_out))

    assert [one.replaced for one in told] == [False, True, False]
    assert [may_change(told, [one]) for one in (ONE, OTHER, THIRD)] == [True, True, True]
    assert not may_change(told, [])
    assert not may_change(told, [UUID(int=4)])


def test_who_is_only_in_what_was_replaced_or_ended_changes_nothing():
    without = replacing((AGREED, with_others(AGREED, 2, ONE, THIRD)))
    asked_before = replacing((DRAFT, with_others(DRAFT, 2, ONE, THIRD)))
    ended = replacing((replace(AGREED, ended=TODAY),))

    assert [may_change(told, [OTHER]) for told in (without, asked_before, ended)] == [False] * 3
    assert [may_change(told, [ONE]) for told in (without, asked_before, ended)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("days", "letters"), [(-15, 0), (-14, 1), (0, 1), (13, 1), (14, 2), (200, 2), (276, 0)]
)
def test_there_is_a_letter_before_the_day_and_one_when_nobody_looked_back(days: int, letters: int):
    assert letters_due(AGREED, AGREED.review + timedelta(days=days)) == letters


def test_a_far_day_that_was_kept_already_asks_for_no_letter():
    far = replace(AGREED, review=date.max, until=date.max)

    assert letters_due(far, TODAY) == 0


def test_nobody_is_reminded_of_a_draft_or_of_what_was_done():
    assert letters_due(DRAFT, DRAFT.review) == 0
    assert letters_due(replace(AGREED, reviewed=TODAY), AGREED.review) == 0


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"shares": DRAFT.shares[:1]}, TooFewOrganisations),
        ({"shares": (DRAFT.shares[0], Share(OTHER, ""))}, TooFewOrganisations),
        ({"situation": "Voor jan@voorbeeld.nl"}, NamesSomebody),
        ({"title": "Afspraak 06-1234 5678"}, NamesSomebody),
        ({"shares": (DRAFT.shares[0], Share(OTHER, "Belt 0612345678"))}, NamesSomebody),
        ({"touches": Touches()}, TouchesNothing),
        ({"until": TODAY - timedelta(days=1)}, EndPassed),
        ({"until": LAST_DAY + timedelta(days=1)}, EndTooFar),
        ({"review": TODAY - timedelta(days=1)}, ReviewOutside),
        ({"review": DRAFT.until + timedelta(days=1)}, ReviewOutside),
    ],
)
def test_what_cannot_be_proposed_says_why(change: dict[str, object], error: type[Exception]):
    with pytest.raises(error):
        check(replace(DRAFT, **change), TODAY)  # type: ignore[arg-type]


def test_a_year_and_an_amount_are_no_person():
    check(replace(DRAFT, situation="Binnen 6 weken, tot 500 euro, in 2026 en 2027"), TODAY)
