# SPDX-License-Identifier: EUPL-1.2
"""Working agreements on their pages: each organisation says yes itself, and only then it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.discretion.agreeing.models import Agreement, ShareRecord
from ruimbaan.parts.discretion.services import remind_to_look_back
from ruimbaan.parts.outbox.content import unseal
from ruimbaan.parts.outbox.models import Letter
from tests.parts.agreeing_people import (
    MINE,
    NEW,
    PUBLIC,
    Side,
    agree,
    day,
    does,
    later,
    proposal,
    propose,
    side,
)
from tests.parts.own_files import read
from tests.parts.reading import length, sentences

pytestmark = pytest.mark.django_db
TITLE = "Melden bij de start"


@pytest.fixture
def kribbe() -> Side:
    return side("De Kribbe")


@pytest.fixture
def gemeente() -> Side:
    return side("Gemeente Waalstad")


@pytest.fixture
def other() -> Side:
    return side("De Uiterwaard")


def anybody(path: str) -> str:
    return Client().get(path, follow=True).content.decode()


def test_it_holds_once_the_other_said_yes_too(kribbe: Side, gemeente: Side):
    draft = propose(kribbe, gemeente)
    assert TITLE not in anybody(PUBLIC)
    assert TITLE not in anybody(f"{PUBLIC}/{draft.pk}")
    assert "Aan u gevraagd" in read(gemeente.speaker.client, MINE)
    assert "Wacht op een ander" in read(kribbe.speaker.client, MINE)

    assert does(gemeente.speaker, draft, "ja").status_code == 302

    assert TITLE in anybody(PUBLIC)
    page = anybody(f"{PUBLIC}/{draft.pk}")
    assert "Pakt de melding meteen op." in page
    assert "R35" in page
    assert re.search(r'<dd><a class="rb-link" href="/fricties/waalstad/F\d+">[A-Z]', page)
    assert not re.search(r"<dd>F\d\d", page)
    assert "Behandeling bij de poli" in page
    assert [one for one in sentences(page) if length(one) > 20] == []


def test_it_is_found_from_the_rule_the_place_and_the_route(kribbe: Side, gemeente: Side):
    pages = ("/regels/R35-W", "/steun/waalstad/W04")
    assert [TITLE in anybody(path) for path in pages] == [False, False]

    agree(kribbe, gemeente)

    assert [TITLE in anybody(path) for path in pages] == [True, True]
    assert TITLE not in anybody("/regels/R35-G")


def test_the_route_names_what_was_agreed_about_its_steps(kribbe: Side, gemeente: Side):
    agree(kribbe, gemeente, plek="W23")

    page = anybody("/routecheck/voorbeeld/sterre")

    assert "Hier is al iets over afgesproken" in page
    assert TITLE in page


def test_who_spoke_for_an_organisation_is_a_line_of_ids(
    kribbe: Side,
    gemeente: Side,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
):
    with caplog.at_level("INFO"), django_capture_on_commit_callbacks(execute=True):
        made = agree(kribbe, gemeente)
        does(gemeente.speaker, made, "ja")  # a yes said twice is one
        does(gemeente.worker, made, "stop")  # who may not say it is no line
        does(kribbe.speaker, made, "stop")

    told = [line.getMessage() for line in caplog.records if line.name == "ruimbaan.agreements"]
    spoke = ((kribbe, "yes"), (gemeente, "yes"), (kribbe, "end"))
    assert told == [
        f"event={event} agreement={made.pk} version=1 organisation={one.place.pk}"
        f" by={one.speaker.party.id}"
        for one, event in spoke
    ]


def test_a_draft_is_for_the_organisations_in_it_alone(kribbe: Side, gemeente: Side, other: Side):
    draft = propose(kribbe, gemeente)

    for insider in (kribbe.worker, gemeente.worker):
        assert TITLE in read(insider.client, f"{MINE}/{draft.pk}")
    assert other.speaker.client.get(f"{MINE}/{draft.pk}").status_code == 404
    assert TITLE not in read(other.speaker.client, MINE)


@pytest.mark.parametrize("deed", ["ja", "terug", "stop"])
def test_only_who_speaks_for_one_of_them_acts(kribbe: Side, gemeente: Side, other: Side, deed: str):
    draft = propose(kribbe, gemeente)

    for outsider in (gemeente.worker, other.speaker):
        assert does(outsider, draft, deed).status_code == 404

    assert Agreement.objects.get().ended is None
    assert ShareRecord.objects.filter(confirmed=None).count() == 1


def test_nobody_says_yes_for_another(kribbe: Side, gemeente: Side):
    draft = propose(kribbe, gemeente)

    does(kribbe.speaker, draft, "ja")

    assert ShareRecord.objects.get(organisation=gemeente.place).confirmed is None
    assert TITLE not in anybody(PUBLIC)


def test_who_is_in_none_of_it_cannot_propose_it(kribbe: Side, gemeente: Side, other: Side):
    answer = other.speaker.client.post(NEW, proposal(kribbe, gemeente))

    assert answer.status_code == 404
    assert not Agreement.objects.exists()
    assert kribbe.worker.client.get(NEW).status_code == 404


def test_a_change_is_a_next_version_and_the_old_one_holds_until_then(kribbe: Side, gemeente: Side):
    agreement = agree(kribbe, gemeente)
    changed = {"van": str(agreement.pk), "titel": "Melden voor de start"}

    answer = gemeente.speaker.client.post(NEW, proposal(gemeente, kribbe, **changed))

    assert answer.status_code == 302
    assert TITLE in anybody(PUBLIC)
    assert "Dit geldt tot iedereen ja zei" in read(kribbe.speaker.client, f"{MINE}/{agreement.pk}")
    assert does(kribbe.speaker, agreement, "ja", 1).status_code == 422

    assert does(kribbe.speaker, agreement, "ja", 2).status_code == 302
    assert "Melden voor de start" in anybody(PUBLIC)
    assert "Eerdere versies" in read(kribbe.worker.client, f"{MINE}/{agreement.pk}")


def test_another_organisation_cannot_change_what_is_not_theirs(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = agree(kribbe, gemeente)

    answer = other.speaker.client.post(NEW, proposal(other, kribbe, van=str(agreement.pk)))

    assert answer.status_code == 404
    assert agreement.versions.count() == 1


def test_one_of_them_ends_it_and_the_others_are_told(kribbe: Side, gemeente: Side):
    agreement = agree(kribbe, gemeente)

    does(gemeente.speaker, agreement, "stop")

    assert TITLE not in anybody(PUBLIC)
    assert "Voorbij" in read(kribbe.worker.client, MINE)
    assert Letter.objects.filter(kind="agreement.ended").count() == 2


def told(kind: str) -> set[str]:
    return {unseal(bytes(one.sealed), one.key).to for one in Letter.objects.filter(kind=kind)}


def asked_along(kribbe: Side, gemeente: Side, other: Side) -> Agreement:
    """Two agreed; one of them proposes a next version with a third."""
    agreement = agree(kribbe, gemeente)
    more = {"wie-2": str(other.place.pk), "doet-2": "Denkt mee.", "van": str(agreement.pk)}
    sent = proposal(kribbe, gemeente, titel="Samen melden", **more)
    assert kribbe.speaker.client.post(NEW, sent).status_code == 302
    return agreement


def test_who_is_only_asked_along_stops_the_proposal_alone(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = asked_along(kribbe, gemeente, other)
    page = read(other.speaker.client, f"{MINE}/{agreement.pk}")
    assert ("Stop het voorstel" in page, "Stop de afspraak" in page) == (True, False)

    assert does(other.speaker, agreement, "stop", 2).status_code == 302

    assert TITLE in anybody(PUBLIC)
    assert "Voorbij" in read(other.worker.client, MINE)
    assert does(gemeente.speaker, agreement, "ja", 2).status_code == 422
    page = read(kribbe.speaker.client, f"{MINE}/{agreement.pk}")
    assert ("Geldt nu" in page, "Stop de afspraak" in page) == (True, True)
    assert told("agreement.ended") == {
        f"{name}@example.org" for name in ("kribbe", "waalstad", "uiterwaard")
    }


def test_who_does_not_want_the_next_version_keeps_what_holds(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = asked_along(kribbe, gemeente, other)

    for _again in range(2):
        assert does(gemeente.speaker, agreement, "stop", 2).status_code == 302

    assert TITLE in anybody(PUBLIC)
    assert does(other.speaker, agreement, "ja", 2).status_code == 422


def test_the_agreement_itself_is_ended_by_who_is_in_what_holds_and_all_are_told(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = asked_along(kribbe, gemeente, other)
    page = read(gemeente.speaker.client, f"{MINE}/{agreement.pk}")
    assert ("Stop het voorstel" in page, "Stop de afspraak" in page) == (True, True)

    assert does(gemeente.speaker, agreement, "stop", 1).status_code == 302

    assert TITLE not in anybody(PUBLIC)
    assert "uiterwaard@example.org" in told("agreement.ended")
    assert does(other.speaker, agreement, "ja", 2).status_code == 422


def test_who_was_in_an_earlier_version_alone_ends_nothing(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = agree(kribbe, gemeente)
    changed = proposal(kribbe, other, van=str(agreement.pk))
    kribbe.speaker.client.post(NEW, changed)
    assert does(other.speaker, agreement, "ja", 2).status_code == 302

    assert does(gemeente.speaker, agreement, "stop", 1).status_code == 422

    assert TITLE in anybody(PUBLIC)


def test_who_is_no_longer_named_reads_that_it_is_over(kribbe: Side, gemeente: Side, other: Side):
    agreement = agree(kribbe, gemeente)
    changed = proposal(kribbe, other, van=str(agreement.pk))
    kribbe.speaker.client.post(NEW, changed)
    assert "Geldt nu" in read(gemeente.worker.client, MINE)  # until the other said yes

    assert does(other.speaker, agreement, "ja", 2).status_code == 302

    for page in (MINE, f"{MINE}/{agreement.pk}"):
        told = read(gemeente.speaker.client, page)
        assert ("Voorbij" in told, "Geldt nu" in told) == (True, False)
        assert "Stop de afspraak" not in told
        assert "Stel iets anders voor, of verleng" not in told
        assert "Geldt nu" in read(kribbe.worker.client, page)


def test_who_is_no_longer_named_does_not_change_what_others_agreed(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = agree(kribbe, gemeente)
    changed = proposal(kribbe, other, van=str(agreement.pk))
    kribbe.speaker.client.post(NEW, changed)
    assert does(other.speaker, agreement, "ja", 2).status_code == 302

    answer = gemeente.speaker.client.post(NEW, proposal(gemeente, kribbe, van=str(agreement.pk)))

    assert answer.status_code == 422
    assert agreement.versions.count() == 2


CHANGE = "Stel iets anders voor, of verleng"


def left_out(kribbe: Side, gemeente: Side, other: Side) -> Agreement:
    """Two agreed; then all three were asked, and after that a proposal without the second."""
    agreement = asked_along(kribbe, gemeente, other)
    sent = proposal(kribbe, other, titel="Zonder de gemeente", van=str(agreement.pk))
    assert kribbe.speaker.client.post(NEW, sent).status_code == 302
    return agreement


def test_who_is_bound_by_what_holds_changes_it_though_a_newer_proposal_leaves_them_out(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = left_out(kribbe, gemeente, other)
    page = read(gemeente.speaker.client, f"{MINE}/{agreement.pk}")
    assert ("Geldt nu" in page, CHANGE in page) == (True, True)
    form = read(gemeente.speaker.client, f"{NEW}?van={agreement.pk}")
    assert TITLE in form

    sent = proposal(gemeente, kribbe, titel="Toch samen", van=str(agreement.pk))
    assert gemeente.speaker.client.post(NEW, sent).status_code == 302

    assert [one.title for one in agreement.versions.all()][-1] == "Toch samen"
    assert TITLE in anybody(PUBLIC)  # until the other says yes
    assert does(kribbe.speaker, agreement, "ja", 4).status_code == 302
    assert "Toch samen" in anybody(PUBLIC)


def test_who_is_left_out_of_what_was_agreed_since_changes_nothing(
    kribbe: Side, gemeente: Side, other: Side
):
    agreement = left_out(kribbe, gemeente, other)
    assert does(other.speaker, agreement, "ja", 3).status_code == 302
    assert CHANGE not in read(gemeente.speaker.client, f"{MINE}/{agreement.pk}")

    answer = gemeente.speaker.client.post(NEW, proposal(gemeente, kribbe, van=str(agreement.pk)))

    assert answer.status_code == 422
    assert agreement.versions.count() == 3


def numbers(agreement: Agreement, **kept: object) -> Iterable[int]:
    return agreement.versions.filter(**kept).values_list("number", flat=True)


def test_on_what_was_replaced_nobody_looks_back(kribbe: Side, gemeente: Side, other: Side):
    agreement = left_out(kribbe, gemeente, other)
    assert does(other.speaker, agreement, "ja", 3).status_code == 302

    for number in (1, 2):
        assert does(gemeente.speaker, agreement, "terug", number).status_code == 422
        assert does(kribbe.speaker, agreement, "terug", number).status_code == 422
    assert does(kribbe.speaker, agreement, "terug", 3).status_code == 302

    assert list(numbers(agreement, reviewed__isnull=False)) == [3]


@pytest.mark.parametrize("deed", ["ja", "stop"])
def test_to_a_proposal_that_was_replaced_nobody_says_yes_or_no(
    kribbe: Side, gemeente: Side, other: Side, deed: str
):
    agreement = left_out(kribbe, gemeente, other)

    assert does(gemeente.speaker, agreement, deed, 2).status_code == 422

    waits = ShareRecord.objects.filter(organisation=gemeente.place, confirmed=None)
    assert [one.version.number for one in waits] == [2]
    assert list(numbers(agreement, ended__isnull=False)) == []
    assert told("agreement.ended") == set()


def test_who_is_left_out_of_a_newer_proposal_is_not_asked_any_more(
    kribbe: Side, gemeente: Side, other: Side
):
    draft = propose(kribbe, gemeente)
    kribbe.speaker.client.post(NEW, proposal(kribbe, other, van=str(draft.pk)))

    told = read(gemeente.speaker.client, MINE)

    assert ("Voorbij" in told, "Aan u gevraagd" in told) == (True, False)
    assert "Ja, wij doen dit" not in read(gemeente.speaker.client, f"{MINE}/{draft.pk}")
    assert "Aan u gevraagd" in read(other.speaker.client, MINE)


def test_a_far_day_that_was_kept_already_keeps_nobody_from_being_reminded(
    kribbe: Side, gemeente: Side
):
    far = agree(kribbe, gemeente)
    far.versions.update(until=date.max, review=date.max)
    near = agree(kribbe, gemeente)
    near.versions.update(review=timezone.localdate())

    assert remind_to_look_back(timezone.now()).agreements == 1


def test_looking_back_is_reminded_twice_and_then_said_kindly(kribbe: Side, gemeente: Side):
    agreement = agree(kribbe, gemeente)
    now = timezone.now()
    assert remind_to_look_back(now).agreements == 0

    later(80)
    assert (remind_to_look_back(now).letters, remind_to_look_back(now).letters) == (2, 0)
    later(30)
    assert (remind_to_look_back(now).letters, remind_to_look_back(now).letters) == (2, 0)

    page = read(kribbe.worker.client, MINE)
    assert "nog niet teruggekeken" in page
    assert "rb-gap" not in page
    does(kribbe.speaker, agreement, "terug")
    assert "nog niet teruggekeken" not in read(kribbe.worker.client, MINE)


def test_a_letter_says_nothing_to_who_looks_along(kribbe: Side, gemeente: Side):
    """In a demo letters are sealed; what they say is made from these few sentences."""
    propose(kribbe, gemeente)

    only = Letter.objects.get(kind="agreement.asked")
    content = unseal(bytes(only.sealed), only.key)
    assert content.to == "waalstad@example.org"
    for word in (TITLE, "Kribbe", "Gemeente", "opname", "R35"):
        assert word not in content.subject + content.text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"wie-1": "", "doet-1": ""}, "minstens twee organisaties"),
        ({"situatie": "Voor jan@voorbeeld.nl"}, "nooit een persoon"),
        ({"regel": "", "plek": ""}, "nog geen regel"),
        ({"regel": "R99"}, "niets uit de lijst"),
        ({"wie-1": str(uuid4())}, "niets uit de lijst"),
        ({"tot": day(-1)}, "al voorbij"),
        ({"tot": "9999-12-31", "terugkijken": "9999-12-31"}, "te ver weg"),
        ({"terugkijken": day(301)}, "tussen vandaag en de einddag"),
        ({"tot": "morgen"}, "ontbreekt een dag"),
        ({"titel": " "}, "nog niets"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    kribbe: Side, gemeente: Side, change: dict[str, str], says: str
):
    answer = kribbe.speaker.client.post(NEW, proposal(kribbe, gemeente, **change))

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Meldt in de eerste week." in answer.content.decode()
    assert not Agreement.objects.exists()


def test_an_address_that_never_was_leads_to_what_holds(kribbe: Side, gemeente: Side):
    agreement = agree(kribbe, gemeente)
    other_region = f"/ruimte/afspraken/grachtstad/{agreement.pk}"

    for path in (f"{PUBLIC}/{uuid4()}", other_region):
        answer = Client().get(path)
        assert answer.status_code == 303
        assert TITLE not in answer.content.decode()
    assert Client().get("/ruimte/afspraken/nergens").status_code == 404
