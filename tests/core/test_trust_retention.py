# SPDX-License-Identifier: EUPL-1.2
"""How long what is kept: terms in months, and a request that goes before a term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.retention import Controller, Rule, Standing, Term, Verdict, judge
from ruimbaan.core.trust.terms import months_after, one_month_after

BEGIN = date(2026, 11, 22)
SOME = Text("iets", "something")
WMO = Rule(
    "wmo",
    Controller.MUNICIPALITY,
    SOME,
    SOME,
    Term(years=15),
    SOME,
    SOME,
    "Wmo",
    Standing.IN_SOURCE,
)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 10), date(2026, 12, 10)),
        (date(2027, 1, 31), date(2027, 3, 1)),  # 28 February is a Sunday
        (date(2026, 11, 25), date(2026, 12, 28)),  # Christmas, and a weekend
        (date(2026, 12, 15), date(2027, 1, 15)),
    ],
)
def test_an_answer_is_due_a_month_after_the_request(received: date, due: date):
    assert one_month_after(received) == due


def test_a_month_without_that_date_ends_on_its_last_day():
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_after(date(2028, 2, 29), -12) == date(2027, 2, 28)


def test_until_the_term_is_over_it_is_kept():
    assert judge(WMO, BEGIN, date(2041, 11, 21)) is Verdict.KEEP
    assert judge(WMO, BEGIN, date(2041, 11, 22)) is Verdict.MUST_GO


def test_a_request_to_erase_goes_before_the_term():
    assert judge(WMO, BEGIN, BEGIN, erase_asked=True) is Verdict.MUST_GO


def test_the_log_outlasts_a_request_and_not_its_term():
    log = replace(WMO, term=Term(years=5), outlasts_erasure=True)

    assert judge(log, BEGIN, BEGIN, erase_asked=True) is Verdict.KEEP
    assert judge(log, BEGIN, date(2031, 11, 22), erase_asked=True) is Verdict.MUST_GO


def test_without_a_term_the_person_decides():
    own = replace(WMO, term=None)

    assert judge(own, BEGIN, date(2099, 1, 1)) is Verdict.ON_REQUEST
    assert judge(own, BEGIN, BEGIN, erase_asked=True) is Verdict.MUST_GO


def test_days_come_on_top_of_months():
    assert Term(days=3, months=1).after(date(2026, 1, 31)) == date(2026, 3, 3)


def test_hours_end_within_the_next_day():
    assert Term(hours=10).after(BEGIN) == date(2026, 11, 23)
    assert Term().after(BEGIN) == BEGIN
