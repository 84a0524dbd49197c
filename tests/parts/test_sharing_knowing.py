# SPDX-License-Identifier: EUPL-1.2
"""Taking somebody away whom one knows here: what stops is said before, and then it has stopped."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.trust import services as trust
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord
from ruimbaan.parts.trust.walls import NotOpened, Opening
from tests.parts.own_files import Person, close_one, person, worker

LATE = (timezone.localdate() + timedelta(days=300)).isoformat()


@pytest.fixture
def sterre() -> Person:
    return person()


def door(sterre: Person, who: str) -> str:
    """The address behind "Haal weg" of this person."""
    found = re.search(
        rf'href="([^"]+)">Haal weg<span class="rb-sr">: {who}', sterre.read("/mijn/delen")
    )
    assert found
    return found[1]


def test_what_stops_is_said_and_then_it_has_stopped(sterre: Person):
    oma = close_one()
    sterre.knows(oma.party)
    sterre.shows(oma.party, "wishes", "story", why="nabij")
    path = door(sterre, "Oma")

    before = sterre.read(path)
    seen = oma.look(sterre, "nabij").status_code
    done = sterre.client.post(path)

    assert seen == 200
    assert "Oma ziet nu nog dit. Dat stopt meteen:" in before
    assert "Ziet je wensen, tot en met" in before
    assert "Ziet je verhaal, tot en met" in before
    assert "Wat iemand al las, kunnen we niet terughalen." in before
    assert "Oma krijgt hier geen bericht over." in before
    assert (done.status_code, done.headers["Location"]) == (302, "/mijn/delen?nu=weg")
    assert oma.look(sterre, "nabij").status_code == 404
    assert "Je deelt niets." in sterre.read("/mijn/delen")
    assert "Oma" not in sterre.read("/mijn/delen/nieuw")


def test_looking_at_what_would_stop_stops_nothing(sterre: Person):
    oma = close_one()
    sterre.knows(oma.party)
    sterre.shows(oma.party, "wishes", why="nabij")

    sterre.read(door(sterre, "Oma"))

    assert oma.look(sterre, "nabij").status_code == 200


def test_who_is_taken_away_cannot_be_shown_anything_by_name(sterre: Person):
    oma = close_one()
    sterre.knows(oma.party)
    sterre.client.post(door(sterre, "Oma"))

    answer = sterre.shows(oma.party, "wishes", why="nabij")

    assert answer.status_code == 422
    assert not GrantRecord.objects.exists()


def test_others_keep_what_they_were_given(sterre: Person):
    oma, noor = close_one(), worker()
    for other in (oma, noor):
        sterre.knows(other.party)
        sterre.shows(other.party, "wishes")

    sterre.client.post(door(sterre, "Oma"))

    assert noor.look(sterre).status_code == 200
    assert list(Acquaintance.objects.values_list("party", flat=True)) == [noor.party.id]


def test_what_stays_open_by_an_organisation_is_said(sterre: Person):
    place = Organisation.objects.create(name="Herstelplek De Kade")
    noor = worker(organisation=place)
    sterre.knows(noor.party)
    sterre.shows(noor.party, "story")
    sterre.shows(Party(PartyKind.ORGANISATION, place.id), "wishes")
    path = door(sterre, "Noor")

    before = sterre.read(path)
    sterre.client.post(path)

    assert "Noor ziet nog wel je wensen, via Herstelplek De Kade." in before
    assert [grant.part for grant in GrantRecord.objects.filter(revoked=None)] == ["wishes"]
    assert noor.look(sterre).status_code == 200


def test_who_sees_nothing_can_be_taken_away_too(sterre: Person):
    oma = close_one()
    sterre.knows(oma.party)

    assert "Oma ziet nu niets dat jij zelf gaf." in sterre.read(door(sterre, "Oma"))


def test_twice_is_once(sterre: Person):
    oma = close_one()
    sterre.knows(oma.party)
    path = door(sterre, "Oma")
    sterre.client.post(path)

    again = sterre.client.post(path)

    assert (again.status_code, again.headers["Location"]) == (302, "/mijn/delen")
    assert sterre.client.get(path).status_code == 404


def test_somebody_else_can_take_nobody_away(sterre: Person):
    oma, karim = close_one(), person("karim", "Karim")
    sterre.knows(oma.party)
    path = door(sterre, "Oma")

    theirs, nothing = karim.client.get(path), karim.client.get(f"/mijn/delen/ken/{uuid4()}/weg")
    karim.client.post(path)

    assert (theirs.status_code, theirs.content) == (404, nothing.content)
    assert Acquaintance.objects.count() == 1


@pytest.mark.parametrize("action", [Action.LOOK, Action.CHANGE, Action.SHARE])
def test_without_an_opening_to_share_the_whole_file_nobody_is_taken_away(
    sterre: Person, action: Action
):
    oma = close_one()
    sterre.knows(oma.party)
    opening = Opening(sterre.journey, frozenset({Part.WISHES}), action)

    with pytest.raises(NotOpened):
        trust.unacquaint(opening, oma.party, timezone.now())


def test_what_one_party_sees_stands_together(sterre: Person):
    oma, noor = close_one(), worker()
    for other in (oma, noor):
        sterre.knows(other.party)
    sterre.shows(oma.party, "wishes", why="nabij", until="maand")
    sterre.shows(noor.party, "wishes")
    sterre.shows(oma.party, "story", why="nabij", until="dag", dag=LATE)

    page = sterre.read("/mijn/delen")

    shown = re.findall(r"<p><strong>(\w+)</strong>.*?</p>\s*<p>Ziet", page)
    assert shown == ["Oma", "Oma", "Noor"]
