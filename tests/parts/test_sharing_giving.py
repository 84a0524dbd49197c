# SPDX-License-Identifier: EUPL-1.2
"""Letting somebody see a part: choose, look at what they will see, say yes, stop, extend."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.trust.consent_words import CURRENT
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.own_files import Other, Person, close_one, person, showing, worker

CHECKED = re.compile(r'value="([^"]+)" checked')


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    sterre.writes("wensen", words="Mijn zoon weer thuis.")
    sterre.writes("verhaal", words="Dit blijft nog dicht.")
    return sterre


@pytest.fixture
def noor(sterre: Person) -> Other:
    noor = worker()
    sterre.knows(noor.party)
    return noor


def inside(page: str) -> str:
    """What stands in the frame "zo ziet zij het"."""
    return str(
        re.findall(r'rb-frame__in">(.*?)</div>\s*(?:</div>\s*)?</section>', page, re.DOTALL)[0]
    )


def the_grant() -> GrantRecord:
    return GrantRecord.objects.get()


def test_everything_is_off_at_first(sterre: Person, noor: Other):
    page = sterre.read("/mijn/delen/nieuw")

    assert "Noor" in page
    assert "ervaringsdeskundige bij Herstelplek De Kade" in page
    assert set(CHECKED.findall(page)) == {"kwartaal", "self"}


def test_own_notes_cannot_even_be_chosen(sterre: Person, noor: Other):
    assert 'value="own"' not in sterre.read("/mijn/delen/nieuw")


def test_looking_first_gives_nothing(sterre: Person, noor: Other):
    response = sterre.client.post("/mijn/delen/nieuw", showing(noor.party, "wishes"))
    page = response.content.decode()

    assert response.status_code == 200
    assert "Klopt dit?" in page
    assert "Mijn zoon weer thuis." in inside(page)
    assert "Dit blijft nog dicht." not in page
    assert not GrantRecord.objects.exists()


def test_yes_and_no_are_equal(sterre: Person, noor: Other):
    page = sterre.client.post("/mijn/delen/nieuw", showing(noor.party, "wishes")).content.decode()
    (both,) = re.findall(r'class="rb-equal"(.*?)</form>', page, re.DOTALL)

    assert re.findall(r"nl-button__label\">(.*?)<", both) == ["Ja, laat zien", "Nee, niet delen"]
    assert "Nee zeggen mag." in page
    assert "Slaap er gerust een nacht over." in page


def test_the_preview_is_exactly_what_the_other_sees(sterre: Person, noor: Other):
    page = sterre.client.post("/mijn/delen/nieuw", showing(noor.party, "wishes")).content.decode()
    sterre.shows(noor.party, "wishes")

    assert inside(page).strip() in noor.look(sterre).content.decode()


def test_what_the_other_sees_already_is_not_called_closed(sterre: Person, noor: Other):
    sterre.shows(noor.party, "story")
    page = sterre.client.post("/mijn/delen/nieuw", showing(noor.party, "wishes")).content.decode()
    already = page[page.index("Dit ziet Noor al") : page.index("Dit blijft dicht")]

    assert "Mijn verhaal" in already
    assert "Mijn verhaal" not in page[page.index("Dit blijft dicht") :]
    assert "Mijn mensen" in page[page.index("Dit blijft dicht") :]


def test_the_last_yes_stores_words_way_and_end(sterre: Person, noor: Other):
    response = sterre.shows(noor.party, "wishes", hoe="with_help")
    grant = the_grant()
    lasts = timezone.localtime(grant.ends).date() - timezone.localdate()

    assert response.status_code == 302
    assert (grant.words, grant.given, grant.basis) == (CURRENT, "with_help", "consent")
    assert timezone.localtime(grant.ends).hour == 0
    assert lasts == timedelta(days=91)  # the midnight after three months


def test_the_yes_is_sent_twice_and_given_once(sterre: Person, noor: Other):
    sent = showing(noor.party, "wishes", doe="ja")

    first = sterre.client.post("/mijn/delen/nieuw", sent)
    again = sterre.client.post("/mijn/delen/nieuw", sent)

    assert first["Location"] == again["Location"]
    assert GrantRecord.objects.count() == 1


def test_several_parts_can_be_less(sterre: Person, noor: Other):
    page = sterre.client.post(
        "/mijn/delen/nieuw", showing(noor.party, "wishes", "story")
    ).content.decode()

    assert "Minder mag ook" in page
    assert "Zonder: Mijn verhaal" in page


def test_each_part_is_a_grant_of_its_own(sterre: Person, noor: Other):
    sterre.shows(noor.party, "wishes", "story")

    assert sorted(GrantRecord.objects.values_list("part", flat=True)) == ["story", "wishes"]


def test_giving_again_takes_the_place_of_before(sterre: Person, noor: Other):
    sterre.shows(noor.party, "wishes")
    sterre.shows(noor.party, "wishes", until="vandaag")

    running = GrantRecord.objects.filter(revoked=None)

    assert GrantRecord.objects.count() == 2
    assert timezone.localtime(running.get().ends).date() == timezone.localdate() + timedelta(days=1)


def test_an_own_day_may_be_a_year_away_and_no_more(sterre: Person, noor: Other):
    today = timezone.localdate()
    in_time, too_late = today + timedelta(days=364), today + timedelta(days=367)

    late = sterre.shows(noor.party, "wishes", until="dag", dag=too_late.isoformat())
    fine = sterre.shows(noor.party, "wishes", until="dag", dag=in_time.isoformat())

    assert late.status_code == 422
    assert "Delen kan voor hoogstens een jaar." in late.content.decode()
    assert fine.status_code == 302


def test_an_organisation_is_possible_but_folded_away(sterre: Person):
    organisation = Organisation.objects.create(name="Buurtteam Veenland")
    page = sterre.read("/mijn/delen/nieuw")
    folded = page[page.index("<details") : page.index("</details>")]

    response = sterre.shows(Party(PartyKind.ORGANISATION, organisation.pk), "wishes")

    assert "Buurtteam Veenland" in folded
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"wie": ""}, "Hier is nog niets gekozen."),
        ({"wie": "account:geen-nummer"}, "Hier is nog niets gekozen."),
        ({"wie": f"account:{uuid4()}"}, "Deze persoon ken je hier niet."),
        ({"wie": f"link:{uuid4()}"}, "Deze persoon ken je hier niet."),
        ({"wie": f"organisation:{uuid4()}"}, "Deze persoon ken je hier niet."),
        ({"wat": []}, "Hier is nog niets gekozen."),
        ({"wat": ["own"]}, "Hier is nog niets gekozen."),
        ({"wat": ["wishes", "secret"]}, "Hier is nog niets gekozen."),
        ({"waarvoor": "geld"}, "Hier is nog niets gekozen."),
        ({"waarvoor": "nood"}, "Voor dit doel is dit deel niet nodig."),
        ({"tot": "altijd"}, "Hier is nog niets gekozen."),
        ({"tot": "dag", "dag": ""}, "Dit is geen dag of tijd."),
        ({"tot": "dag", "dag": "9999-12-31"}, "Dit is geen dag of tijd."),
        ({"tot": "dag", "dag": "2020-01-01"}, "De laatste dag is al voorbij."),
        ({"hoe": "worker"}, "Hier is nog niets gekozen."),
        ({"hoe": "spoken"}, "Kies wie erbij was."),
        ({"hoe": "spoken", "getuige": str(uuid4())}, "Deze persoon ken je hier niet."),
        ({"basis": "legal_task"}, "Het veld &quot;basis&quot; hoort hier niet."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_given(
    sterre: Person, noor: Other, change: dict[str, object], says: str
):
    sent = showing(noor.party, "wishes", doe="ja") | change

    response = sterre.client.post("/mijn/delen/nieuw", sent)

    assert response.status_code == 422
    assert says in response.content.decode()
    assert not GrantRecord.objects.exists()


def test_a_spoken_yes_has_a_witness_who_is_not_the_receiver(sterre: Person, noor: Other):
    oma = close_one()
    sterre.knows(oma.party)

    receiver = sterre.shows(noor.party, "wishes", hoe="spoken", getuige=str(noor.account.pk))
    herself = sterre.shows(noor.party, "wishes", hoe="spoken", getuige=str(sterre.account.pk))
    other = sterre.shows(noor.party, "wishes", hoe="spoken", getuige=str(oma.account.pk))

    assert (receiver.status_code, herself.status_code, other.status_code) == (422, 422, 302)
    assert (the_grant().given, the_grant().witness) == ("spoken", oma.account.pk)


def test_a_worker_cannot_say_yes_for_the_person(sterre: Person, noor: Other):
    """Not in the own session: what is sent there is about an own file, and there is none."""
    response = noor.client.post("/mijn/delen/nieuw", showing(noor.party, "wishes", doe="ja"))

    assert (response.status_code, response["Location"]) == (302, "/mijn")
    assert not GrantRecord.objects.exists()


def test_somebody_who_is_not_known_is_not_in_the_list(sterre: Person):
    worker("piet")

    assert "Piet" not in sterre.read("/mijn/delen/nieuw")
    assert "Nodig eerst iemand uit." in sterre.read("/mijn/delen/nieuw")


def test_the_list_says_who_what_and_until_when(sterre: Person, noor: Other):
    sterre.shows(noor.party, "wishes", until="vandaag")

    page = sterre.read("/mijn/delen")

    assert "<strong>Noor</strong>, ervaringsdeskundige bij Herstelplek De Kade" in page
    assert "Ziet je wensen, tot en met" in page
    assert "Vandaag gaat het vanzelf dicht." in page
    assert "Noor ziet dit" in sterre.read("/mijn/alles")
    assert "<small>Noor</small>" in sterre.read("/mijn")
    assert "Noor ziet dit." in sterre.read("/mijn/wensen")
    assert "Alleen jij ziet dit." in sterre.read("/mijn/verhaal")


def test_sharing_nothing_is_good(sterre: Person):
    assert "Je deelt niets. Dat is goed." in sterre.read("/mijn/delen")


def test_one_button_stops_and_again_does_no_harm(sterre: Person, noor: Other):
    sterre.shows(noor.party, "wishes")
    grant = the_grant().pk

    for _again in range(2):
        response = sterre.client.post(f"/mijn/delen/{grant}/stop", follow=True)

    assert "Het delen is gestopt. Je hoeft niet te zeggen waarom." in response.content.decode()
    assert "Je deelt niets. Dat is goed." in response.content.decode()
    assert "Noor ziet dit nu niet meer." in sterre.read(f"/mijn/delen/{grant}")


def test_longer_is_a_new_yes_in_the_place_of_the_old(sterre: Person, noor: Other):
    sterre.shows(noor.party, "wishes", until="vandaag")
    sent = {"form": str(uuid4()), "tot": "maand", "dag": ""}
    old = the_grant()

    for _again in range(2):
        response = sterre.client.post(f"/mijn/delen/{old.pk}/langer", sent)
    new = GrantRecord.objects.get(revoked=None)

    assert response["Location"] == f"/mijn/delen/{new.pk}?nu=ja"
    assert GrantRecord.objects.count() == 2
    assert new.ends > old.ends
    assert noor.look(sterre).status_code == 200


def test_longer_than_a_year_is_too_long(sterre: Person, noor: Other):
    sterre.shows(noor.party, "wishes")
    day = (timezone.localdate() + timedelta(days=400)).isoformat()

    response = sterre.client.post(
        f"/mijn/delen/{the_grant().pk}/langer", {"form": str(uuid4()), "tot": "dag", "dag": day}
    )

    assert response.status_code == 422
    assert "Delen kan voor hoogstens een jaar." in response.content.decode()


@pytest.mark.parametrize("what", ["", "/stop", "/langer"])
def test_a_grant_of_another_person_is_not_there(sterre: Person, noor: Other, what: str):
    sterre.shows(noor.party, "wishes")
    karim = person("karim", "Karim")
    url = f"/mijn/delen/{the_grant().pk}{what}"

    response = karim.client.post(url, {"tot": "maand"}) if what else karim.client.get(url)

    assert response.status_code == 404
    assert the_grant().revoked is None
