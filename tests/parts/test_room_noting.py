# SPDX-License-Identifier: EUPL-1.2
"""Notes for nobody else, what the person keeps, offers that nobody hears of, and patterns without
anybody in them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.discretion.noting import BLOCK, Note
from ruimbaan.core.discretion.noting_errors import WroteMeanwhile
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.discretion.noting import book, offering, own_room, patterns
from ruimbaan.parts.discretion.noting.models import Notebook, Offer, Pattern
from ruimbaan.parts.discretion.services import to_look_back_on
from ruimbaan.parts.trust.rights.closing import close_everything
from tests.parts.own_files import Other, Person, person, read, worker

pytestmark = pytest.mark.django_db
NOTE, DID, WHY = "/werk/ruimte/notitie", "Het bed bleef staan.", "Anders was het weg."


@pytest.fixture
def noor() -> Other:
    return worker("noor")


@pytest.fixture
def sterre() -> Person:
    return person()


def notes(who: Other, **more: str) -> Any:
    return who.client.post(
        NOTE, {"form": str(uuid4()), "wat": DID, "waarom": WHY, "hoop": "Rust", **more}
    )


def only(who: Other) -> Note:
    (note,) = book.read(who.account.pk)
    return note


def test_a_note_has_four_fields_of_which_one_is_needed(noor: Other):
    page = read(noor.client, NOTE)
    asked = [name for name in ("wat", "waarom", "hoop", "regel") if f'name="{name}"' in page]

    assert len(asked) == page.count("<label") == 4
    assert notes(noor, waarom="", hoop="").status_code == 302
    note = only(noor)
    assert note.what == DID
    assert note.look_back == timezone.localdate() + timedelta(weeks=4)
    assert notes(noor, wat=" ").status_code == 422


def test_the_same_form_twice_is_one_note(noor: Other):
    form = str(uuid4())
    for _ in range(2):
        notes(noor, form=form)

    assert len(book.read(noor.account.pk)) == 1


def test_what_one_noted_is_read_changed_and_erased_by_oneself(noor: Other):
    notes(noor, regel="R52-W")
    path = f"{NOTE}/{only(noor).id}"

    assert DID in read(noor.client, "/werk/ruimte/notities")
    assert WHY in read(noor.client, path)
    noor.client.post(path, {"doe": "bewaar", "wat": "Anders gezegd.", "regel": "R52-W"})
    assert (only(noor).what, only(noor).rule, only(noor).why) == ("Anders gezegd.", "R52-W", "")
    noor.client.post(path, {"doe": "deed", "effect": "helped"})
    assert "Het hielp" in read(noor.client, "/werk/ruimte/notities")
    noor.client.post(path, {"doe": "weg"})
    assert not Notebook.objects.exists()
    assert noor.client.get(path).status_code == 404


def test_a_colleague_a_steward_and_an_administrator_find_nothing(noor: Other):
    notes(noor)
    path = f"{NOTE}/{only(noor).id}"

    for role in (Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR):
        other = worker(f"other-{role.value}", role)
        assert other.client.get(path).status_code == 404
        assert other.client.post(path, {"doe": "weg"}).status_code == 404
    assert DID not in read(worker("mo").client, "/werk/ruimte/notities")
    assert only(noor).what == DID


def test_two_windows_lose_nothing(noor: Other, monkeypatch: pytest.MonkeyPatch):
    notes(noor)
    account, opened = noor.account.pk, book._open
    late = iter([opened(account)])  # read before the other window wrote
    book.add(account, Note(uuid4(), timezone.localdate(), "Uit een ander venster."))

    monkeypatch.setattr(book, "_open", lambda owner: next(late, None) or opened(owner))
    book.add(account, Note(uuid4(), timezone.localdate(), "De derde."))

    assert {one.what for one in book.read(account)} == {DID, "Uit een ander venster.", "De derde."}


def test_who_never_gets_a_turn_is_told_so(noor: Other, monkeypatch: pytest.MonkeyPatch):
    notes(noor)
    before = book._open(noor.account.pk)
    book.change(noor.account.pk, only(noor).id, lambda one: Note(one.id, one.written, "Nieuwer."))
    monkeypatch.setattr(book, "_open", lambda _owner: before)

    with pytest.raises(WroteMeanwhile):
        book.remove(noor.account.pk, before.notes[0].id)


def test_looking_back_stands_on_the_own_page_only_when_its_day_came(noor: Other):
    notes(noor)
    now = timezone.now()

    assert to_look_back_on(noor.account.pk, now) == ()
    (link,) = to_look_back_on(noor.account.pk, now + timedelta(weeks=4))
    assert link.text == DID
    assert to_look_back_on(worker("mo").account.pk, now + timedelta(weeks=4)) == ()
    noor.client.post(link.url, {"doe": "later", "weken": "0"})
    assert to_look_back_on(noor.account.pk, now + timedelta(weeks=60)) == ()


def test_the_work_page_shows_it_as_no_duty(noor: Other):
    notes(noor)
    today = timezone.localdate()
    book.change(
        noor.account.pk,
        only(noor).id,
        lambda one: Note(one.id, one.written, what=DID, look_back=today),
    )

    page = read(noor.client, "/werk")

    assert DID in page
    assert "Het hoeft niet." in page


def test_a_notebook_says_neither_whose_nor_how_many(noor: Other):
    notes(noor)
    one = Notebook.objects.get()
    notes(noor)
    two = Notebook.objects.get()

    assert one.name == two.name
    assert len(bytes(one.sealed)) == len(bytes(two.sealed)) > BLOCK
    for secret in (DID.encode(), noor.account.pk.hex.encode(), noor.account.pk.bytes):
        assert secret not in bytes(two.sealed) + two.name.encode()


def test_a_right_is_used_in_one_tap_and_taken_away_again(sterre: Person):
    form = str(uuid4())
    for _ in range(2):
        sterre.client.post("/mijn/ruimte/recht", {"form": form, "recht": "rather_not"})

    page = sterre.read("/mijn/ruimte")
    assert page.count("Haal weg") == 1
    row = page.split("/mijn/ruimte/bewaard/")[1].split("/")[0]
    sterre.client.post(f"/mijn/ruimte/bewaard/{row}/weg")
    assert "Haal weg" not in sterre.read("/mijn/ruimte")


@pytest.mark.parametrize(
    ("title", "stands"),
    [
        ("Iemand naast je", "Wmo 2015, artikel 2.3.2 lid 3"),
        ("Je eigen plan", "Wmo 2015, artikel 2.3.2 lid 2"),
        ("Pauze nemen", "Dit is een belofte van deze site. Het is geen wet."),
        ("Een tweede mening", "Dit is een belofte van deze site. Het is geen wet."),
    ],
)
def test_each_right_says_where_it_stands(sterre: Person, title: str, stands: str):
    card = (
        sterre.read("/mijn/ruimte").split(f"<summary>{title}</summary>")[1].split("</details>")[0]
    )

    assert stands in card
    assert "<button" in card or 'class="nl-button' in card


def test_what_a_worker_offers_the_person_keeps_or_not_and_nobody_hears(noor: Other, sterre: Person):
    notes(noor)
    path = f"{NOTE}/{only(noor).id}/bied-aan"
    assert noor.client.get(path).status_code == 404  # of nobody who shows something
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    after = []
    for answer in ("bewaar", "nee"):
        sent = {"form": str(uuid4()), "over": str(sterre.journey), "wat": f"Het bed, {answer}."}
        noor.client.post(path, sent)
        assert f"Het bed, {answer}." in sterre.read("/mijn/ruimte")
        (offer,) = offering.offers_to(sterre.journey)
        sterre.client.post(f"/mijn/ruimte/aanbod/{offer.id}", {"doe": answer})
        after.append(read(noor.client, f"{NOTE}/{only(noor).id}"))
        assert not Offer.objects.exists()

    page = sterre.read("/mijn/ruimte")
    assert "Het bed, bewaar." in page
    assert "Noor van Herstelplek De Kade" in page
    assert "Het bed, nee." not in page
    assert strip(after[0]) == strip(after[1])


def strip(page: str) -> list[str]:
    """Without what is made anew for each page."""
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


def test_an_offer_of_somebody_else_is_of_nothing(noor: Other, sterre: Person):
    notes(noor)
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    noor.client.post(
        f"{NOTE}/{only(noor).id}/bied-aan", {"form": str(uuid4()), "over": str(sterre.journey)}
    )
    (offer,) = offering.offers_to(sterre.journey)
    wim = person("wim", "Wim")

    assert wim.client.post(f"/mijn/ruimte/aanbod/{offer.id}", {"doe": "bewaar"}).status_code == 404
    assert Offer.objects.exists()


def test_the_person_writes_down_herself_that_there_was_room(sterre: Person):
    sent = {"form": str(uuid4()), "wat": "Ik mocht later komen.", "regel": "R52-W"}

    assert sterre.client.post("/mijn/ruimte/opschrijven", {**sent, "wat": ""}).status_code == 422
    sterre.client.post("/mijn/ruimte/opschrijven", sent)

    assert "Ik mocht later komen." in sterre.read("/mijn/ruimte")


def test_a_pattern_leads_to_nobody(noor: Other, sterre: Person):
    chosen = {"regel": "R52-W", "situatie": "home", "effect": "helped"}
    today = timezone.localdate()
    own = {**chosen, "begin": str(today - timedelta(days=30)), "einde": str(today)}
    form = str(uuid4())

    for _ in range(2):
        assert noor.client.post("/werk/ruimte/patroon", {"form": form, **chosen}).status_code == 200
    sterre.client.post("/mijn/ruimte/patroon", {"form": str(uuid4()), **own})

    assert Pattern.objects.count() == 2
    for one in Pattern.objects.all():
        days = [day for day in (one.week, one.began, one.ended) if day]
        assert all(day.weekday() == 0 for day in days)
        assert str(noor.account.pk) not in repr(vars(one))
    fields = {field.name for field in Pattern._meta.get_fields()}
    assert fields == {"id", "rule", "situation", "effect", "by", "week", "began", "ended"}


def test_of_the_day_on_which_a_pattern_was_given_only_the_week_stays():
    monday, wednesday = date(2026, 11, 23), date(2026, 11, 25)

    patterns.give_many("R52-W", Effect.HELPED, 1, wednesday)

    assert [one.week for one in Pattern.objects.all()] == [monday]


@pytest.mark.parametrize(
    "wrong",
    [
        {"regel": "zomaar"},
        {"situatie": "vrije tekst"},
        {"effect": ""},
        {"begin": "2999-01-01"},
        {"begin": "2026-03-09", "einde": "2026-02-02"},
    ],
)
def test_a_pattern_takes_only_what_stands_in_the_lists(sterre: Person, wrong: dict[str, str]):
    sent = {"regel": "R52-W", "situatie": "home", "effect": "helped", **wrong}

    assert sterre.client.post("/mijn/ruimte/patroon", sent).status_code == 422
    assert not Pattern.objects.exists()


def test_who_closes_the_account_leaves_no_notebook(noor: Other):
    notes(noor)

    close_everything(actor_for(noor.account.pk), timezone.now())

    assert not Notebook.objects.exists()


def test_what_could_not_be_kept_stays_offered(
    noor: Other, sterre: Person, monkeypatch: pytest.MonkeyPatch
):
    notes(noor)
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    sent = {"form": str(uuid4()), "over": str(sterre.journey), "wat": "Het bed bleef."}
    noor.client.post(f"{NOTE}/{only(noor).id}/bied-aan", sent)
    (offer,) = offering.offers_to(sterre.journey)
    path, keeps = f"/mijn/ruimte/aanbod/{offer.id}", own_room.add

    def fails(*_all: object) -> None:
        raise OSError("no room on the disk")

    monkeypatch.setattr(own_room, "add", fails)
    with pytest.raises(OSError, match="no room"):
        sterre.client.post(path, {"doe": "bewaar"})
    monkeypatch.setattr(own_room, "add", keeps)

    assert offering.offers_to(sterre.journey) == (offer,)
    assert sterre.client.post(path, {"doe": "bewaar"}).status_code == 302
    assert "Het bed bleef." in sterre.read("/mijn/ruimte")
    assert not Offer.objects.exists()
