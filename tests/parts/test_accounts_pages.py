# SPDX-License-Identifier: EUPL-1.2
"""The pages of invitations, recovery, administration and the demo's people, as a browser uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils import timezone

from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts import checks, demo, services
from ruimbaan.parts.accounts.models import (
    Account,
    Invitation,
    MembershipRecord,
    Organisation,
    RecoveryRecord,
)
from ruimbaan.parts.outbox.services import deliver
from ruimbaan.parts.trust.queries import file_of, known_to
from tests.parts.reading import blocks, length, sentences
from tests.parts.smtp_server import Arrivals, mail_server

CODE = re.compile(r"\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}\b")
PERSONAS = demo.BY_NAME


@pytest.fixture(autouse=True)
def people() -> None:
    demo.prepare(timezone.now())


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


def be(name: str) -> Client:
    """A browser of its own, signed in as one of the demo's people. Forms need their token."""
    client = Client(enforce_csrf_checks=True)
    response = client.post("/inloggen/voorbeeld", {"wie": name})
    assert response.status_code == 303, response
    return client


def read(response: Any, status: int = 200) -> str:
    assert response.status_code == status, (response.status_code, response.content[:600])
    return unescape(response.content.decode())


def send(client: Client, path: str, data: dict[str, str], status: int = 303) -> Any:
    """With the token that stands on the page."""
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', read(client.get(path)))
    response = client.post(path, data | {"csrfmiddlewaretoken": token[1] if token else ""})
    assert response.status_code == status, (response.status_code, response.content[:600])
    return response


def code_on(response: Any) -> str:
    found = CODE.search(read(response))
    assert found, response.content[:600]
    return found[0]


@contextmanager
def no_demo() -> Iterator[None]:
    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, demo=False)):
        yield


# --- the demo's people ---------------------------------------------------------------------------


@pytest.mark.parametrize("persona", demo.PERSONAS, ids=lambda persona: persona.name)
def test_everyone_of_the_demo_is_signed_in_with_one_click(persona: demo.Persona):
    client = be(persona.name)

    home = "/werk" if persona.role else "/mijn"
    assert persona.called in read(client.get(home))
    assert (client.get("/beheer").status_code == 200) is (persona.role is Role.ADMINISTRATOR)


def test_every_role_and_every_kind_of_person_is_there():
    roles = {persona.role for persona in demo.PERSONAS}

    assert roles == {*Role, None}
    assert file_of(PERSONAS["sterre"].id)
    assert file_of(PERSONAS["riet"].id) is None


def test_preparing_twice_changes_nothing():
    before = (Account.objects.count(), MembershipRecord.objects.count())

    demo.prepare(timezone.now())

    assert (Account.objects.count(), MembershipRecord.objects.count()) == before


def test_organisations_of_the_demo_stand_on_the_map():
    assert Organisation.objects.get(name="De Kribbe").directory_code


@pytest.mark.parametrize("who", ["", "nobody", "sterre\x00"])
def test_somebody_who_is_not_of_the_demo_cannot_be_chosen(client: Client, who: str):
    Account.objects.create_account("nobody")

    assert client.post("/inloggen/voorbeeld", {"wie": who}).status_code == 404


def test_outside_a_demo_the_page_is_not_there_and_the_site_does_not_start(client: Client):
    with no_demo():
        assert client.get("/inloggen/voorbeeld").status_code == 404
        assert client.post("/inloggen/voorbeeld", {"wie": "sterre"}).status_code == 404
        faults = checks.check_no_demo_people(None, databases=["default"])

    assert [fault.id for fault in faults] == ["ruimbaan.E020"]
    assert checks.check_no_demo_people(None, databases=["default"]) == []


# --- an invitation -------------------------------------------------------------------------------


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


# --- workers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/werk/startcode", "/werk/herstel"])
def test_only_workers_and_experience_experts_help(path: str):
    statuses = {name: be(name).get(path).status_code for name in PERSONAS}

    assert {name for name, status in statuses.items() if status == 200} == {"joke", "bram"}
    assert set(statuses.values()) == {200, 404}


def test_a_worker_makes_a_start_code_to_print(client: Client):
    paper = send(be("joke"), "/werk/startcode", {}, 200)

    assert '<div class="rb-qr"><svg' in read(paper)
    assert paper["Cache-Control"] == "no-store"
    assert "eigen reis" in read(client.get("/uitnodiging", {"sleutel": code_on(paper)}))


def test_two_workers_help_a_person_to_come_in_again(client: Client):
    name = PERSONAS["sterre"].code_name
    sterre = be("sterre")
    asked = {"code_name": name, "seen": "1"}

    first = send(be("joke"), "/werk/herstel", asked)
    code = code_on(send(be("bram"), "/werk/herstel", asked, 200))
    out = sterre.get("/mijn")
    entered = client.post("/inloggen/herstel", {"code_name": name, "code": code})

    assert first["Location"] == "/werk/herstel?genoteerd=1"
    assert out.status_code == 303
    assert name in read(client.get(entered["Location"]))
    who = read(client.get("/mijn/inloggen/geholpen"))
    assert "Joke, De Kribbe" in who
    assert "Bram, De Kribbe" in who
    assert client.post("/inloggen/herstel", {"code_name": name, "code": code}).status_code == 422


def test_a_worker_sees_no_difference_for_a_code_name_of_nobody():
    joke, bram = be("joke"), be("bram")

    def seen(name: str) -> list[str]:
        data = {"code_name": name, "seen": "1"}
        first = send(joke, "/werk/herstel", data)
        second = read(send(bram, "/werk/herstel", data, 200))
        plain = re.sub(r'value="[^"]+"|data-closing="\d+"', "", CODE.sub("CODE", second))
        return [first["Location"], re.sub(r"\d\d\.\d\d", "", plain)]

    assert seen(PERSONAS["sterre"].code_name) == seen("blauwe-mus-1234")


def test_a_worker_must_see_the_person():
    send(be("joke"), "/werk/herstel", {"code_name": PERSONAS["sterre"].code_name}, 422)

    assert not RecoveryRecord.objects.exists()


@pytest.mark.parametrize("name", ["", "x" * 61, "a\x00b"])
def test_a_code_name_that_is_none(name: str):
    send(be("joke"), "/werk/herstel", {"code_name": name, "seen": "1"}, 422)


def test_every_wrong_recovery_code_gets_the_same_answer(client: Client):
    tries = (
        (PERSONAS["sterre"].code_name, "0000-0000-0000-0000"),
        (PERSONAS["sterre"].code_name, ""),
        (PERSONAS["sterre"].code_name, "\x00"),
    )
    answers = [
        client.post("/inloggen/herstel", {"code_name": name, "code": code}) for name, code in tries
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert len({answer.content for answer in answers}) == 1


def test_the_person_stops_what_they_did_not_ask_for(client: Client):
    name, sterre = PERSONAS["sterre"].code_name, be("sterre")
    send(be("joke"), "/werk/herstel", {"code_name": name, "seen": "1"})
    row = RecoveryRecord.objects.get()

    send(sterre, "/mijn/inloggen/geholpen", {"recovery": str(row.id)})

    assert "Jij hebt dit gestopt." in read(sterre.get("/mijn/inloggen/geholpen"))
    assert be("karim").get("/mijn/inloggen/geholpen").status_code == 200
    again = send(be("bram"), "/werk/herstel", {"code_name": name, "seen": "1"})
    assert again["Location"].endswith("genoteerd=1")  # a new one, with one worker again


# --- administration ------------------------------------------------------------------------------


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


# --- words ---------------------------------------------------------------------------------------

A2 = ("/mijn/uitnodigen", "/mijn/welkom", "/mijn/inloggen/geholpen")
B1 = ("/werk/startcode", "/werk/herstel", "/beheer")


@pytest.mark.parametrize(
    ("name", "path", "most"),
    [
        *(("sterre", path, 12) for path in A2),
        *(("joke" if path != "/beheer" else "ilse", path, 20) for path in B1),
    ],
)
def test_sentences_are_short(name: str, path: str, most: int):
    page = read(be(name).get(path))

    assert [one for one in sentences(page) if length(one) > most] == []


def test_papers_and_invitations_have_short_sentences_too(client: Client):
    start = send(be("joke"), "/werk/startcode", {}, 200)
    near = send(be("sterre"), "/mijn/uitnodigen", {"doe": "paper"}, 200)
    pages = [
        read(start),
        read(near),
        *(read(client.get("/uitnodiging", {"sleutel": code_on(page)})) for page in (start, near)),
        read(client.get("/uitnodiging", {"sleutel": "x"}), 404),
    ]

    assert [one for page in pages for one in sentences(page) if length(one) > 12] == []


def told(client: Client, path: str) -> str:
    """A page without the names to choose from: those are the same in every language."""
    return re.sub("<option.*?</option>", "", read(client.get(path)))


def test_english_is_whole():
    joke, ilse, sterre = be("joke"), be("ilse"), be("sterre")
    visits = [*((sterre, path) for path in A2), (joke, B1[0]), (joke, B1[1]), (ilse, B1[2])]
    visits.append((ilse, f"/beheer/{PERSONAS['joke'].organisation}"))

    for client, path in visits:
        dutch, english = (
            {one for one in blocks(told(client, f"{prefix}{path}")) if len(one.split()) > 3}
            for prefix in ("", "/en")
        )
        assert english
        assert dutch & english == set(), path
