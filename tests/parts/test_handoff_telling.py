# SPDX-License-Identifier: EUPL-1.2
"""What the pages of a handoff say is so: who stays, until when, who sees what, and who hears of it."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.handing_over import (
    COMPOSE,
    by_link,
    do,
    known,
    link_of,
    only_handoff,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.own_files import Other, Person, person, read, worker

pytestmark = pytest.mark.django_db
STAYS = "Bram van De Kribbe blijft, tot jullie elkaar hebben ontmoet."
SILENT = "Blijft het stil?"
HIDDEN = "De Brug ziet je vraag niet meer."
MET = "Hebben jullie elkaar ontmoet?"


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def bram(sterre: Person) -> Other:
    one = worker("bram", organisation=Organisation.objects.create(name="De Kribbe"))
    sterre.knows(one.party)
    return one


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kade"))


def mine(sterre: Person) -> str:
    return sterre.read(f"/mijn/overdracht/{only_handoff().pk}")


def asked(sterre: Person, noor: Other, bram: Other, **more: str) -> str:
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram), **more))
    return f"/werk/overdracht/{only_handoff().pk}"


def can_be_reached(one: Other) -> None:
    Account.objects.filter(pk=one.account.pk).update(email=f"{one.party.id}@example.org")


def leaves(one: Other) -> None:
    MembershipRecord.objects.filter(pk=one.party.id).update(
        ends=timezone.now() - timedelta(hours=1)
    )


def stopping(page: str) -> str:
    """What is asked once more before it stops."""
    fold = page[page.index("<summary>Ik wil iets anders") :]
    return fold[: fold.index("</details>")]


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_who_stays_is_said_until_they_met(sterre: Person, noor: Other, bram: Other):
    where = asked(sterre, noor, bram)
    assert STAYS in mine(sterre)
    assert SILENT in mine(sterre)
    noor.client.post(where, {"doe": "ja", "dag": day(0)})

    do(sterre, only_handoff().pk, "ontmoet")

    for page in (mine(sterre), sterre.read("/mijn/overdracht")):
        assert STAYS not in page
        assert SILENT not in page
        assert "De Kade is er nu voor je." in page


def test_after_a_no_who_stays_looks_further_and_nobody_is_called(
    sterre: Person, noor: Other, bram: Other
):
    where = asked(sterre, noor, bram)

    noor.client.post(where, {"doe": "nee", "reden": "hours"})

    assert STAYS not in mine(sterre)
    assert SILENT not in mine(sterre)
    assert "Bram van De Kribbe zoekt met je mee naar de volgende weg." in mine(sterre)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Mo van Buurthuis blijft, tot jullie elkaar hebben ontmoet."),
        (
            {"doe": "nee", "reden": "hours"},
            "Mo van Buurthuis zoekt met je mee naar de volgende weg.",
        ),
    ],
)
def test_who_left_is_not_said_to_stay_but_who_was_named_is(
    sterre: Person, noor: Other, bram: Other, said: dict[str, str], told: str
):
    mo = worker("mo", organisation=Organisation.objects.create(name="Buurthuis"))
    sterre.knows(mo.party)
    send(sterre, question(to(organisation_of(noor)), known(bram), known(mo)))
    noor.client.post(f"/werk/overdracht/{only_handoff().pk}", said)
    leaves(bram)

    for page in (mine(sterre), sterre.read("/mijn/overdracht")):
        assert told in page
        assert "Bram" not in page

    leaves(mo)
    assert told not in sterre.read("/mijn/overdracht")
    assert "Bram" not in sterre.read("/mijn/overdracht")


def test_who_left_is_not_said_to_be_called(sterre: Person, noor: Other, bram: Other):
    mo = worker("mo", organisation=Organisation.objects.create(name="Buurthuis"))
    sterre.knows(mo.party)
    send(sterre, question(to(organisation_of(noor)), known(bram), known(mo)))
    assert "Dan bellen we: Mo van Buurthuis." in text_of(mine(sterre))

    leaves(mo)

    assert STAYS in mine(sterre)
    assert "Dan bellen we" not in mine(sterre)


def test_when_who_stays_left_and_the_person_was_named_it_is_the_person(
    sterre: Person, noor: Other, bram: Other
):
    send(sterre, question(to(organisation_of(noor)), known(bram), "ik"))
    leaves(bram)

    for page in (mine(sterre), sterre.read("/mijn/overdracht")):
        assert "Je doet het zelf, tot jullie elkaar hebben ontmoet." in page
        assert "Bram" not in page


def test_a_place_that_is_no_more_is_not_said_to_be_there(sterre: Person, noor: Other, bram: Other):
    where = asked(sterre, noor, bram)
    noor.client.post(where, {"doe": "ja", "dag": day(0)})
    do(sterre, only_handoff().pk, "ontmoet")

    Organisation.objects.filter(name="De Kade").update(ended=timezone.now())

    assert '<p class="rb-soft">De Kade is er nu' not in sterre.read("/mijn/overdracht")


def test_what_was_stopped_has_nobody_who_stays(sterre: Person, noor: Other, bram: Other):
    asked(sterre, noor, bram)

    do(sterre, only_handoff().pk, "anders")

    assert "Bram van De Kribbe" not in text_of(mine(sterre))
    assert SILENT not in mine(sterre)


@pytest.mark.parametrize(
    ("kind", "person_reads", "work_reads"),
    [
        ("debt-talk", "Volgens de wet hebben zij tot en met", "De wet geeft tijd tot en met"),
        ("treatment-talk", "Zij spraken af: antwoord uiterlijk", "De afspraak van de sector"),
        (
            "wmo-enquiry",
            "Volgens de wet heeft de gemeente tot en met",
            "De wet geeft de gemeente tijd tot en met",
        ),
    ],
)
def test_a_term_is_said_while_an_answer_is_waited_for(
    sterre: Person, noor: Other, bram: Other, kind: str, person_reads: str, work_reads: str
):
    where = asked(sterre, noor, bram, soort=kind)
    pages = {"sterre": mine(sterre), "noor": read(noor.client, where)}
    assert person_reads in pages["sterre"]
    assert work_reads in pages["noor"]

    noor.client.post(where, {"doe": "ja", "dag": day(4)})

    assert person_reads not in mine(sterre)
    assert work_reads not in read(noor.client, where)


def test_the_last_day_for_an_answer_is_said_alike_on_both_sides(
    sterre: Person, noor: Other, bram: Other
):
    where = asked(sterre, noor, bram)
    own = re.search(r"Antwoord komt (uiterlijk [^.]+)\.", mine(sterre))
    assert own is not None

    assert f"Antwoord graag {own[1]}." in read(noor.client, where)
    assert f"antwoord {own[1]}" in mine(sterre)


@pytest.mark.parametrize("stays", ["worker", "myself"])
def test_before_sending_one_sees_the_names_that_the_receiver_reads(
    sterre: Person, noor: Other, bram: Other, stays: str
):
    by = known(bram) if stays == "worker" else "ik"
    filled = question(to(organisation_of(noor)), by, by)
    checked = sterre.client.post(COMPOSE, filled).content.decode()
    send(sterre, filled)
    received = read(noor.client, f"/werk/overdracht/{only_handoff().pk}")

    frame = checked[checked.index("rb-frame__in") : checked.index('id="hidden"')]
    name = "Bram van De Kribbe" if stays == "worker" else "Sterre"
    for line in ("Sterre vraagt u iets", f"Tot de ontmoeting blijft {name} aan zet."):
        assert line in frame
        assert line in received


def test_before_sending_one_sees_through_whom_it_comes(sterre: Person, noor: Other, bram: Other):
    where = asked(sterre, noor, bram)
    noor.client.post(where, {"doe": "nee", "reden": "other-help-fits"})
    kees = worker("kees", organisation=Organisation.objects.create(name="De Brug"))

    filled = question(to(organisation_of(kees)), na=str(only_handoff().pk))

    assert "De vraag komt via De Kade." in sterre.client.post(COMPOSE, filled).content.decode()


def test_a_place_without_a_name_has_no_capital_in_a_sentence(sterre: Person):
    page = sterre.client.post(COMPOSE, question("link")).content.decode()

    assert "Dit ziet de plek die je vroeg." in page


def test_stopping_is_asked_once_more_and_says_what_it_does(
    sterre: Person, noor: Other, bram: Other
):
    can_be_reached(noor)
    asked(sterre, noor, bram)

    page = mine(sterre)

    fold = stopping(page)
    assert page.count('value="anders"') == fold.count('value="anders"') == 1
    assert "Stoppen met deze vraag?" in fold
    assert "De Kade krijgt bericht, en ziet je vraag niet meer." in fold
    assert "Nee, ga door" in fold


@pytest.mark.parametrize("mail", ["", "kade@example.org"])
def test_stopping_tells_of_a_letter_only_when_there_is_one(sterre: Person, mail: str):
    send(sterre, question("link", plek="De Brug", mail=mail))

    fold = stopping(mine(sterre))
    do(sterre, only_handoff().pk, "anders")

    told = "De Brug krijgt bericht, en ziet je vraag niet meer." if mail else HIDDEN
    assert f"<p>{told}</p>" in fold
    assert Letter.objects.filter(kind="handoff.withdrawn").exists() == bool(mail)


def test_an_organisation_without_an_address_gets_no_letter(
    sterre: Person, noor: Other, bram: Other
):
    asked(sterre, noor, bram)

    fold = stopping(mine(sterre))

    assert "<p>De Kade ziet je vraag niet meer.</p>" in fold
    assert "bericht" not in fold


def test_nobody_asks_whether_they_met_before_the_day(sterre: Person, noor: Other, bram: Other):
    where = asked(sterre, noor, bram)
    noor.client.post(where, {"doe": "ja", "dag": day(6)})
    assert MET not in mine(sterre)
    assert 'value="nog-niet"' not in mine(sterre)
    assert "Was het eerder?" in mine(sterre)
    noor.client.post(where, {"doe": "contact", "dag": day(6)})
    assert MET not in mine(sterre)

    HandoffRecord.objects.update(meeting=timezone.localdate())

    assert MET in mine(sterre)
    assert "Was het eerder?" not in mine(sterre)


def test_contact_without_a_day_keeps_the_day_that_was_agreed(
    sterre: Person, noor: Other, bram: Other
):
    """The page of who was asked has no day beside "Er is contact"."""
    where = asked(sterre, noor, bram)
    noor.client.post(where, {"doe": "ja", "dag": day(6)})

    noor.client.post(where, {"doe": "contact"})

    row = only_handoff()
    assert (row.state, str(row.meeting)) == (State.IN_PROGRESS, day(6))
    assert MET not in mine(sterre)
    assert "Was het eerder?" in mine(sterre)


def test_not_yet_says_before_and_after_who_hears_of_it(sterre: Person, noor: Other, bram: Other):
    account = MembershipRecord.objects.get(pk=bram.party.id).account_id
    Account.objects.filter(pk=account).update(email="bram@example.org")
    where = asked(sterre, noor, bram)
    noor.client.post(where, {"doe": "ja", "dag": day(0)})
    told = "Dan krijgt Bram van De Kribbe daar bericht van."
    assert told in mine(sterre)

    answer = do(sterre, only_handoff().pk, "nog-niet")

    assert "Bram van De Kribbe krijgt bericht" in sterre.read(answer["Location"])
    assert Letter.objects.filter(kind="handoff.not-met").count() == 1


def test_not_yet_of_who_stays_alone_names_nobody(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    where = f"/werk/overdracht/{only_handoff().pk}"
    noor.client.post(where, {"doe": "ja", "dag": day(0)})
    assert "daar bericht van" not in mine(sterre)

    answer = do(sterre, only_handoff().pk, "nog-niet")

    assert "Er verandert niets." in sterre.read(answer["Location"])
    assert not Letter.objects.filter(kind="handoff.not-met").exists()


def test_a_link_is_called_by_its_place_and_subject_also_after_a_new_one(sterre: Person):
    link = by_link(sterre)
    link.opens()
    called = "Deeltijd De Kade (Begeleiding thuis)"
    assert called in sterre.read("/mijn/delen")
    assert called in sterre.read("/mijn/wie-keek")

    new = link_of(do(sterre, only_handoff().pk, "nieuwe-link", form=str(uuid4())))

    assert called in sterre.read("/mijn/delen")
    assert "Begeleiding thuis" in new.opens().content.decode()
    assert only_handoff().state == State.RECEIVED


def test_a_question_that_is_shown_leads_to_where_it_stands(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))

    page = sterre.read(f"/mijn/delen/{GrantRecord.objects.get().pk}")

    assert "Zo ziet" not in page
    assert 'href="/mijn/overdracht"' in page


def test_two_who_see_it_are_more_than_one(sterre: Person, noor: Other, bram: Other):
    sterre.writes("wensen", words="Een hond.")
    send(sterre, question(to(organisation_of(noor)), wat=["wishes"]))
    assert "De Kade ziet dit" in sterre.read("/mijn/alles")

    send(sterre, question(to(organisation_of(bram)), wat=["wishes"]))

    assert "De Kade en De Kribbe zien dit" in sterre.read("/mijn/alles")
    assert "De Kade en De Kribbe zien dit." in sterre.read("/mijn/wensen")
