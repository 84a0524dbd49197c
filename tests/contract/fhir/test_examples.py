# SPDX-License-Identifier: EUPL-1.2
"""Every example of Gravity's guide comes in and goes out again without loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ruimbaan.core.handoff.states import Profile, State
from ruimbaan.integrations.fhir import (
    all_faults,
    as_json,
    from_fhir,
    read_document,
    read_own,
    read_referrals,
    to_fhir,
)
from ruimbaan.integrations.fhir.documents import read_whole
from ruimbaan.integrations.fhir.json_exact import write_json
from tests.contract.fhir.referees import EXAMPLES, broken_rules, by_library, example

REFERRALS = {
    "Task-SDOHCC-TaskReferralManagementOrderFulfillmentAcceptedExample.json": State.ACCEPTED,
    "Task-SDOHCC-TaskReferralManagementOrderFulfillmentCompletedExample.json": State.COMPLETED,
    "Task-SDOHCC-TaskReferralManagementOrderSubtaskAcceptedExample.json": State.ACCEPTED,
    "Task-SDOHCC-TaskReferralManagementOrderSubtaskCompletedExample.json": State.COMPLETED,
}
every_example = pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)


def test_all_of_them_are_here():
    assert len(EXAMPLES) == 58


@every_example
def test_an_example_comes_in_and_goes_out_as_it_was(file: Path):
    document = read_document(file.read_bytes(), file.name)
    kept = from_fhir(document)
    stored = read_own(read_whole(write_json(as_json(kept)).encode(), "own"), "own")

    assert list(all_faults(document)) == []
    assert stored.handoffs == kept.handoffs
    assert json.loads(to_fhir(stored).text()) == json.loads(file.read_bytes())


@every_example
def test_the_library_reads_it_too(file: Path):
    by_library(example(file.name))


@every_example
def test_only_tasks_of_the_referral_profile_become_handoffs(file: Path):
    found = read_referrals(read_document(file.read_bytes(), file.name))

    assert [one.handoff.state for one in found] == [
        state for name, state in REFERRALS.items() if name == file.name
    ]
    assert all(one.handoff.profile is Profile.GRAVITY for one in found)


def test_all_examples_in_one_bundle_lose_nothing_and_tell_what_is_asked():
    entries = [
        {"resource": example(file.name), "fullUrl": f"urn:x:{file.stem}"} for file in EXAMPLES
    ]
    whole = {"resourceType": "Bundle", "type": "collection", "id": "all", "entry": entries}
    kept = from_fhir(read_document(json.dumps(whole).encode(), "all.json"))

    assert json.loads(to_fhir(kept).text()) == whole
    assert sorted(one.goal for one in kept.handoffs) == sorted(
        2 * ["Assistance with application for food pantry program"]
        + 2 * ["Assistance with application for Summer Food Service Program"]
    )
    assert set(kept.names.values()) == {
        "ABC Coordination Platform",
        "Better Health Clinic",
        "Dr Jan Water Family Medicine Physician",
    }


@pytest.mark.parametrize("name", REFERRALS)
def test_the_rules_of_the_profile_hold_for_its_own_examples(name: str):
    assert broken_rules(example(name)) == []


def test_a_number_stays_as_it_was_written():
    raw = b'{"resourceType":"Observation","id":"x","valueQuantity":{"value":1.50,"unit":"m"}}'
    document = read_document(raw, "x.json")

    assert '"value": 1.50,' in document.text()
