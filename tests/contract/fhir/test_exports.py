# SPDX-License-Identifier: EUPL-1.2
"""Whatever way a handoff went, what goes out is FHIR R4 after Gravity's profile, says of the person
what was given and no more, and comes back as it was."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.handoff.handoffs import Handoff, Step, confirm_meeting, move
from ruimbaan.core.handoff.states import By, Profile, Reason, State
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Given, Grant
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.integrations.fhir import Document, Outgoing, Shown, all_faults, bundle_of
from ruimbaan.integrations.fhir.errors import NameMissing, NothingHappened, NotInGravity
from ruimbaan.integrations.fhir.own_form import Kept, as_json, from_fhir, read_own, to_fhir
from ruimbaan.integrations.fhir.reading import read_referrals
from ruimbaan.integrations.fhir.writing import person_number
from tests.contract.fhir.referees import broken_rules, by_library, by_schema
from tests.contract.fhir.walks import BEGIN, NAMED, NAMES, RECEIVER, SENDER, handoffs

ANY = st.sampled_from(Profile).flatmap(handoffs)
NOW = BEGIN + timedelta(days=3)
JOURNEY = UUID(int=77)


def plain(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(document.text())
    return found


def resources(document: Document) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in plain(document)["entry"]]


def the(document: Document, kind: str) -> dict[str, Any]:
    return next(one for one in resources(document) if one["resourceType"] == kind)


def sent(handoff: Handoff, **more: Any) -> Document | None:
    """None when Gravity has no such way."""
    try:
        return bundle_of(Outgoing(handoff, NAMES, **more), NOW)
    except NotInGravity:
        return None


def a_grant(**changes: Any) -> Grant:
    grant = Grant(
        id=uuid4(),
        journey=JOURNEY,
        part=Part.WISHES,
        party=Party(PartyKind.ORGANISATION, RECEIVER),
        purpose=Purpose.HANDOFF,
        starts=BEGIN,
        ends=BEGIN + timedelta(days=91),
        words="delen-1",
        given=Given.SELF,
    )
    return replace(grant, **changes)


def requested() -> Handoff:
    begun = Handoff(UUID(int=1), Profile.RUIMBAAN, "Een eigen woning", SENDER, RECEIVER)
    drafted = move(begun, Step(State.DRAFT, By.SENDER, BEGIN))
    return move(drafted, Step(State.REQUESTED, By.PERSON, BEGIN + timedelta(hours=1)))


@settings(max_examples=150, deadline=None)
@given(handoff=ANY)
def test_what_goes_out_is_fhir_and_comes_back_as_it_was(handoff: Handoff):
    document = sent(handoff)
    if document is None:
        return

    assert by_schema(plain(document)) == []
    assert broken_rules(the(document, "Task")) == []
    assert list(all_faults(document)) == []
    (back,) = read_referrals(document)
    assert back.handoff == replace(handoff, named=None)  # whom to call stays here


@settings(max_examples=25, deadline=None)
@given(handoff=ANY)
def test_the_library_reads_what_goes_out(handoff: Handoff):
    document = sent(handoff)
    if document is not None:
        for resource in [plain(document), *resources(document)]:
            by_library(resource)


@settings(max_examples=100, deadline=None)
@given(handoff=ANY)
def test_nobody_is_named_who_was_not_given(handoff: Handoff):
    document = sent(handoff)
    if document is None:
        return
    text = document.text()

    assert str(NAMED) not in text
    assert str(JOURNEY) not in text
    assert "Patient/" not in text
    assert {one["resourceType"] for one in resources(document)} == {
        "Organization",
        "ServiceRequest",
        "Task",
    }


@settings(max_examples=60, deadline=None)
@given(handoff=handoffs(Profile.RUIMBAAN))
def test_our_own_form_holds_it_whole(handoff: Handoff):
    kept = Kept((replace(handoff, named=None),), NAMES)

    assert read_own(json.loads(json.dumps(as_json(kept))), "own") == kept


def test_a_name_goes_along_only_when_it_was_given():
    without = bundle_of(Outgoing(requested(), NAMES), NOW)
    with_name = bundle_of(Outgoing(requested(), NAMES, called="Sterre"), NOW)

    assert "Sterre" not in without.text()
    assert the(with_name, "Task")["for"]["display"] == "Sterre"


def test_two_handoffs_of_one_person_cannot_be_laid_side_by_side():
    assert person_number(UUID(int=1)) != person_number(UUID(int=2))


def test_a_grant_goes_out_as_a_consent_without_what_stands_in_the_part():
    grant = a_grant()
    document = bundle_of(
        Outgoing(requested(), NAMES, shown=(Shown(grant, "Het team mag je wensen zien."),)), NOW
    )
    consent = the(document, "Consent")

    assert by_schema(plain(document)) == []
    by_library(consent)
    assert list(all_faults(document)) == []
    assert consent["status"] == "active"
    assert consent["provision"]["period"]["end"] == grant.ends.isoformat()
    assert b64decode(consent["sourceAttachment"]["data"]).decode() == "Het team mag je wensen zien."
    assert the(document, "ServiceRequest")["supportingInfo"] == [
        {"reference": f"Consent/{grant.id}"}
    ]
    assert str(JOURNEY) not in document.text()


@pytest.mark.parametrize(
    "changes",
    [
        {"revoked": BEGIN + timedelta(days=1)},
        {"ends": BEGIN + timedelta(days=2)},
        {"starts": NOW + timedelta(days=1)},
    ],
    ids=["revoked", "ended", "not yet"],
)
def test_a_grant_that_is_not_in_force_goes_out_as_inactive(changes: dict[str, Any]):
    shown = Shown(a_grant(**changes), "Zin")

    consent = the(bundle_of(Outgoing(requested(), NAMES, shown=(shown,)), NOW), "Consent")

    assert consent["status"] == "inactive"
    assert consent["provision"]["period"]["start"] <= consent["provision"]["period"]["end"]


def test_a_step_that_gravity_does_not_have_is_not_sent():
    other_day = move(
        requested(), Step(State.ON_HOLD, By.RECEIVER, BEGIN + timedelta(hours=2), Reason.HOURS)
    )

    with pytest.raises(NotInGravity) as told:
        bundle_of(Outgoing(other_day, NAMES), NOW)
    assert told.value.details == {"begin": "requested", "end": "on-hold"}


def test_what_gravity_has_no_status_for_is_told_beside_it():
    received = move(requested(), Step(State.RECEIVED, By.RECEIVER, BEGIN + timedelta(hours=2)))
    task = the(bundle_of(Outgoing(received, NAMES), NOW), "Task")

    assert task["status"] == "requested"
    assert task["businessStatus"]["coding"][0]["code"] == "received"


def test_a_refusal_goes_out_with_its_reason_in_code_and_in_words():
    step = Step(State.REJECTED, By.RECEIVER, BEGIN + timedelta(hours=2), Reason.NO_PLACE)
    task = the(bundle_of(Outgoing(move(requested(), step), NAMES), NOW), "Task")

    assert task["statusReason"]["coding"][0]["code"] == "no-place"
    assert task["statusReason"]["text"] == "Wij hebben nu geen plek"


def test_that_they_met_is_kept_also_when_the_other_side_closed_before():
    accepted = replace(requested(), profile=Profile.GRAVITY, steps=(), state=State.NEW)
    for state, by in (
        (State.REQUESTED, By.SENDER),
        (State.ACCEPTED, By.RECEIVER),
        (State.COMPLETED, By.RECEIVER),
    ):
        accepted = move(accepted, Step(state, by, BEGIN))
    met = confirm_meeting(accepted, NOW)

    (back,) = from_fhir(bundle_of(Outgoing(met, NAMES), NOW)).handoffs
    assert (back.met, back.responsible) == (NOW, RECEIVER)


def test_nothing_goes_out_before_something_happened_or_without_names():
    begun = Handoff(UUID(int=1), Profile.RUIMBAAN, "woning", SENDER, RECEIVER)

    with pytest.raises(NothingHappened):
        bundle_of(Outgoing(begun, NAMES), NOW)
    with pytest.raises(NothingHappened):
        to_fhir(Kept((), NAMES))
    with pytest.raises(NameMissing):
        bundle_of(Outgoing(requested(), {}), NOW)


def test_several_handoffs_go_out_together_with_each_organisation_once():
    two = Kept((requested(), replace(requested(), id=UUID(int=5))), NAMES)
    document = to_fhir(two)

    kinds = sorted(one["resourceType"] for one in resources(document))
    assert kinds == ["Organization"] * 2 + ["ServiceRequest"] * 2 + ["Task"] * 2
    assert by_schema(plain(document)) == []
    assert from_fhir(document).handoffs == two.handoffs
