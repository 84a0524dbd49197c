# SPDX-License-Identifier: EUPL-1.2
"""A coordinator's work on screen: what waits, looking, settling, comparing, taking in; all of it in
the history with who did it, and most of it taken back with one button."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.flattening import content_of
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import MembershipRecord
from ruimbaan.parts.directory.duplicates.models import CandidatePair, Verdict
from ruimbaan.parts.directory.exchange.quarantine import list_waiting
from ruimbaan.parts.directory.exchange.services import apply, preview
from ruimbaan.parts.directory.joining.models import Connection, Remark
from ruimbaan.parts.directory.joining.models.work import RemarkKind
from ruimbaan.parts.directory.joining.remarks import remark
from ruimbaan.parts.directory.models import Listing, RecordChange, StoredRecord
from ruimbaan.parts.directory.search.gaps import LEAST, record
from ruimbaan.parts.directory.services import write
from ruimbaan.parts.directory.store.reading import records_by_key
from ruimbaan.parts.directory.upkeep.models import Deed, What
from tests.parts.upkeep_people import keeper

pytestmark = pytest.mark.django_db
HERE = "/werk/kaart/waalstad"
INLOOP: dict[str, Json] = {"id": "inloop", "name": "Inloop de Kade", "status": "open"}
NEXT = re.compile(r'name="nummer" value="(\d+)"')


@pytest.fixture
def youssef() -> tuple[Client, MembershipRecord]:
    return keeper()


@pytest.fixture
def browser(youssef: tuple[Client, MembershipRecord]) -> Client:
    return youssef[0]


def page(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sent(browser: Client, path: str, **typed: str) -> str:
    """The page that follows."""
    answer = browser.post(path, typed)
    assert answer.status_code == 303, answer.content.decode()[:2000]
    return page(browser, answer.headers["Location"])


def taken_back(browser: Client, found: str) -> str:
    number = NEXT.search(found)
    assert number is not None
    return sent(browser, f"{HERE}/gedaan", nummer=number[1])


def values_of(code: str) -> Record:
    uid = Listing.objects.get(region="waalstad", code=code).uid
    return records_by_key([("service", uid)])["service", uid]


def refused() -> None:
    today = timezone.localdate()
    content = content_of({"service": [INLOOP]}, Place("lijst.json", path="$"))
    apply(preview("waalstad", content, source="lijst.json", today=today), timezone.now())


def twins() -> tuple[str, str]:
    """Two places that are one."""
    uids = []
    for number, mail_address in (("1", "brug@example.org"), ("2", "")):
        profile: Json = {"region": "waalstad", "code": f"brug-{number}"}
        values: dict[str, Json] = {
            "id": f"brug-{number}",
            "name": "Inloophuis De Brug",
            "status": "active",
            "ruimbaan": profile,
            **({"email": mail_address} if mail_address else {}),
        }
        service = Record("service", f"brug-{number}", values)
        phone = Record(
            "phone",
            f"p-{number}",
            {"id": f"p-{number}", "service_id": service.id, "number": "024-1234501"},
        )
        origin = Origin(Source.IMPORT, timezone.localdate(), "lijst.csv")
        write("waalstad", [service, phone], origin=origin, at=timezone.now())
        uids.append(service.id)
    return uids[0], uids[1]


def test_who_keeps_one_region_comes_at_what_waits_there(browser: Client):
    answer = browser.get("/werk/kaart")

    assert (answer.status_code, answer.headers["Location"]) == (303, HERE)
    assert "Wat vraagt om een blik?" in page(browser, HERE)
    assert "Kaart bijhouden" in page(browser, "/werk")


def test_who_keeps_the_kaart_is_called_u(browser: Client):
    assert "Er wacht geen paar op je." not in browser.get(f"{HERE}/dubbel").content.decode()
    assert "Kent u iemand die dit doet?" in browser.get(f"{HERE}/gezocht").content.decode()


@pytest.mark.parametrize("role", [Role.WORKER, Role.EXPERIENCE_EXPERT, Role.ADMINISTRATOR])
def test_for_another_role_there_is_no_such_page(role: Role):
    other, _work = keeper(role, name="Joke")
    nowhere = other.get("/werk/kaart/waalstad/bestaat-niet").content

    for path in ("/werk/kaart", HERE, f"{HERE}/gedaan", f"{HERE}/plek/W06"):
        answer = other.get(path)
        assert (answer.status_code, answer.content) == (404, nowhere), path
    assert other.post(f"{HERE}/plek/W06", {"doe": "klopt"}).content == nowhere
    assert not Deed.objects.exists()
    assert "Kaart bijhouden" not in page(other, "/werk")


def test_another_region_is_not_there_and_nothing_can_be_done_to_it():
    elsewhere, _work = keeper(region="grachtstad", name="Sanne")
    nowhere = elsewhere.get("/werk/kaart/atlantis").content

    for path in (HERE, f"{HERE}/plek/W06", f"{HERE}/dubbel/W06/W07", f"{HERE}/geweigerd/1"):
        assert elsewhere.get(path).content == nowhere, path
        assert elsewhere.post(path, {"doe": "klopt"}).content == nowhere, path
    assert not Deed.objects.exists()


def test_work_that_ended_ends_at_the_next_request(youssef: tuple[Client, MembershipRecord]):
    browser, work = youssef
    page(browser, HERE)
    MembershipRecord.objects.filter(pk=work.pk).update(ends=timezone.now())

    assert browser.get(HERE).status_code == 404


def test_looked_at_stands_on_the_map_with_who_in_the_history(
    youssef: tuple[Client, MembershipRecord],
):
    browser, work = youssef
    before = values_of("W06")

    found = sent(browser, f"{HERE}/plek/W06", doe="klopt")

    today = timezone.localdate().isoformat()
    assert values_of("W06").values["assured_date"] == today
    assert "is nagekeken." in found
    deed = Deed.objects.get()
    assert (deed.what, deed.place, deed.by) == (What.VERIFIED, "W06", work.pk)
    change = RecordChange.objects.latest("pk")
    assert (change.write, change.source) == (deed.write, "coordinator")
    stored = StoredRecord.objects.get(uid=before.id)
    assert stored.provenance["assured_date"]["note"] == "Gemeente Waalstad"
    place = page(browser, f"{HERE}/plek/W06")
    assert "Youssef, Gemeente Waalstad" in place
    assert "Vandaag nagekeken" in place
    assert "door de coördinator van de regio" in page(Client(), "/steun/waalstad/W06")

    assert "Teruggezet" in taken_back(browser, found)

    assert values_of("W06").values == before.values
    assert "door Youssef, Gemeente Waalstad" in page(browser, f"{HERE}/gedaan")


def test_looked_at_twice_on_a_day_is_told_once(browser: Client):
    sent(browser, f"{HERE}/plek/W06", doe="klopt")
    sent(browser, f"{HERE}/plek/W06", doe="klopt")

    assert Deed.objects.count() == 1


def test_what_was_changed_since_is_not_taken_back(browser: Client):
    found = sent(browser, f"{HERE}/plek/W06", doe="klopt")
    number = NEXT.search(found)
    assert number is not None
    now = values_of("W06")
    later = Record("service", now.id, {**now.values, "assured_date": "2026-01-01"})
    origin = Origin(Source.LINK, timezone.localdate())
    write("waalstad", [later], origin=origin, at=timezone.now())

    answer = browser.post(f"{HERE}/gedaan", {"nummer": number[1]})

    assert answer.status_code == 422
    assert "daarna is er weer iets aan veranderd" in answer.content.decode()
    assert values_of("W06").values["assured_date"] == "2026-01-01"
    assert Deed.objects.get().undone_at is None


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "9" * 40, "²"])
def test_a_number_of_nothing_takes_nothing_back(browser: Client, number: str):
    assert browser.post(f"{HERE}/gedaan", {"nummer": number}).status_code == 422


def test_nothing_is_taken_back_twice_or_from_another_region(browser: Client):
    found = sent(browser, f"{HERE}/plek/W06", doe="klopt")
    number = NEXT.search(found)
    assert number is not None
    elsewhere, _work = keeper(region="grachtstad", name="Sanne")

    assert elsewhere.post("/werk/kaart/grachtstad/gedaan", {"nummer": number[1]}).status_code == 422
    taken_back(browser, found)
    assert browser.post(f"{HERE}/gedaan", {"nummer": number[1]}).status_code == 422


def test_the_queue_by_reason_and_the_oldest_first(browser: Client):
    Listing.objects.filter(region="waalstad").update(verified_on=timezone.localdate())
    long_ago = timezone.localdate() - timedelta(days=400)
    Listing.objects.filter(code="W06").update(verified_on=long_ago)
    Listing.objects.filter(code="W34").update(verified_on=long_ago - timedelta(days=100))

    found = page(browser, f"{HERE}?soort=stale")

    names = [Listing.objects.get(code=code, region="waalstad").name for code in ("W34", "W06")]
    assert found.index(f"<b>{names[0]}</b>") < found.index(f"<b>{names[1]}</b>")
    assert "Het langst geleden nagekeken staat bovenaan." in found


def test_another_place_is_called_by_its_name(browser: Client):
    found = page(browser, f"{HERE}?soort=connection")
    other = Listing.objects.get(region="waalstad", code="W34").name

    assert f"Met {other}." in found


def test_a_remark_is_read_settled_and_its_words_are_gone(browser: Client):
    uid = Listing.objects.get(region="waalstad", code="W25").uid
    remark("waalstad", uid, RemarkKind.WRONG, "De deur <b>is</b> dicht", timezone.now())
    number = str(Remark.objects.get().pk)

    assert "De deur &lt;b&gt;is&lt;/b&gt; dicht" in page(browser, HERE)
    assert "De deur &lt;b&gt;is&lt;/b&gt; dicht" in page(browser, f"{HERE}/plek/W25")
    answer = browser.post(f"{HERE}/plek/W25", {"opmerking": number})

    assert answer.status_code == 303
    assert "De deur" not in page(browser, f"{HERE}/plek/W25")
    assert Remark.objects.get().text == ""
    assert NEXT.search(page(browser, f"{HERE}/gedaan")) is None  # there are no words to bring back


def test_a_double_is_shown_made_one_and_two_again(browser: Client):
    kept, gone = twins()
    before = {
        one.uid: one.values for one in StoredRecord.objects.filter(uid__in=(kept, gone, "p-2"))
    }
    sent(browser, f"{HERE}/dubbel")
    assert CandidatePair.objects.filter(first=kept, second=gone).exists()
    path = f"{HERE}/dubbel/brug-2/brug-1"

    preview_page = page(browser, f"{path}?houd=brug-2")
    assert "brug@example.org" in preview_page[preview_page.index('id="blijft"') :]
    assert StoredRecord.objects.filter(uid=kept).exists()  # only looked

    found = sent(browser, path, doe="brug-2")
    assert not StoredRecord.objects.filter(uid=kept).exists()
    assert "staat nu bij" in found

    taken_back(browser, found)

    after = {
        one.uid: one.values for one in StoredRecord.objects.filter(uid__in=(kept, gone, "p-2"))
    }
    assert after == before
    assert not Verdict.objects.exists()
    sent(browser, f"{HERE}/dubbel")
    assert CandidatePair.objects.filter(first=kept, second=gone).exists()


def test_two_are_two_until_that_is_taken_back(browser: Client):
    kept, gone = twins()
    sent(browser, f"{HERE}/dubbel")

    found = sent(browser, f"{HERE}/dubbel/brug-1/brug-2", doe="twee")

    assert Verdict.objects.get().said == Verdict.Said.NOT_SAME
    assert not CandidatePair.objects.filter(first=kept, second=gone).exists()
    taken_back(browser, found)
    sent(browser, f"{HERE}/dubbel")
    assert CandidatePair.objects.filter(first=kept, second=gone).exists()


def test_a_place_is_never_made_one_with_itself_or_with_nothing(browser: Client):
    for path in ("W06/W06", "W06/X99"):
        answer = browser.post(f"{HERE}/dubbel/{path}", {"doe": "W06"})
        assert answer.headers["Location"] == f"{HERE}/dubbel"
    sent(browser, f"{HERE}/dubbel/W06/W07", doe="X99")

    assert not Deed.objects.exists()


def test_what_was_refused_is_filled_in_seen_taken_in_and_put_back(
    youssef: tuple[Client, MembershipRecord],
):
    browser, work = youssef
    refused()
    (waiting,) = list_waiting("waalstad")
    path = f"{HERE}/geweigerd/{waiting.number}"
    assert "Inloop de Kade" in page(browser, f"{HERE}/geweigerd")
    assert "status" in page(browser, path).lower()

    wrong = browser.post(path, {"doe": "kijk", "veld.status": "dicht"})
    assert wrong.status_code == 422
    assert 'value="dicht"' in wrong.content.decode()
    looked = browser.post(path, {"doe": "kijk", "veld.status": "active"})
    assert "Nu past het" in looked.content.decode()
    assert not StoredRecord.objects.filter(uid="inloop").exists()

    found = sent(browser, path, **{"doe": "binnen", "veld.status": "active"})

    assert StoredRecord.objects.get(uid="inloop").values["status"] == "active"
    assert list_waiting("waalstad") == ()
    assert Deed.objects.get().by == work.pk
    taken_back(browser, found)
    assert not StoredRecord.objects.filter(uid="inloop").exists()
    assert [one.number for one in list_waiting("waalstad")] == [waiting.number]


def test_what_stays_out_can_come_back_and_a_colleague_can_be_first(browser: Client):
    refused()
    (waiting,) = list_waiting("waalstad")
    path = f"{HERE}/geweigerd/{waiting.number}"

    found = sent(browser, path, doe="buiten")

    assert list_waiting("waalstad") == ()
    again = browser.post(path, {"doe": "buiten"})
    assert (again.status_code, again.headers["Location"]) == (303, f"{HERE}/geweigerd")
    taken_back(browser, found)
    assert len(list_waiting("waalstad")) == 1


def test_what_was_looked_for_is_told_in_words_without_anybody(browser: Client):
    topics = ["filter:women_only", "filter:domain:WON", "filter:language:ar", "unknown"]
    for _ in range(LEAST):
        record("waalstad", topics, timezone.localdate())
    record("waalstad", ["filter:free"], timezone.localdate())

    found = page(browser, f"{HERE}/gezocht")

    for words in ("Alleen voor vrouwen", "Arabisch", "geen woord voor", f"{LEAST} keer"):
        assert words in found
    assert "Gratis" not in found


def test_two_places_get_a_proposal_that_can_be_taken_back(browser: Client):
    path = f"{HERE}/samen/W41/W42"
    asked = page(browser, path)
    assert ('name="mail-1"' in asked, 'name="mail-2"' in asked) == (True, True)
    typed = {"stuurt": "de straatwerker", "mail-1": "a@example.org", "mail-2": "geen adres"}

    wrong = browser.post(path, typed)
    assert (wrong.status_code, Connection.objects.count()) == (422, 0)
    assert 'value="de straatwerker"' in wrong.content.decode()
    assert browser.post(path, typed | {"stuurt": " "}).status_code == 422
    found = sent(browser, path, **typed | {"mail-2": "b@example.org"})

    connection = Connection.objects.get()
    assert (connection.sends, connection.declined_at) == ("de straatwerker", None)
    assert "example.org" not in page(browser, f"{HERE}/gedaan")
    taken_back(browser, found)
    assert Connection.objects.get().declined_at is not None
    assert mail.outbox == []


def test_every_page_speaks_english(browser: Client):
    refused()
    twins()
    number = list_waiting("waalstad")[0].number
    sent(browser, f"{HERE}/plek/W06", doe="klopt")
    paths = ("", "/plek/W06", "/dubbel", "/dubbel/brug-1/brug-2?houd=brug-1", "/geweigerd")
    for path in (*paths, f"/geweigerd/{number}", "/gezocht", "/gedaan", "/samen/W41/W42"):
        found = page(browser, f"/en{HERE}{path}")
        assert 'lang="en"' in found
        assert "Keep the map right" in found, path
