# SPDX-License-Identifier: EUPL-1.2
"""An open request: any able organisation may step forward, the first one is the one, and it sees
nothing until the person says yes."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.states import State
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.handing_over import MARK, do, only_handoff, question, send
from tests.parts.own_files import Other, Person, person, read, worker

DAY_TREATMENT = 8
LATER = (timezone.localdate() + timedelta(days=9)).isoformat()
TAKE = {"doe": "wij"}


def on_map(kind: int = DAY_TREATMENT, region: str = "waalstad") -> Organisation:
    """An organisation that offers this there."""
    listing = Listing.objects.filter(region=region, kind=kind).exclude(organisation_uid="").first()
    assert listing is not None
    return Organisation.objects.create(
        name=listing.organisation, region=region, directory_code=listing.organisation_uid
    )


@pytest.fixture
def sterre() -> Person:
    one = person()
    sent = send(one, question("open", kaart=f"waalstad:{DAY_TREATMENT}"))
    assert sent.status_code == 302
    return one


@pytest.fixture
def joke() -> Other:
    return worker("joke", organisation=on_map())


@pytest.fixture
def elsewhere() -> Other:
    """Able too, but in another region."""
    return worker("kees", organisation=on_map(region="grachtstad"))


def where() -> str:
    return f"/werk/overdracht/{only_handoff().pk}"


def test_who_is_able_sees_that_somebody_asks_and_nothing_more(sterre: Person, joke: Other):
    page, inbox = read(joke.client, where()), read(joke.client, "/werk/overdracht")

    assert "Open vraag" in inbox
    for secret in ("Sterre", MARK, "Begeleiding thuis"):
        assert secret not in page
        assert secret not in inbox


def test_who_is_not_able_finds_nothing(sterre: Person, elsewhere: Other):
    unable = worker("anna", organisation=Organisation.objects.create(name="Zonder kaart"))

    for one in (elsewhere, unable):
        assert one.client.get(where()).status_code == 404
        assert one.client.post(where(), TAKE).status_code == 404
        assert "Open vraag" not in read(one.client, "/werk/overdracht")
    assert only_handoff().receiver is None


def test_stepping_forward_shows_nothing_until_the_person_says_yes(sterre: Person, joke: Other):
    assert joke.client.post(where(), TAKE).status_code == 302
    assert joke.client.get(where()).status_code == 404
    assert not GrantRecord.objects.exists()
    mine = sterre.read(f"/mijn/overdracht/{only_handoff().pk}")
    assert "Mogen zij je vraag zien?" in mine

    do(sterre, only_handoff().pk, "laat-zien", form=str(uuid4()))

    assert MARK in read(joke.client, where())
    joke.client.post(where(), {"doe": "ja", "dag": LATER})
    assert only_handoff().state == State.ACCEPTED


def test_a_no_of_the_person_shows_nothing(sterre: Person, joke: Other):
    joke.client.post(where(), TAKE)

    do(sterre, only_handoff().pk, "anders")

    assert joke.client.get(where()).status_code == 404
    assert only_handoff().state == State.CANCELLED_BY_PERSON


def test_the_second_who_steps_forward_is_too_late(sterre: Person, joke: Other):
    other = worker("piet", organisation=on_map())
    first, second = joke.client.post(where(), TAKE), other.client.post(where(), TAKE)

    assert first.status_code == 302
    assert second.status_code == 404
    taken = HandoffRecord.objects.get().receiver
    assert taken == MembershipRecord.objects.get(pk=joke.party.id).organisation_id


def test_stepping_forward_twice_is_once(sterre: Person, joke: Other):
    joke.client.post(where(), TAKE)
    joke.client.post(where(), TAKE)

    assert only_handoff().steps.count() == 3


def test_who_left_steps_forward_for_nobody(sterre: Person, joke: Other):
    """Also when somebody works elsewhere now, where this is not offered."""
    MembershipRecord.objects.create(
        account=joke.account,
        organisation=Organisation.objects.create(name="Elders"),
        role=Role.WORKER,
        starts=timezone.now(),
    )
    MembershipRecord.objects.filter(pk=joke.party.id).update(ends=timezone.now())

    assert joke.client.post(where(), TAKE).status_code == 404
    assert only_handoff().receiver is None


def test_an_open_request_needs_a_kind_that_is_offered():
    one = person("wim", "Wim")

    for chosen in ("", "waalstad:9999", "nergens:8", "waalstad:x"):
        assert send(one, question("open", kaart=chosen)).status_code == 422
    assert not HandoffRecord.objects.exists()


def test_after_a_no_the_next_best_is_told(sterre: Person, joke: Other):
    joke.client.post(where(), TAKE)
    do(sterre, only_handoff().pk, "laat-zien", form=str(uuid4()))
    joke.client.post(where(), {"doe": "nee", "reden": "no-place"})

    page = sterre.read(f"/mijn/overdracht/{only_handoff().pk}")

    assert "De volgende weg" in page
    assert page.count("&amp;bij=W") >= 1
    refused = MembershipRecord.objects.get(pk=joke.party.id).organisation.name
    listed = page[page.index("De volgende weg") : page.index("Waar is het nu?")]
    assert f"<p>{refused}</p>" not in listed
