# SPDX-License-Identifier: EUPL-1.2
"""Administration: who works where, and no person to be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts import demo, services
from ruimbaan.parts.accounts.models import (
    Invitation,
    MembershipRecord,
    Organisation,
)
from ruimbaan.parts.outbox.services import deliver
from tests.parts.accounts_browser import CODE, PERSONAS, be, code_on, people, read, send  # noqa: F401
from tests.parts.smtp_server import Arrivals, mail_server

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


def test_an_administrator_sees_no_person():
    ilse = be("ilse")
    pages = [read(ilse.get("/beheer"))]
    pages += [read(ilse.get(f"/beheer/{row.id}")) for row in Organisation.objects.all()]

    for persona in demo.PERSONAS:
        for page in pages:
            assert persona.code_name not in page
            if not persona.role:
                assert persona.called not in page


def test_only_an_administrator_comes_there(client: Client):
    paths = ["/beheer", f"/beheer/{PERSONAS['joke'].organisation}"]

    for path in paths:
        for name, persona in PERSONAS.items():
            status = be(name).get(path).status_code
            assert status == (200 if persona.role is Role.ADMINISTRATOR else 404), (path, name)
        assert client.get(path).status_code == 303
    assert be("ilse").get(f"/beheer/{PERSONAS['sterre'].id}").status_code == 404


def test_an_organisation_comes_from_the_map_or_is_written_down():
    ilse = be("ilse")
    value = re.search(r'<option value="(waalstad [^"]+)"', read(ilse.get("/beheer")))
    assert value

    send(ilse, "/beheer", {"doe": "map", "on_map": value[1]})
    made = send(
        ilse,
        "/beheer",
        {"doe": "own", "name": "De Lange Tafel", "region": "waalstad", "legal_form": "no"},
    )

    assert Organisation.objects.filter(directory_code=value[1].split()[1]).count() == 1
    assert "initiatief zonder rechtsvorm" in read(ilse.get(made["Location"]))
    send(ilse, "/beheer", {"doe": "own", "name": "De Lange Tafel", "region": "waalstad"}, 422)


def test_what_comes_from_the_map_becomes_the_one_of_that_name():
    ilse = be("ilse")
    made = services.start_organisation("onderdak waalstad", region="waalstad", legal_form=True)
    value = re.search(r'<option value="(waalstad [^"]+)"[^>]*>Onderdak', read(ilse.get("/beheer")))
    assert value
    send(ilse, "/beheer", {"doe": "map", "on_map": value[1]})

    (one,) = Organisation.objects.filter(name__iexact="Onderdak Waalstad")
    assert (one.id, one.directory_code) == (made, value[1].split()[1])
    assert value[1] not in read(ilse.get("/beheer"))


def test_what_a_demo_starts_by_name_is_the_one_on_the_map():
    now = timezone.now()
    found = [
        services.find_or_start_organisation(name, region="waalstad", at=now)
        for name in ("Onderdak Waalstad", "onderdak waalstad")
    ]

    assert len(set(found)) == 1
    assert Organisation.objects.get(id=found[0]).directory_code


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"doe": "map", "on_map": "nowhere x"},
        {"doe": "map", "on_map": "waalstad"},
        {"doe": "own", "name": " "},
        {"doe": "own", "name": "x" * 121},
        {"doe": "own", "name": "Goed", "region": "nowhere"},
        {
            "doe": "own",
            "name": "\ud800".encode("utf-8", "surrogatepass").decode("latin-1") + "\x00",
        },
    ],
)
def test_an_organisation_that_cannot_be(wrong: dict[str, str]):
    before = Organisation.objects.count()

    send(be("ilse"), "/beheer", wrong, 422)

    assert Organisation.objects.count() == before


def test_a_worker_is_invited_comes_and_is_ended(client: Client):
    ilse, place = be("ilse"), f"/beheer/{PERSONAS['joke'].organisation}"
    form = {"doe": "invite", "name": "Ties, dagopvang", "role": "worker", "address": ""}
    code = code_on(send(ilse, place, form, 200))

    assert "De Kribbe vraagt je als hulpverlener." in read(
        client.get("/uitnodiging", {"sleutel": code})
    )
    client.post("/uitnodiging", {"sleutel": code, "doe": "new"})
    assert "Ties, dagopvang" in read(ilse.get(place))
    membership = MembershipRecord.objects.get(name="Ties, dagopvang")
    signed_in = client.get("/mijn").status_code
    send(ilse, place, {"doe": "end_work", "membership": str(membership.id)})

    assert (signed_in, client.get("/mijn").status_code) == (200, 303)
    assert "Ties, dagopvang" not in read(ilse.get(place))


def test_a_new_worker_first_needs_a_second_step(client: Client):
    place = PERSONAS["joke"].organisation
    code = services.invite_to_work(place, Role.WORKER, "Ties", at=timezone.now())
    client.post("/uitnodiging", {"sleutel": code, "doe": "new"})

    answer = client.get("/werk/startcode")

    assert answer["Location"].startswith("/mijn/inloggen/nodig")


def test_an_invitation_is_withdrawn(server: Arrivals):
    ilse, place = be("ilse"), f"/beheer/{PERSONAS['joke'].organisation}"
    form = {"doe": "invite", "name": "Ties", "role": "editor", "address": "ties@example.org"}

    sent = send(ilse, place, form)
    row = Invitation.objects.get()
    send(ilse, place, {"doe": "withdraw", "invitation": str(row.id)})

    assert sent["Location"].endswith("verstuurd=1")
    assert not Invitation.objects.exists()
    assert deliver(timezone.now()).sent == 0


def test_what_is_of_another_organisation_stays_as_it_is():
    ilse, place = be("ilse"), f"/beheer/{PERSONAS['joke'].organisation}"
    other = PERSONAS["nadia"].membership

    send(ilse, place, {"doe": "end_work", "membership": str(other)})

    assert MembershipRecord.objects.get(id=other).ends is None


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"doe": "everything"},
        {"doe": "invite", "name": "Ties", "role": "person"},
        {"doe": "invite", "name": "", "role": "worker"},
        {"doe": "invite", "name": "Ties", "role": "worker", "address": "nergens"},
        {"doe": "end"},
    ],
)
def test_a_form_that_cannot_be(wrong: dict[str, str]):
    send(be("ilse"), f"/beheer/{PERSONAS['joke'].organisation}", wrong, 422)

    assert not Invitation.objects.exists()


def test_the_last_administrator_stays():
    ilse, place = be("ilse"), f"/beheer/{PERSONAS['ilse'].organisation}"

    own = send(
        ilse, place, {"doe": "end_work", "membership": str(PERSONAS["ilse"].membership)}, 422
    )
    whole = send(ilse, place, {"doe": "end", "sure": "1"}, 422)

    assert "laatste beheerder" in read(own, 422)
    assert "laatste beheerder" in read(whole, 422)


def test_an_organisation_ends_and_its_workers_are_out():
    ilse, joke = be("ilse"), be("joke")

    send(ilse, f"/beheer/{PERSONAS['joke'].organisation}", {"doe": "end", "sure": "1"})

    assert joke.get("/werk").status_code == 303
    assert "De Kribbe" not in re.sub("<option.*?</option>", "", read(ilse.get("/beheer")))


def test_without_the_token_of_the_page_nothing_happens():
    ilse, place = be("ilse"), f"/beheer/{PERSONAS['joke'].organisation}"

    answer = ilse.post(place, {"doe": "end", "sure": "1"})

    assert answer.status_code == 403
    assert Organisation.objects.get(id=PERSONAS["joke"].organisation).ended is None


@pytest.mark.parametrize("path", ["/beheer", "/mijn/uitnodigen", "/mijn/welkom"])
def test_pages_behind_the_login_are_kept_nowhere(path: str):
    client = be("ilse" if path == "/beheer" else "sterre")

    assert client.get(path)["Cache-Control"] == "no-store"
