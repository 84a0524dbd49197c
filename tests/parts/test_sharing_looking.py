# SPDX-License-Identifier: EUPL-1.2
"""The look of who something is shown to, and that it ends when it should."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ruimbaan.core.trust.deciding import Because
from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.journey.wording import WHY
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.files.reading import as_grant
from tests.parts.own_files import Other, Person, close_one, person, read, worker
from tests.signed_in import enter


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    sterre.writes("wensen", words="Mijn zoon weer thuis.")
    sterre.writes("verhaal", words="Het verhaal van Bami.")
    sterre.writes("notities", words="Alleen voor mij.")
    return sterre


@pytest.fixture
def noor(sterre: Person) -> Other:
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    return noor


def no_page(response: Any) -> bytes:
    """The page "not found", without the address that the reader typed."""
    assert response.status_code == 404
    return re.sub(rb"[0-9a-f]{8}-[0-9a-f-]{27}|/steun|/nabij|/nood|/geld|/x", b"", response.content)


def test_only_the_part_that_was_given_is_there(sterre: Person, noor: Other):
    page = noor.look(sterre).content.decode()

    assert "Mijn zoon weer thuis." in page
    assert "Het verhaal van Bami." not in page
    assert "Verhaal van Sterre" not in page
    assert "Alleen voor mij." not in page


def test_it_says_why_it_may_be_seen(sterre: Person, noor: Other):
    page = noor.look(sterre).content.decode()

    assert "Waarom mag ik dit zien?" in page
    assert "Sterre laat je dit zien, tot en met" in page


def test_a_worker_reads_that_a_yes_is_no_legal_basis(sterre: Person, noor: Other):
    oma = close_one()
    sterre.knows(oma.party)
    sterre.shows(oma.party, "wishes", why="nabij")
    words = "Toestemming herstelt geen ontbrekende grondslag."

    assert words in noor.look(sterre).content.decode()
    assert words not in oma.look(sterre, "nabij").content.decode()


def test_the_list_says_who_what_for_and_until_when(sterre: Person, noor: Other):
    page = read(noor.client, "/gedeeld")

    assert "<strong>Sterre</strong>" in page
    assert "<p>Wensen</p>" in page
    assert f'href="/gedeeld/{sterre.journey}/steun"' in page
    assert "Om mee te lopen met Sterre" in page
    assert "Tot en met" in page


def test_the_owner_has_another_page(sterre: Person):
    assert sterre.client.get(f"/gedeeld/{sterre.journey}/steun").status_code == 404
    assert "Niemand deelt nu iets met je." in read(sterre.client, "/gedeeld")


def test_refused_and_not_there_are_the_same_page(sterre: Person, noor: Other):
    stranger = worker("piet")
    nothing = no_page(stranger.client.get(f"/gedeeld/{uuid4()}/steun"))

    for path in (
        f"/gedeeld/{sterre.journey}/steun",  # not given to this one
        f"/gedeeld/{sterre.journey}/nabij",
        f"/gedeeld/{sterre.journey}/geld",  # a purpose without an address
        f"/gedeeld/{sterre.journey}/x",
    ):
        assert no_page(stranger.client.get(path)) == nothing
    assert no_page(noor.client.get(f"/gedeeld/{sterre.journey}/nabij")) == no_page(
        noor.client.get(f"/gedeeld/{uuid4()}/nabij")
    )


def test_who_is_not_signed_in_comes_to_the_door(sterre: Person):
    response = Client().get(f"/gedeeld/{sterre.journey}/steun")

    assert response.status_code == 303
    assert response["Location"].startswith("/inloggen?next=")


def test_a_worker_without_a_second_proof_comes_to_that_first(sterre: Person, noor: Other):
    enter(noor.client, noor.account, strong=False)

    for path in ("/gedeeld", f"/gedeeld/{sterre.journey}/steun"):
        assert noor.client.get(path).status_code == 303


def test_a_close_one_needs_no_second_proof(sterre: Person):
    oma = close_one()
    sterre.knows(oma.party)
    sterre.shows(oma.party, "wishes", why="nabij")

    assert oma.look(sterre, "nabij").status_code == 200


def stop(sterre: Person, noor: Other) -> None:
    sterre.client.post(f"/mijn/delen/{GrantRecord.objects.get().pk}/stop")


def end(sterre: Person, noor: Other) -> None:
    GrantRecord.objects.update(ends=timezone.now())


def end_work(sterre: Person, noor: Other) -> None:
    MembershipRecord.objects.update(ends=timezone.now())


def close(sterre: Person, noor: Other) -> None:
    sterre.client.post("/mijn/dicht", {"doe": "dicht"})


def change_work(sterre: Person, noor: Other) -> None:
    MembershipRecord.objects.update(role=Role.STEWARD)


def erase(sterre: Person, noor: Other) -> None:
    sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})


@pytest.mark.parametrize("change", [stop, end, end_work, close, change_work, erase])
def test_at_the_very_next_request_nothing_is_seen(
    sterre: Person, noor: Other, change: Callable[[Person, Other], None]
):
    assert noor.look(sterre).status_code == 200

    change(sterre, noor)

    assert noor.look(sterre).status_code == 404
    response = noor.client.get("/gedeeld")
    assert response.status_code in {200, 404}  # who works nowhere has no page of work
    assert b"Sterre" not in response.content


def test_a_grant_that_ends_at_this_very_moment_has_ended(sterre: Person, noor: Other):
    """Also in the hour that comes twice."""
    night = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    for fold in (0, 1):
        moment = night.replace(fold=fold)
        grant = GrantRecord.objects.get()
        GrantRecord.objects.update(starts=moment - timedelta(days=1), ends=moment)
        grant.refresh_from_db()
        assert not as_grant(grant).in_force(moment)
        assert as_grant(grant).in_force(moment - timedelta(microseconds=1))


def test_everyone_who_gives_support_at_an_organisation_sees_it(sterre: Person):
    organisation = Organisation.objects.create(name="Buurtteam Veenland")
    sterre.shows(Party(PartyKind.ORGANISATION, organisation.pk), "wishes")
    colleague = worker("bo", Role.WORKER, organisation)
    editor = worker("els", Role.EDITOR, organisation)

    assert colleague.look(sterre).status_code == 200
    assert editor.look(sterre).status_code == 404


def test_the_person_reads_why_each_part_may_or_may_not_be_seen(sterre: Person, noor: Other):
    stop(sterre, noor)
    sterre.shows(noor.party, "story")
    page = sterre.read("/mijn/delen/waarom")

    def why(part: str) -> str:
        return str(re.findall(rf"<dt>{part}</dt><dd>(.*?)</dd>", page)[0])

    assert why("Mijn verhaal").startswith("Ja. Jij laat dit zien tot en met")
    assert why("Mijn wensen") == "Nee. Jij bent ermee gestopt."
    assert why("Mijn mensen") == "Nee. Dit laat jij niet zien."
    assert why("Mijn eigen notities") == "Nee. Dit deel ziet nooit iemand anders."


def test_why_follows_what_changes(sterre: Person, noor: Other):
    close(sterre, noor)
    assert "Nee. Je zette alles even dicht." in sterre.read("/mijn/delen/waarom")

    sterre.client.post("/mijn/dicht", {"doe": "open"})
    end_work(sterre, noor)
    assert "Nee. Deze persoon werkt daar niet meer." in sterre.read("/mijn/delen/waarom")


def test_every_reason_has_a_sentence_in_both_languages():
    assert set(WHY) == set(Because)
    assert all(text.nl and text.en for text in WHY.values())


def test_english(sterre: Person, noor: Other):
    page = read(noor.client, f"/en/gedeeld/{sterre.journey}/steun")

    assert "Wishes of Sterre" in page
    assert "To walk along with Sterre" in page


@pytest.mark.parametrize("path", ["/gedeeld", "/werk", "/werk/ruimte/vragen/nieuw"])
def test_a_worker_of_many_waits_no_longer_for_their_names(sterre: Person, noor: Other, path: str):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            read(noor.client, path)
        return len(asked)

    questions()  # the first time more is looked up
    of_one = questions()
    for number in range(5):
        other = person(f"ander{number}", f"Ander {number}")
        other.knows(noor.party)
        other.shows(noor.party, "wishes")

    assert questions() == of_one
