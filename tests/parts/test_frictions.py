# SPDX-License-Identifier: EUPL-1.2
"""Hier wringt het from the inside: what is kept, what is let go of, who reads it, and what a table
decides."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from ruimbaan.core.frictions.errors import (
    DecidedAlready,
    LookedBackAlready,
    NotOnTheList,
    TooFewAtTheTable,
    TooPersonal,
)
from ruimbaan.core.frictions.reports import FORWARDED_FOR, UNREAD_FOR, Help, Report
from ruimbaan.core.frictions.round_table import Kind, Meeting, Outcome, Seat, Standing, Weight
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.frictions import meetings, queries, reporting
from ruimbaan.parts.frictions.models import MeetingRecord, ReportRecord, ReportTally
from ruimbaan.parts.frictions.services import forget_reports
from ruimbaan.parts.frictions.store import report_of
from ruimbaan.parts.trust.services import KeyGone, seal

pytestmark = pytest.mark.django_db(transaction=False)
NOW = datetime(2026, 11, 19, 12, tzinfo=UTC)  # a Thursday
WORDS = "Na de detox wist niemand wie mij zou bellen."


@pytest.fixture
def between() -> tuple[str, str]:
    one, other, *_rest = queries.organisations_on_map("waalstad")
    return one, other


def said(**fields: object) -> Report:
    return Report(**{"region": "waalstad", "friction": "F07", **fields})  # type: ignore[arg-type]


def count_some(times: int, friction: str = "F07", **fields: object) -> None:
    for _ in range(times):
        kept = reporting.take_in(said(friction=friction, **fields), NOW)
        reporting.count(kept, "waalstad", friction, NOW)


def test_a_report_keeps_its_week_and_sealed_words_and_nothing_of_who_sent_it():
    kept = reporting.take_in(said(words=WORDS), NOW)

    row = ReportRecord.objects.get(pk=kept)
    assert row.week == date(2026, 11, 16)
    assert WORDS.encode() not in bytes(row.words or b"")
    assert report_of(row).words == WORDS
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM frictions_reportrecord")
        names = {column[0] for column in cursor.description}
    fields = {"id", "region", "week", "friction", "words", "between", "helps", "to_them"}
    assert names == fields | {"read_until"}


def test_what_is_too_personal_is_kept_nowhere():
    with pytest.raises(TooPersonal):
        reporting.take_in(said(words="Bel mij op 06-12345678"), NOW)

    assert not ReportRecord.objects.exists()


def test_an_organisation_that_is_not_on_the_map_is_refused():
    with pytest.raises(NotOnTheList):
        reporting.take_in(said(between=("nergens",)), NOW)


def test_nine_are_shown_to_nobody_and_ten_to_everybody():
    count_some(9, helps=frozenset({Help.EARLIER}))
    assert queries.shown_reports("waalstad") == {}

    count_some(1, helps=frozenset({Help.A_PLACE}))
    shown = queries.shown_reports("waalstad")["F07"]
    assert (shown.shown, shown.shown_of) == (10, {"earlier": 9, "a-place": 1})
    assert queries.shown_reports("vestingstad") == {}


def test_a_counted_report_is_gone_with_its_words_and_their_key(
    django_capture_on_commit_callbacks: object,
):
    kept = reporting.take_in(said(words=WORDS), NOW)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        reporting.count(kept, "waalstad", "F12", NOW)

    assert not ReportRecord.objects.exists()
    assert ReportTally.objects.get(friction="F12").waiting == 1
    with pytest.raises(KeyGone):
        seal(kept, "anywhere", "anything")


def test_a_report_that_is_set_aside_counts_nowhere_and_is_gone():
    kept = reporting.take_in(said(words=WORDS), NOW)
    reporting.set_aside(kept, "waalstad")

    assert not ReportRecord.objects.exists()
    assert not ReportTally.objects.exists()


def test_of_two_who_judge_the_same_report_one_is_first():
    kept = reporting.take_in(said(), NOW)
    reporting.count(kept, "waalstad", "F07", NOW)

    with pytest.raises(DecidedAlready):
        reporting.count(kept, "waalstad", "F07", NOW)
    with pytest.raises(DecidedAlready):
        reporting.set_aside(kept, "waalstad")
    assert ReportTally.objects.get().waiting == 1


def test_a_report_is_judged_in_its_own_region_only():
    kept = reporting.take_in(said(), NOW)

    with pytest.raises(DecidedAlready):
        reporting.count(kept, "vestingstad", "F07", NOW)


def test_what_the_two_may_read_stays_three_months_and_no_day_longer(between: tuple[str, str]):
    kept = reporting.take_in(said(words=WORDS, between=between, to_them=True), NOW)
    reporting.count(kept, "waalstad", "F07", NOW)
    row = ReportRecord.objects.get(pk=kept)

    assert row.read_until == date(2026, 11, 19) + timedelta(days=FORWARDED_FOR)
    assert report_of(row).words == WORDS
    assert forget_reports(NOW + timedelta(days=FORWARDED_FOR)) == 0
    assert forget_reports(NOW + timedelta(days=FORWARDED_FOR + 1)) == 1
    assert not ReportRecord.objects.exists()


def test_for_one_organisation_nothing_is_kept_to_read(between: tuple[str, str]):
    kept = reporting.take_in(said(words=WORDS, between=between[:1], to_them=True), NOW)
    reporting.count(kept, "waalstad", "F07", NOW)

    assert not ReportRecord.objects.exists()


def test_words_that_nobody_looked_at_do_not_stay_on_the_shelf():
    reporting.take_in(said(words=WORDS), NOW)

    assert forget_reports(NOW + timedelta(days=UNREAD_FOR - 3)) == 0  # from the Monday
    assert forget_reports(NOW + timedelta(days=UNREAD_FOR)) == 1


# --- the table -------------------------------------------------------------------------------------


@pytest.fixture
def places() -> tuple[Organisation, Organisation]:
    return (
        Organisation.objects.create(name="De Kribbe", region="waalstad"),
        Organisation.objects.create(name="Gemeente", region="waalstad"),
    )


def meeting(**fields: object) -> Meeting:
    today = timezone.localdate(NOW)
    whole = {
        "held": today,
        "seats": frozenset({Seat.CLIENT, Seat.WORKER}),
        "organisations": 2,
        "weight": Weight.JAMMED,
        "kind": Kind.AGREE,
        "what": "We melden in week één.",
        "who": "De behandelaar",
        "review": today + timedelta(days=100),
        **fields,
    }
    return Meeting(**whole)  # type: ignore[arg-type]


def test_a_decision_is_kept_with_the_names_of_organisations_and_of_nobody(
    places: tuple[Organisation, Organisation],
):
    ids = [one.id for one in places]
    made = meetings.decide("waalstad", "F01", meeting(), ids, by=uuid4(), at=NOW)

    (kept,) = queries.decided_in("waalstad", "F01")
    assert (kept.id, kept.names, kept.meeting) == (made, ("De Kribbe", "Gemeente"), meeting())
    assert queries.decided_in("waalstad", "F02") == ()
    assert queries.decided_in("grachtstad") == ()


def test_without_who_lived_it_nothing_is_decided(places: tuple[Organisation, Organisation]):
    alone = meeting(seats=frozenset({Seat.WORKER, Seat.MANAGER}))
    with pytest.raises(TooFewAtTheTable):
        meetings.decide("waalstad", "F01", alone, [places[0].id], by=uuid4(), at=NOW)

    assert not MeetingRecord.objects.exists()


def test_looking_back_is_done_once_and_in_its_own_region(
    places: tuple[Organisation, Organisation],
):
    ids = [one.id for one in places]
    made = meetings.decide("waalstad", "F01", meeting(), ids, by=uuid4(), at=NOW)
    later = NOW + timedelta(days=101)

    with pytest.raises(LookedBackAlready):
        meetings.look_back("vestingstad", made, Outcome.HELPED, "", later)
    meetings.look_back("waalstad", made, Outcome.HELPED, " Het werkt. ", later)
    with pytest.raises(LookedBackAlready):
        meetings.look_back("waalstad", made, Outcome.NOT_DONE, "", later)

    (kept,) = queries.decided_in("waalstad")
    assert (kept.meeting.outcome, kept.lesson) == (Outcome.HELPED, "Het werkt.")
    assert kept.meeting.standing(timezone.localdate(later)) is Standing.LOOKED_BACK
