# SPDX-License-Identifier: EUPL-1.2
"""A handoff goes out as FHIR, and an answer comes in, for who could do it on a page and nobody else."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.integrations.fhir import all_faults, read_document, read_referrals
from ruimbaan.integrations.fhir.reasons import concept_of
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.handoff.models import HandoffRecord, StepRecord
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.log.whole import every_entry
from tests.parts.handing_over import (
    MARK,
    by_link,
    do,
    known,
    only_handoff,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.own_files import Other, Person, person, worker

pytestmark = pytest.mark.django_db
IN = "/werk/overdracht/fhir"
NOTES = "Iets over gezondheid"


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def jo(sterre: Person) -> Other:
    found = worker("jo", organisation=Organisation.objects.create(name="Wijkteam"))
    sterre.knows(found.party)
    return found


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kade"))


@pytest.fixture
def row(sterre: Person, jo: Other, noor: Other) -> HandoffRecord:
    sterre.writes("wensen", words="Een tuin-geheim")
    assert "Een tuin-geheim" in sterre.read("/mijn/wensen")
    filled = question(to(organisation_of(noor)), known(jo), known(jo), wat=["wishes"])
    assert send(sterre, filled).status_code == 302
    return only_handoff()


def out(one: Person | Other, row: HandoffRecord) -> Any:
    where = "/mijn" if isinstance(one, Person) else "/werk"
    return one.client.get(f"{where}/overdracht/{row.pk}/fhir")


def bundle(one: Person | Other, row: HandoffRecord) -> dict[str, Any]:
    answer = out(one, row)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/fhir+json; charset=utf-8"
    found: dict[str, Any] = json.loads(answer.content)
    return found


def of_kind(whole: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in whole["entry"]]
    return [one for one in found if one["resourceType"] == kind]


def answered(whole: dict[str, Any], status: str, reason: Reason | None = None, **more: Any) -> Any:
    """The same file, with this status as the other system sets it."""
    (task,) = of_kind(whole, "Task")
    task.pop("businessStatus", None)
    task |= {"status": status, "note": [{"text": NOTES}], **more}
    if reason is not None:
        task["statusReason"] = concept_of(reason)
    return whole


def bring(one: Other, whole: Any) -> Any:
    raw = whole if isinstance(whole, bytes) else json.dumps(whole).encode()
    file = SimpleUploadedFile("news.json", raw, "application/fhir+json")
    return one.client.post(IN, {"bestand": file})


def state() -> State:
    return State(only_handoff().state)


def test_the_person_and_both_workers_get_the_same_file_in_order(
    sterre: Person, jo: Other, noor: Other, row: HandoffRecord
):
    for one in (sterre, jo, noor):
        whole = bundle(one, row)
        document = read_document(json.dumps(whole).encode(), "out.json")

        assert list(all_faults(document)) == []
        (referral,) = read_referrals(document)
        assert (referral.handoff.id, referral.handoff.state) == (row.id, State.REQUESTED)
        assert referral.handoff.goal == "Begeleiding thuis"
        assert [one["name"] for one in of_kind(whole, "Organization")] == ["Wijkteam", "De Kade"]


def test_nothing_goes_out_but_the_goal_and_what_was_said_yes_to(
    sterre: Person, jo: Other, row: HandoffRecord
):
    text = out(sterre, row).content.decode()

    for secret in (MARK, "Een tuin-geheim", str(sterre.account.pk), str(sterre.journey)):
        assert secret not in text
    assert str(jo.party.id) not in text  # a worker is told by where they work
    sentences = [
        b64decode(one["sourceAttachment"]["data"]).decode()
        for one in of_kind(json.loads(text), "Consent")
    ]
    assert row.receiver is not None
    assert len(sentences) == GrantRecord.objects.filter(party=row.receiver).count() == 2
    assert all(sentence.startswith("De Kade mag je") for sentence in sentences)


def test_two_handoffs_of_one_person_cannot_be_laid_side_by_side(
    sterre: Person, jo: Other, noor: Other, row: HandoffRecord
):
    no = {"doe": "nee", "reden": "hours"}
    noor.client.post(f"/werk/overdracht/{row.pk}", no)
    send(sterre, question(to(organisation_of(noor)), known(jo), known(jo), na=str(row.pk)))
    after = HandoffRecord.objects.get(after=row)

    first, second = out(sterre, row).content.decode(), out(sterre, after).content.decode()

    assert str(row.pk) not in second
    numbers = [
        of_kind(json.loads(text), "Task")[0]["for"]["identifier"]["value"]
        for text in (first, second)
    ]
    assert len(set(numbers)) == 2


def test_a_place_without_account_and_who_asks_alone_go_out_too(sterre: Person):
    by_link(sterre)

    names = [one["name"] for one in of_kind(bundle(sterre, only_handoff()), "Organization")]

    assert names == ["Ruimbaan, voor de persoon zelf", "Deeltijd De Kade"]


def test_nobody_else_gets_it_and_not_after_it_was_stopped(
    sterre: Person, jo: Other, noor: Other, row: HandoffRecord
):
    stranger, wim = worker("kees"), person("wim", "Wim")
    for one in (stranger, wim):
        assert out(one, row).status_code == 404
    assert sterre.client.get(f"/werk/overdracht/{row.pk}/fhir").status_code == 404
    assert bundle(noor, row)

    do(sterre, row.pk, "anders")

    assert out(noor, row).status_code == 404
    assert bring(noor, answered(bundle(sterre, row), "accepted")).status_code == 422
    assert out(sterre, row).status_code == 200


def test_who_is_asked_one_thing_gets_no_file_of_the_other(sterre: Person, row: HandoffRecord):
    """A grant for what is handed over is of the whole part; a file is of one handoff."""
    kees = worker("kees", organisation=Organisation.objects.create(name="De Wal"))
    send(sterre, question(to(organisation_of(kees))))
    mine = HandoffRecord.objects.exclude(pk=row.pk).get()

    assert out(kees, mine).status_code == 200
    assert out(kees, row).status_code == 404


def test_taking_it_along_and_bringing_an_answer_stand_in_the_log(
    sterre: Person, noor: Other, row: HandoffRecord
):
    def looks(actor: UUID, action: Action) -> int:
        rows = (one for rows in every_entry(sterre.journey, timezone.now()) for one in rows)
        return sum(
            (one.actor, one.action, one.part, one.allowed) == (actor, action, Part.HANDOFF, True)
            for one in rows
        )

    whole = bundle(sterre, row)
    assert looks(sterre.account.pk, Action.TAKE_ALONG) == 1
    before = looks(noor.account.pk, Action.LOOK)
    bundle(noor, row)
    assert looks(noor.account.pk, Action.LOOK) == before + 1
    bring(noor, answered(whole, "accepted"))
    assert (
        looks(noor.account.pk, Action.LOOK) == before + 3
    )  # the file is laid beside, and answered


def test_a_yes_comes_in_once_and_the_sender_stays(sterre: Person, noor: Other, row: HandoffRecord):
    whole = answered(bundle(noor, row), "accepted")

    first, again = bring(noor, whole), bring(noor, whole)

    assert (first.status_code, again.status_code) == (200, 200)
    assert "Bewaard: Ja gezegd." in first.content.decode()
    assert "Was al zo: Ja gezegd." in again.content.decode()
    assert StepRecord.objects.filter(end=State.ACCEPTED).count() == 1
    assert only_handoff().met is None
    assert NOTES not in sterre.read(f"/mijn/overdracht/{row.pk}")


def test_a_day_that_another_ruimbaan_tells_comes_along(
    sterre: Person, noor: Other, row: HandoffRecord
):
    whole, meeting = bundle(noor, row), timezone.localdate() + timedelta(days=6)
    (task,) = of_kind(whole, "Task")
    facts = task["extension"][0]["extension"]
    facts.append({"url": "meeting", "valueDate": meeting.isoformat()})

    assert bring(noor, answered(whole, "accepted")).status_code == 200

    assert only_handoff().meeting == meeting


def test_a_no_that_was_taken_in_is_of_nothing_when_it_comes_again(
    sterre: Person, noor: Other, row: HandoffRecord
):
    """The same whether another question still runs to the same place or not."""
    send(sterre, question(to(organisation_of(noor))))
    whole = answered(bundle(noor, row), "rejected", Reason.AREA)
    assert bring(noor, whole).status_code == 200

    again = bring(noor, whole)

    assert again.status_code == 422
    assert "RB-HANDOFF-030" in again.content.decode()
    assert StepRecord.objects.filter(end=State.REJECTED).count() == 1


def test_a_no_comes_in_with_its_reason_and_closes_what_they_saw(
    sterre: Person, noor: Other, row: HandoffRecord
):
    whole = answered(bundle(noor, row), "rejected", Reason.AREA)

    assert bring(noor, whole).status_code == 200

    assert (state(), StepRecord.objects.latest("number").reason) == (State.REJECTED, "area")
    assert out(noor, row).status_code == 404
    assert row.receiver is not None
    assert not GrantRecord.objects.filter(party=row.receiver, revoked=None).exists()


@pytest.mark.parametrize(
    ("status", "reason", "code"),
    [
        ("completed", None, "RB-HANDOFF-001"),
        ("in-progress", None, "RB-HANDOFF-001"),
        ("draft", None, "RB-HANDOFF-001"),
        ("entered-in-error", None, "RB-HANDOFF-002"),
        ("rejected", Reason.PERSON_CHOSE, "RB-HANDOFF-005"),
        ("rejected", None, "RB-FHIR-012"),
        ("on-hold", Reason.HOURS, "RB-FHIR-022"),
        ("ready", None, "RB-FHIR-011"),
    ],
)
def test_a_step_that_may_not_be_is_refused_with_its_code_and_changes_nothing(
    noor: Other, row: HandoffRecord, status: str, reason: Reason | None, code: str
):
    steps = StepRecord.objects.count()

    answer = bring(noor, answered(bundle(noor, row), status, reason))

    assert answer.status_code == 422
    assert code in answer.content.decode()
    assert StepRecord.objects.count() == steps


def test_a_closed_task_of_the_other_system_is_not_a_meeting(
    sterre: Person, noor: Other, row: HandoffRecord
):
    bring(noor, answered(bundle(noor, row), "accepted"))
    bring(noor, answered(bundle(noor, row), "in-progress"))

    closed = bring(noor, answered(bundle(noor, row), "completed"))

    assert closed.status_code == 422
    assert (state(), only_handoff().met) == (State.IN_PROGRESS, None)


def test_who_was_not_asked_brings_nothing_in(
    sterre: Person, jo: Other, noor: Other, row: HandoffRecord
):
    whole = answered(bundle(noor, row), "accepted")
    other = json.loads(json.dumps(whole).replace(str(row.pk), str(uuid4())))

    pages = [
        bring(jo, whole),  # who stays cannot say yes for who was asked
        bring(worker("kees"), whole),
        bring(noor, other),  # a question that never began here
    ]

    assert {page.status_code for page in pages} == {422}
    assert all("RB-HANDOFF-030" in page.content.decode() for page in pages)
    assert state() is State.REQUESTED
    assert HandoffRecord.objects.count() == 1
    assert sterre.client.post(IN).status_code == 404


def test_of_a_file_with_one_wrong_handoff_none_is_taken(
    sterre: Person, jo: Other, noor: Other, row: HandoffRecord
):
    send(sterre, question(to(organisation_of(noor)), known(jo), known(jo)))
    other = HandoffRecord.objects.exclude(pk=row.pk).get()
    good = answered(bundle(noor, row), "accepted")
    wrong = answered(bundle(noor, other), "completed")
    names = {json.dumps(entry["fullUrl"]) for entry in good["entry"]}
    extra = [entry for entry in wrong["entry"] if json.dumps(entry["fullUrl"]) not in names]

    answer = bring(noor, good | {"entry": [*good["entry"], *extra]})

    assert answer.status_code == 422
    assert {HandoffRecord.objects.get(pk=one.pk).state for one in (row, other)} == {State.REQUESTED}


def test_what_was_fixed_when_it_was_asked_cannot_be_changed(noor: Other, row: HandoffRecord):
    whole = answered(bundle(noor, row), "accepted", authoredOn="2020-01-01T00:00:00+00:00")

    assert "RB-FHIR-021" in bring(noor, whole).content.decode()
    assert state() is State.REQUESTED


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"geen json", "RB-"),
        (b"{}", "RB-FHIR-001"),
        (b'{"resourceType": "Bundle", "type": "collection"}', "RB-HANDOFF-031"),
    ],
)
def test_what_is_no_handoff_is_said_to_be_none(noor: Other, raw: bytes, code: str):
    answer = bring(noor, raw)

    assert answer.status_code == 422
    assert code in answer.content.decode()


def test_without_a_file_that_is_said(noor: Other):
    answer = noor.client.post(IN)

    assert answer.status_code == 422
    assert "RB-HANDOFF-032" in answer.content.decode()
