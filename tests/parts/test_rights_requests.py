# SPDX-License-Identifier: EUPL-1.2
"""Asking that something is put right: a term, an answer, and nobody else who can see it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.core.trust.terms import one_month_after
from ruimbaan.parts.trust.rights.models import RightsRequest
from tests.parts.own_files import person
from tests.signed_in import as_person, as_role

ASK = "/mijn/rechten/klopt-niet"
WRONG = "Mijn naam is Sterre, niet Ster."


def asks(client: Client, form: object = None, **values: str):
    return client.post(
        ASK, {"form": str(form or uuid4()), "over": "work_name", "tekst": WRONG, **values}
    )


def administrator() -> Client:
    client = Client()
    as_role(client, Role.ADMINISTRATOR, "bea")
    return client


def test_a_request_gets_an_answer_that_only_the_person_sees(client: Client):
    as_person(client)
    made = asks(client).headers["Location"]
    office = administrator()
    row = RightsRequest.objects.get()

    waiting = client.get(made).content.decode()
    read = office.get(f"/beheer/verzoeken/{row.id}").content.decode()
    done = office.post(
        f"/beheer/verzoeken/{row.id}", {"uitkomst": "done", "antwoord": "Het is nu Sterre."}
    )
    answered = client.get(made).content.decode()

    assert row.due == one_month_after(timezone.localdate(row.asked))
    assert "Wacht op antwoord" in waiting
    assert WRONG in read
    assert "sterre" not in read.replace(WRONG, "")  # neither a code name nor an account
    assert (done.status_code, done.headers["Location"]) == (302, "/beheer/verzoeken")
    assert "Het is nu Sterre." in answered
    assert "Gedaan" in answered


def test_what_was_asked_is_sealed_in_the_database(client: Client):
    as_person(client)
    asks(client)

    assert WRONG.encode() not in bytes(RightsRequest.objects.get().sealed)


def test_the_same_form_twice_is_one_request(client: Client):
    as_person(client)
    form = uuid4()

    places = {asks(client, form).headers["Location"] for _ in range(2)}

    assert len(places) == 1
    assert RightsRequest.objects.count() == 1


def test_a_form_of_another_person_is_another_request(client: Client):
    as_person(client)
    other, form = Client(), uuid4()
    as_person(other, "karim", "Karim")

    asks(client, form)
    asks(other, form)

    assert RightsRequest.objects.values("account").distinct().count() == 2


def test_another_persons_request_is_not_there(client: Client):
    as_person(client)
    made = asks(client).headers["Location"]
    other = Client()
    as_person(other, "karim", "Karim")

    theirs, nothing = other.get(made), other.get(f"{ASK}/{uuid4()}")

    assert (theirs.status_code, theirs.content) == (404, nothing.content)
    assert other.post(made).status_code == 404
    assert RightsRequest.objects.get().withdrawn is None


def test_taking_back_ends_it(client: Client):
    as_person(client)
    made = asks(client).headers["Location"]

    client.post(made)

    assert "Door jou teruggetrokken" in client.get(made).content.decode()
    assert "Er is geen open verzoek." in administrator().get("/beheer/verzoeken").content.decode()


def test_an_answer_is_given_once(client: Client):
    as_person(client)
    asks(client)
    row, office = RightsRequest.objects.get(), administrator()
    answer = {"uitkomst": "refused", "antwoord": "Het staat er goed."}

    first = office.post(f"/beheer/verzoeken/{row.id}", answer)
    second = office.post(f"/beheer/verzoeken/{row.id}", answer | {"uitkomst": "done"})

    assert (first.status_code, second.status_code) == (302, 422)
    assert RightsRequest.objects.get().outcome == "refused"


def test_a_refusal_needs_a_reason(client: Client):
    as_person(client)
    asks(client)
    row = RightsRequest.objects.get()

    answer = administrator().post(f"/beheer/verzoeken/{row.id}", {"uitkomst": "refused"})

    assert answer.status_code == 422
    assert RightsRequest.objects.get().answered is None


def test_what_cannot_be_asked_keeps_what_was_typed(client: Client):
    as_person(client)

    without_kind = asks(client, over="")
    too_long = asks(client, tekst="a" * 2_001)
    empty = asks(client, tekst=" \n")

    assert [one.status_code for one in (without_kind, too_long, empty)] == [422] * 3
    assert WRONG in without_kind.content.decode()
    assert not RightsRequest.objects.exists()


def test_there_is_an_end_to_how_much_one_asks_at_once(client: Client):
    as_person(client)

    answers = [asks(client).status_code for _ in range(11)]

    assert answers == [302] * 10 + [422]


def test_a_late_answer_is_said_to_both(client: Client):
    as_person(client)
    made = asks(client).headers["Location"]
    RightsRequest.objects.update(due=timezone.localdate() - timedelta(days=1))

    assert "Die dag is voorbij." in client.get(made).content.decode()
    assert "te laat" in administrator().get("/beheer/verzoeken").content.decode()


def test_a_letter_is_made_of_what_was_chosen_and_nothing_is_kept(client: Client):
    as_person(client)

    page = client.get("/mijn/rechten/brief", {"wat": "wissen", "aan": "Gemeente <Waalstad>"})
    other = client.get("/mijn/rechten/brief", {"wat": "iets"}).content.decode()

    assert "AVG, artikel 17" in page.content.decode()
    assert "Gemeente &lt;Waalstad&gt;" in page.content.decode()
    assert "AVG, artikel" not in other
    assert page.headers["Cache-Control"] == "no-store"


def test_the_page_leads_to_every_right():
    page = person().read("/mijn/rechten")

    for path in ("meenemen", "klopt-niet", "weg", "brief"):
        assert f'href="/mijn/rechten/{path}"' in page
    for path in ("/mijn/dicht", "/mijn/wis", "/wat-bewaren-we"):
        assert f'href="{path}"' in page
