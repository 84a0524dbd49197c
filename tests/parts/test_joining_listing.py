# SPDX-License-Identifier: EUPL-1.2
"""An initiative lists itself: unseen until the mailed link is opened, kind when something is wrong,
and nothing is lost on the way."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from ruimbaan.core.directory.records.profile import day_verified, profile_of
from ruimbaan.parts.directory.joining.models import Attempt, Keeper, MailLink
from ruimbaan.parts.directory.models import Listing, RecordChange
from ruimbaan.parts.directory.store.reading import around
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.outbox.services import deliver
from tests.parts.joining_forms import ADDRESS, TOLD, URL, Form, link_in, press

NAME = "De Lange Tafel"


@pytest.fixture
def form(client: Client) -> Form:
    return Form(client)


def listed(form: Form) -> Listing:
    form.fill().send("send")
    assert form.location == "/steun/meedoen/verstuurd"
    return Listing.objects.get(name=NAME)


def sent_link() -> str:
    deliver(timezone.now())
    return link_in(mail.outbox[-1])


def test_all_that_was_told_is_shown_before_it_is_kept(form: Form):
    form.fill()

    assert form.title == "Klopt dit?"
    for told in (NAME, "1234 AB", "Dinsdag, zaterdag", "Van 17:00 tot 20:30", "Gratis", ADDRESS):
        assert told in form.html
    assert not Listing.objects.filter(name=NAME).exists()
    assert not Keeper.objects.exists()


def test_it_is_kept_unseen_with_a_letter_in_the_same_breath(form: Form, client: Client):
    listing = listed(form)

    assert listing.status == "inactive"
    assert NAME not in client.get("/steun/waalstad").content.decode()
    assert client.get(f"/steun/waalstad/{listing.code}").status_code == 404
    assert Letter.objects.get().kind == "directory.list"
    assert set(RecordChange.objects.filter(uid=listing.uid).values_list("source", flat=True)) == {
        "initiative"
    }


def test_looking_at_the_link_changes_nothing_and_a_tap_puts_it_on_the_map(
    form: Form, client: Client
):
    listing = listed(form)
    path = sent_link()
    before = RecordChange.objects.count()

    for _again in range(2):
        assert NAME in client.get(path).content.decode()
    assert RecordChange.objects.count() == before
    response = press(client, path, "confirm")

    assert response.status_code == 200
    assert NAME in client.get(f"/steun/waalstad/{listing.code}").content.decode()
    service = around([("service", listing.uid)]).records["service", listing.uid]
    assert day_verified(service) == timezone.localdate()
    assert profile_of(service).verified_by == "de plek zelf"
    assert Keeper.objects.get().proved_on == timezone.localdate()


def test_the_address_of_the_link_is_nowhere_on_the_site_or_in_the_records(
    form: Form, client: Client
):
    form.fill(reach={"phone": "06 12345678"}, address={"address": "prive@example.org"})
    form.send("send")
    listing = Listing.objects.get(name=NAME)
    press(client, sent_link(), "confirm")

    everything = around([("service", listing.uid)]).records.values()
    assert all("prive@" not in str(record.values) for record in everything)
    assert not RecordChange.objects.filter(fields__icontains="prive@").exists()
    assert "prive@" not in client.get(f"/steun/waalstad/{listing.code}").content.decode()


@pytest.mark.parametrize(
    ("page", "wrong", "said"),
    [
        ("what", {"name": ""}, "Schrijf hoe jullie heten."),
        ("what", {"what": "a" * 601}, "Dit is te lang."),
        ("what", {"name": "A\x00B"}, "Hier staat een vreemd teken in."),
        ("what", {"kind": "bank"}, "Kies wat het beste past."),
        ("who", {"gate": "verwijzing + indicatie"}, "Kies hoe iemand binnenkomt."),
        ("who", {"free": "no", "cost": ""}, "Schrijf wat het kost."),
        ("where", {"postcode": "123"}, "Deze postcode lukt niet."),
        ("where", {"street": ""}, "Schrijf de straat en het nummer."),
        ("when", {"days": [], "when": ""}, "Kies een dag, of schrijf wanneer het is."),
        ("when", {"opens_at": "25:00"}, "Deze tijd lukt niet."),
        ("reach", {"phone": "", "email": ""}, "Vul één manier in om jullie te bereiken."),
        ("reach", {"website": "javascript:alert(1)"}, "Dit adres lukt niet."),
        ("reach", {"phone": "bel mij"}, "Dit nummer lukt niet."),
        ("address", {"address": "tafel"}, "Dit mailadres lukt niet."),
    ],
)
def test_what_is_wrong_is_said_kindly_and_what_was_typed_stays(form: Form, page, wrong, said):
    form.open()
    for name, fields in TOLD.items():
        if name == page:
            form.send(**(fields | wrong))
            break
        form.send(**fields)

    assert form.status == 422
    assert said in form.html
    assert 'href="#' in form.html.split('id="errors"')[1]
    right = {name: value for name, value in TOLD[page].items() if name not in wrong}
    for value in right.values():
        if isinstance(value, str) and value not in {"yes", "fixed", "1234ab", "20.30"}:
            assert value in form.html


def test_back_keeps_what_was_typed_also_when_it_is_not_whole(form: Form):
    form.open().send(**TOLD["what"]).send("back", gate="kennismaking")

    assert form.hidden["page"] == "what"
    assert "De Lange Tafel" in form.html
    form.send(**TOLD["what"])
    assert 'value="kennismaking" checked' in form.html


def test_what_was_made_wrong_on_the_way_back_must_be_mended_before_it_is_sent(form: Form):
    form.fill().send("page:reach").send("back", phone="bel mij")

    form.send("send")

    assert form.hidden["page"] == "reach"
    assert not Keeper.objects.exists()


def test_one_answer_is_changed_and_one_is_back_at_the_check(form: Form):
    form.fill().send("page:reach").send(phone="024 1234567")

    assert form.title == "Klopt dit?"
    assert "024 1234567" in form.html


def test_partners_may_be_skipped(form: Form):
    form.open()
    for page, fields in TOLD.items():
        form.send("skip") if page in {"partners", "wishes"} else form.send(**fields)

    assert form.title == "Klopt dit?"
    assert "Niets" in form.html


def test_a_place_that_is_not_there_cannot_be_chosen(form: Form):
    form.fill(wishes={"wants_to_work_with": ["W04", "nowhere", "i-of-another"]}).send("send")

    service = Listing.objects.get(name=NAME)
    record = around([("service", service.uid)]).records["service", service.uid]
    assert profile_of(record).wants_to_work_with == ("W04",)


def test_the_same_form_sent_twice_is_one_listing_and_one_letter(form: Form):
    form.fill()
    fields = form.hidden | {"go": "send"}

    for _again in range(2):
        assert form.client.post(URL, fields).status_code == 302

    assert Listing.objects.filter(name=NAME).count() == 1
    assert Letter.objects.count() == 1


def test_a_robot_hears_the_same_and_nothing_is_kept(form: Form):
    form.fill().send("send", achternaam2="x")

    assert form.location == "/steun/meedoen/verstuurd"
    assert not Listing.objects.filter(name=NAME).exists()


def test_another_site_cannot_send_the_form(form: Form):
    form.fill()

    response = form.client.post(
        URL, form.hidden | {"go": "send"}, headers={"Origin": "https://elsewhere.example"}
    )

    assert response.status_code == 403
    assert not Listing.objects.filter(name=NAME).exists()


@pytest.mark.parametrize("broken", ["", "x", "e30:1abc:zzz", "a" * 50_000])
def test_a_broken_field_begins_again_and_says_so(form: Form, broken: str):
    form.open().send(draft=broken, **TOLD["what"])

    assert form.status == 200
    assert "Dat ligt niet aan jou" in form.html
    assert form.hidden["page"] == "what"


def test_one_address_gets_few_letters_a_day_and_what_was_written_stays(client: Client):
    for number in range(4):
        Form(client).fill(what=TOLD["what"] | {"name": f"Tafel {number}"}).send("send")
    last = Form(client).fill(what=TOLD["what"] | {"name": "Tafel 5"}).send("send")

    assert last.status == 429
    assert "Wat je schreef staat hier nog." in last.html
    assert "Tafel 5" in last.html
    assert not Listing.objects.filter(name="Tafel 5").exists()
    assert Letter.objects.count() == 4


def test_where_a_form_came_from_is_kept_as_a_digest_only(form: Form):
    listed(form)

    origins = list(Attempt.objects.values_list("origin", flat=True))
    assert len(origins) == 2
    assert all("127.0.0.1" not in one and ADDRESS not in one for one in origins)


def test_a_second_letter_makes_the_first_link_old(form: Form, client: Client):
    listed(form)
    first = sent_link()
    MailLink.objects.update(ended=True)

    old = client.get(first)
    key = first.partition("sleutel=")[2]
    client.post("/steun/link", {"sleutel": key, "doe": "new"})
    second = sent_link()

    assert old.status_code == 410
    assert NAME not in old.content.decode()
    assert second != first
    assert press(client, second, "confirm").status_code == 200


def test_the_english_form_leads_to_an_english_letter(client: Client):
    Form(client, f"/en{URL}").fill().send("send")

    path = sent_link()

    assert path.startswith("/en/steun/link?")
    assert Keeper.objects.get().language == "en"
