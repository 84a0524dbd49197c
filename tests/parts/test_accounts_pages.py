# SPDX-License-Identifier: EUPL-1.2
"""The pages of an invitation, as a browser uses them: by who is invited and by the person who invites."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts import demo, services
from ruimbaan.parts.accounts.models import (
    Account,
    Invitation,
)
from ruimbaan.parts.outbox.services import deliver
from ruimbaan.parts.trust.queries import file_of, known_to
from tests.parts.accounts_browser import CODE, PERSONAS, be, code_on, people, read, send  # noqa: F401
from tests.parts.smtp_server import Arrivals, mail_server

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


def start_code() -> str:
    return services.make_start_code(PERSONAS["joke"].organisation, timezone.now())


def test_a_person_begins_with_a_code_on_paper(client: Client):
    shown = client.get("/uitnodiging", {"sleutel": start_code()})
    code = re.search(r'name="sleutel" value="([^"]+)"', read(shown))
    assert code

    begun = client.post("/uitnodiging", {"sleutel": code[1], "doe": "new", "called": "Noa"})
    welcome = client.get(begun["Location"])

    account = Account.objects.get(called="Noa")
    assert account.code_name in read(welcome)
    assert file_of(account.id)


def test_looking_at_an_invitation_uses_nothing_up(client: Client):
    code = start_code()

    pages = {client.get("/uitnodiging", {"sleutel": code}).content for _ in range(3)}
    client.head("/uitnodiging", {"sleutel": code})

    assert len(pages) == 1
    assert Invitation.objects.count() == 1
    assert Account.objects.count() == len(demo.PERSONAS)


def test_unknown_used_and_too_old_are_the_same_page(client: Client):
    used = start_code()
    services.accept_as_new(used, "", timezone.now())
    old = start_code()
    Invitation.objects.update(ends=timezone.now())

    answers = [
        client.get("/uitnodiging", {"sleutel": code})
        for code in (used, old, "0000-0000-0000-0000", "x", "\x00")
    ]
    answers += [client.post("/uitnodiging", {"sleutel": used, "doe": "new"})]

    assert {answer.status_code for answer in answers} == {404}
    pages = {re.sub(rb'/en/uitnodiging[^"]*', b"", answer.content) for answer in answers}
    assert len(pages) == 1


def test_sending_twice_makes_one_account(client: Client):
    code = start_code()

    statuses = [
        client.post("/uitnodiging", {"sleutel": code, "doe": "new"}).status_code for _ in range(2)
    ]

    assert statuses == [303, 404]
    assert Account.objects.count() == len(demo.PERSONAS) + 1


def test_another_site_cannot_send_the_form(client: Client):
    answer = client.post(
        "/uitnodiging",
        {"sleutel": start_code(), "doe": "new"},
        headers={"Origin": "https://elsewhere.example"},
    )

    assert answer.status_code == 403
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(
    ("called", "status"),
    [("", 303), ("Noa 🌱", 303), ("x" * 61, 422), ("a\x00b", 422), ("\u202eNoa", 303)],
)
def test_what_somebody_wants_to_be_called(client: Client, called: str, status: int):
    answer = client.post("/uitnodiging", {"sleutel": start_code(), "doe": "new", "called": called})

    assert answer.status_code == status
    assert not Account.objects.filter(called__contains="\u202e").exists()
    assert Invitation.objects.count() == (0 if status == 303 else 1)


def test_the_page_without_a_code_sets_no_cookie(client: Client):
    answer = client.get("/uitnodiging")

    assert "Ik heb een code" in read(answer)
    assert answer.cookies == {}


# --- a person invites somebody -------------------------------------------------------------------


def test_a_close_one_comes_by_paper_and_sees_nothing_yet(client: Client):
    code = code_on(send(be("sterre"), "/mijn/uitnodigen", {"doe": "paper"}, 200))

    asked = read(client.get("/uitnodiging", {"sleutel": code}))
    client.post("/uitnodiging", {"sleutel": code, "doe": "new", "called": "Buurvrouw"})

    account = Account.objects.get(called="Buurvrouw")
    journey = file_of(PERSONAS["sterre"].id)
    assert journey
    assert "Sterre wil jou hier kennen." in asked
    assert Party(PartyKind.ACCOUNT, account.id) in known_to(journey)


def test_a_worker_joins_as_who_works_there(client: Client):
    code = code_on(send(be("karim"), "/mijn/uitnodigen", {"doe": "paper"}, 200))
    joke = be("joke")
    page = read(joke.get("/uitnodiging", {"sleutel": code}))

    membership = PERSONAS["joke"].membership
    joke.post("/uitnodiging", {"sleutel": code, "doe": "mine", "as": str(membership)})

    journey = file_of(PERSONAS["karim"].id)
    assert journey
    assert "De Kribbe" in page
    assert known_to(journey) == (Party(PartyKind.MEMBERSHIP, membership),)


def test_an_invitation_by_mail(server: Arrivals):
    sterre = be("sterre")

    done = send(sterre, "/mijn/uitnodigen", {"doe": "mail", "address": "buur@example.org"})
    deliver(timezone.now())

    assert "onderweg" in read(sterre.get(done["Location"]))
    assert "/uitnodiging?sleutel=" in server.letters[0].get_content()
    assert "Sterre" not in server.letters[0].get_content()


@pytest.mark.parametrize("wrong", ["", "geen adres", "a@b.example\nBcc: c@d.example", "x" * 300])
def test_an_address_that_is_none(wrong: str):
    send(be("sterre"), "/mijn/uitnodigen", {"doe": "mail", "address": wrong}, 422)

    assert not Invitation.objects.exists()


def test_who_has_no_file_has_nothing_to_invite_to():
    assert be("riet").get("/mijn/uitnodigen").status_code == 404
