# SPDX-License-Identifier: EUPL-1.2
"""A session: it ends in time, it can be ended from elsewhere, and it is never the same one twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts import sessions
from ruimbaan.parts.accounts.models import Account, MembershipRecord
from ruimbaan.parts.accounts.signing_in import paper
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from tests.signed_in import as_person, as_role, enter

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
A_MOMENT = timedelta(seconds=20)


def unused_for(how_long: timedelta, **fields: object) -> None:
    now = timezone.now()
    SessionRecord.objects.update(seen=now - how_long, **fields)


def started(how_long_ago: timedelta) -> None:
    SessionRecord.objects.update(started=timezone.now() - how_long_ago)


def is_in(client: Client, path: str = "/mijn") -> bool:
    return client.get(path).status_code == 200


@pytest.mark.parametrize(("idle", "still_in"), [(29 * MINUTE, True), (30 * MINUTE, False)])
def test_a_person_has_half_an_hour(client: Client, idle: timedelta, still_in: bool):
    as_person(client)

    unused_for(idle)

    assert is_in(client) is still_in


@pytest.mark.parametrize(("idle", "still_in"), [(14 * MINUTE, True), (15 * MINUTE, False)])
@pytest.mark.parametrize("role", Role)
def test_who_works_somewhere_has_a_quarter(
    client: Client, role: Role, idle: timedelta, still_in: bool
):
    as_role(client, role)

    unused_for(idle, stays=True)  # an own device makes no difference at work

    assert is_in(client, "/werk") is still_in


def test_a_page_starts_the_time_again(client: Client):
    as_person(client)
    unused_for(29 * MINUTE)
    client.get("/mijn")

    seen = SessionRecord.objects.get().seen

    assert timezone.now() - seen < A_MOMENT


@pytest.mark.parametrize("stays", [False, True])
def test_after_ten_hours_it_is_over_for_everybody(client: Client, stays: bool):
    as_person(client)
    SessionRecord.objects.update(stays=stays)
    started(10 * HOUR - A_MOMENT)
    just_before = is_in(client)
    started(10 * HOUR)

    assert just_before
    assert not is_in(client)


def test_on_an_own_device_a_person_may_be_away_for_hours(client: Client):
    as_person(client)
    started(9 * HOUR)

    unused_for(8 * HOUR, stays=True)

    assert is_in(client)


def test_what_ended_says_so_and_leaves_nothing_on_the_server(client: Client):
    as_person(client)
    unused_for(31 * MINUTE)

    response = client.get("/mijn")
    page = client.get(response["Location"]).content.decode()

    assert response["Location"] == "/inloggen/gestopt?next=%2Fmijn"
    assert "We hebben je uitgelogd" in page
    assert "Er is niets verloren." in page
    assert not Session.objects.exists()
    assert not SessionRecord.objects.exists()


def test_signing_in_gives_a_new_key(client: Client):
    account = Account.objects.create_account("blauwe-reiger-1234")
    code = paper.new_code(account, timezone.now())
    client.get("/inloggen/sleutel")  # a session before anybody signed in
    before = client.session.session_key

    client.post("/inloggen/papier", {"naam": account.code_name, "geheim": code})

    assert before is not None
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_nothing_of_the_one_before_comes_along(client: Client):
    as_person(client, "de-vorige", "Iemand")
    session = client.session
    session["of the one before"] = "secret"
    session.save()
    account = Account.objects.create_account("blauwe-reiger-1234")
    code = paper.new_code(account, timezone.now())

    client.post("/inloggen/papier", {"naam": account.code_name, "geheim": code})

    assert "of the one before" not in client.session
    assert list(SessionRecord.objects.values_list("account", flat=True)) == [account.pk]


def test_every_session_of_an_account_ends_at_once(client: Client):
    other = Client()
    account = as_person(client)
    enter(other, account)

    ended = sessions.end_all(account.pk)

    assert ended == 2
    assert not is_in(client)
    assert not is_in(other)


def test_one_device_is_signed_out_from_another(client: Client):
    other = Client()
    account = as_person(client)
    enter(other, account)
    there = SessionRecord.objects.get(key=other.session.session_key)

    client.post("/mijn/apparaten/uit", {"welke": str(there.id)})

    assert is_in(client)
    assert not is_in(other)


def test_a_device_of_somebody_else_is_not_mine_to_sign_out(client: Client):
    other = Client()
    as_person(other, "witte-eend-5555")
    as_person(client)
    there = SessionRecord.objects.get(key=other.session.session_key)

    client.post("/mijn/apparaten/uit", {"welke": str(there.id)})

    assert is_in(other)


def test_all_others_are_signed_out_at_once(client: Client):
    other = Client()
    enter(other, as_person(client))

    client.post("/mijn/apparaten/uit")

    assert is_in(client)
    assert not is_in(other)


def test_a_copy_of_the_cookie_is_worth_nothing_after_snel_weg(client: Client):
    as_person(client)
    thief = Client()
    thief.cookies.update(client.cookies)

    left = client.get("/weg")

    assert left.status_code == 303
    assert left["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not is_in(thief)
    assert not Session.objects.exists()


def test_snel_weg_gives_a_visitor_no_cookie(client: Client):
    left = client.get("/weg")

    assert left.cookies == {}
    assert "Cookie" not in left.headers.get("Vary", "")


def test_logging_out_takes_a_form(client: Client):
    as_person(client)

    read = client.get("/mijn/uit")
    still_in = is_in(client)
    sent = client.post("/mijn/uit")

    assert (read.status_code, still_in) == (405, True)
    assert sent["Location"] == "/inloggen/gestopt"
    assert not is_in(client)


def test_a_role_that_ended_opens_nothing_at_the_next_request(client: Client):
    as_role(client)
    before = is_in(client, "/werk")

    MembershipRecord.objects.update(ends=timezone.now())

    assert before
    assert client.get("/werk").status_code == 404


def test_a_session_that_is_in_no_list_counts_for_nothing(client: Client):
    as_person(client)

    SessionRecord.objects.all().delete()

    assert not is_in(client)


def test_the_cookie_is_for_this_site_and_not_for_scripts(client: Client):
    account = Account.objects.create_account("blauwe-reiger-1234")
    code = paper.new_code(account, timezone.now())

    client.post("/inloggen/papier", {"naam": account.code_name, "geheim": code, "blijf": "ja"})
    cookie = client.cookies["sessionid"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["max-age"]  # gone when the browser closes


def test_a_private_page_is_kept_nowhere(client: Client):
    as_person(client)

    assert client.get("/mijn").headers["Cache-Control"] == "no-store"


def test_changing_how_one_signs_in_asks_for_it_again_after_ten_minutes(client: Client):
    as_person(client)
    SessionRecord.objects.update(proved=timezone.now() - 10 * MINUTE)

    response = client.post("/mijn/inloggen/papier")

    assert response["Location"] == "/inloggen?next=%2Fmijn%2Finloggen"


def test_a_new_code_signs_other_devices_out(client: Client):
    other = Client()
    enter(other, as_person(client))

    made = client.post("/mijn/inloggen/papier")

    assert made.status_code == 200
    assert is_in(client)
    assert not is_in(other)
