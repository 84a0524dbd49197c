# SPDX-License-Identifier: EUPL-1.2
"""The outbox over a real mail server: what is written in a transaction leaves once it is over, what
does not arrive is tried again and seen, and nothing of a letter stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from ruimbaan.parts.outbox.delivering import KEPT
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.outbox.queries import list_unsent
from ruimbaan.parts.outbox.retrying import MOST_TRIES
from ruimbaan.parts.outbox.services import Delivered, deliver, post, try_failed_again, withdraw
from tests.parts.smtp_server import Arrivals, mail_server

TO = "sterre@example.org"
SECRET = "https://kaart.example.org/uitnodiging?sleutel=ABCD-EFGH"


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


@pytest.fixture
def now() -> datetime:
    return timezone.now()


def write(now: datetime, key: str = "about:1", to: str = TO, html: str = "") -> None:
    post("test.letter", to, "Een bericht voor je", SECRET + "\n", key=key, at=now, html=html)


def test_a_letter_arrives_whole(server: Arrivals, now: datetime):
    write(now, html="<p>Hallo</p>")

    done = deliver(now)

    assert done == Delivered(sent=1)
    letter = server.letters[0]
    assert server.envelopes == [("kaart@example.org", [TO])]
    assert letter["Subject"] == "Een bericht voor je"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    body = letter.get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == SECRET


def test_a_letter_of_plain_text_has_no_second_form(server: Arrivals, now: datetime):
    write(now)
    deliver(now)

    assert server.letters[0].get_content_type() == "text/plain"


def test_the_same_key_twice_is_one_letter(server: Arrivals, now: datetime):
    write(now)
    write(now)
    deliver(now)
    write(now)  # a retry long after the letter left
    deliver(now + timedelta(hours=1))

    assert len(server.letters) == 1


def test_what_was_undone_is_not_sent(server: Arrivals, now: datetime):
    with transaction.atomic():
        write(now)
        transaction.set_rollback(True)

    assert deliver(now) == Delivered()
    assert server.letters == []


def test_the_database_holds_no_word_and_no_address(server: Arrivals, now: datetime):
    write(now)
    waiting = repr(vars(Letter.objects.get()))
    deliver(now)

    for secret in (TO, "sleutel", "Een bericht", SECRET):
        assert secret not in waiting
    assert bytes(Letter.objects.get().sealed) == b""


def test_sealed_content_does_not_open_in_another_row_or_with_another_key(
    server: Arrivals, now: datetime
):
    write(now, key="about:1")
    write(now, key="about:2", to="karim@example.org")
    first = Letter.objects.get(key="about:1")
    Letter.objects.filter(key="about:2").update(sealed=first.sealed)

    moved = deliver(now)
    write(now, key="about:3")
    with override_settings(SECRET_KEY="another-key-" * 6):
        other_key = deliver(now)

    assert moved == Delivered(sent=1, failed=1)
    assert other_key == Delivered(failed=1)
    assert {row.fault for row in list_unsent()} == {"Unreadable"}


def test_after_a_change_of_the_sites_key_what_waits_still_leaves(server: Arrivals, now: datetime):
    with override_settings(SECRET_KEY="the-key-of-before-" * 4):
        write(now)

    with override_settings(SECRET_KEY_FALLBACKS=["the-key-of-before-" * 4]):
        assert deliver(now) == Delivered(sent=1)


def test_what_does_not_arrive_is_tried_again_ever_later_and_then_given_up(
    server: Arrivals, now: datetime
):
    write(now)
    server.answer = "451 come back later"
    moments = [now]

    while Letter.objects.get().state == "waiting" and len(moments) < 20:
        moments.append(max(moments[-1], Letter.objects.get().next_try_at))
        deliver(moments[-1])

    letter = Letter.objects.get()
    waits = [after - before for before, after in pairwise(moments[1:])]
    assert (letter.state, letter.tries) == ("failed", MOST_TRIES)
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=1)


def test_an_address_that_does_not_exist_is_not_tried_again(server: Arrivals, now: datetime):
    write(now)
    server.answer = "550 no such mailbox"

    assert deliver(now) == Delivered(failed=1)
    assert list_unsent()[0].fault == "SMTPRecipientsRefused"
    assert TO not in repr(list_unsent())


def test_a_mail_server_that_is_gone_loses_nothing(server: Arrivals, now: datetime):
    write(now)

    with override_settings(EMAIL_PORT=1):
        gone = deliver(now)
    back = deliver(now + timedelta(minutes=1))

    assert gone == Delivered(later=1)
    assert back == Delivered(sent=1)


def test_what_was_given_up_can_be_tried_again(server: Arrivals, now: datetime):
    write(now)
    server.answer = "550 no such mailbox"
    deliver(now)
    server.answer = "250 OK"

    assert try_failed_again(now) == 1
    assert deliver(now) == Delivered(sent=1)
    assert list_unsent() == ()


def test_an_impossible_address_hinders_no_other_letter(server: Arrivals, now: datetime):
    write(now, key="about:1", to="a@b.example\nBcc: everybody@example.org")
    write(now, key="about:2")

    assert deliver(now) == Delivered(sent=1, later=1)
    assert server.envelopes == [("kaart@example.org", [TO])]


def test_a_letter_that_another_worker_holds_is_left_to_it(server: Arrivals, now: datetime):
    write(now)
    Letter.objects.update(next_try_at=now + timedelta(minutes=10))

    assert deliver(now) == Delivered()


def test_every_copy_of_a_letter_has_the_same_id(server: Arrivals, now: datetime):
    write(now)
    deliver(now)
    Letter.objects.all().delete()
    write(now)  # as when a worker falls over after sending
    deliver(now)

    first, second = server.letters
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Message-ID"].endswith("@example.org>")


def test_a_letter_taken_back_does_not_leave(server: Arrivals, now: datetime):
    write(now, key="about:1")
    write(now, key="about:2")

    withdraw(["about:1"])

    assert deliver(now) == Delivered(sent=1)


def test_rows_go_after_a_month(server: Arrivals, now: datetime):
    write(now)
    deliver(now)

    deliver(now + KEPT)
    kept = Letter.objects.count()
    deliver(now + KEPT + timedelta(seconds=1))

    assert (kept, Letter.objects.count()) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_a_demo_sends_as_soon_as_the_transaction_is_over(server: Arrivals, now: datetime):
    with override_settings(MAIL_AT_ONCE=True), transaction.atomic():
        write(now)
        before = len(server.letters)

    assert (before, len(server.letters)) == (0, 1)
