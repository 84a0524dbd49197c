# SPDX-License-Identifier: EUPL-1.2
"""What is refused, with which code and where; and that nothing in between is ever dropped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.integrations.fhir import Kept, all_faults, from_fhir, read_document, read_own, to_fhir
from ruimbaan.integrations.fhir.documents import MOST_MEGABYTES
from ruimbaan.integrations.fhir.errors import IdTwice
from ruimbaan.integrations.fhir.names import TASK_PROFILE
from tests.contract.fhir.referees import EXAMPLES, example
from tests.contract.fhir.test_steps import task

Change = Callable[[dict[str, Any]], object]
CONSENT = "Consent-SDOHCC-ConsentInformationDisclosureExample.json"
REQUEST = "ServiceRequest-SDOHCC-ServiceRequestSubreferralGardenProgramExample.json"


def codes(resource: object) -> list[tuple[str, object]]:
    document = read_document(json.dumps(resource).encode(), "t.json")
    return [(fault.code, fault.details.get("name")) for fault in all_faults(document)]


TASKS: dict[str, tuple[Change, tuple[str, str]]] = {
    "status ready": (lambda one: one.update(status="ready"), ("RB-FHIR-011", "status")),
    "status received": (lambda one: one.update(status="received"), ("RB-FHIR-011", "status")),
    "no status": (lambda one: one.pop("status"), ("RB-FHIR-010", "status")),
    "a number": (lambda one: one.update(status=5), ("RB-FHIR-002", "status")),
    "a plan": (lambda one: one.update(intent="plan"), ("RB-FHIR-011", "intent")),
    "other code": (
        lambda one: one["code"]["coding"][0].update(code="abort"),
        ("RB-FHIR-011", "code"),
    ),
    "no person": (lambda one: one.pop("for"), ("RB-FHIR-010", "for")),
    "no requester": (lambda one: one.pop("requester"), ("RB-FHIR-010", "requester")),
    "no day": (lambda one: one.pop("authoredOn"), ("RB-FHIR-010", "authoredOn")),
    "no such day": (lambda one: one.update(authoredOn="2026-13-40"), ("RB-FHIR-002", "authoredOn")),
    "about something else": (
        lambda one: one["focus"].update(reference="Patient/1"),
        ("RB-FHIR-011", "focus"),
    ),
    "a list": (lambda one: one.update(focus=["x"]), ("RB-FHIR-002", "focus")),
    "an owner in a list": (lambda one: one.update({"for": ["x"]}), ("RB-FHIR-002", "for")),
    "a modifier": (
        lambda one: one.update(modifierExtension=[{"url": "urn:x", "valueBoolean": True}]),
        ("RB-FHIR-013", "modifierExtension"),
    ),
    "other rules": (
        lambda one: one.update(implicitRules="urn:x"),
        ("RB-FHIR-013", "implicitRules"),
    ),
}


@pytest.mark.parametrize(("change", "found"), TASKS.values(), ids=TASKS)
def test_a_task_outside_the_profile_is_refused(change: Change, found: tuple[str, str]):
    wrong = task("requested", meta={"profile": [TASK_PROFILE]})
    change(wrong)

    assert codes(wrong) == [found]


OTHERS: dict[str, tuple[str, Change, tuple[str, str]]] = {
    "do not": (
        REQUEST,
        lambda one: one.update(doNotPerform=True),
        ("RB-FHIR-013", "doNotPerform"),
    ),
    "no subject": (REQUEST, lambda one: one.pop("subject"), ("RB-FHIR-010", "subject")),
    "specimen": (
        REQUEST,
        lambda one: one.update(specimen=[{"reference": "Specimen/1"}]),
        ("RB-FHIR-014", "specimen"),
    ),
    "two kinds": (
        CONSENT,
        lambda one: one["category"].append(one["category"][0]),
        ("RB-FHIR-014", "category"),
    ),
    "another kind": (
        CONSENT,
        lambda one: one["category"][0]["coding"][0].update(code="INFA"),
        ("RB-FHIR-011", "category"),
    ),
    "two organisations": (
        CONSENT,
        lambda one: one["organization"].append({"reference": "Organization/2"}),
        ("RB-FHIR-014", "organization"),
    ),
    "no source": (
        CONSENT,
        lambda one: one.pop("sourceAttachment"),
        ("RB-FHIR-010", "source[x]"),
    ),
    "no policy": (CONSENT, lambda one: one.pop("policyRule"), ("RB-FHIR-010", "policy")),
}


@pytest.mark.parametrize(("name", "change", "found"), OTHERS.values(), ids=OTHERS)
def test_a_request_or_consent_outside_the_profile_is_refused(
    name: str, change: Change, found: tuple[str, str]
):
    wrong = example(name)
    change(wrong)

    assert codes(wrong) == [found]


def bundle(*resources: object) -> bytes:
    entries = [{"resource": one} for one in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


FILES: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{", "RB-KRT-005"),
    "a name twice": (b'{"resourceType":"Task","resourceType":"Task"}', "RB-KRT-006"),
    "too deep": (b'{"resourceType":"Task","a":' + b"[" * 90 + b"]" * 90 + b"}", "RB-KRT-007"),
    "not a number": (b'{"resourceType":"Task","a":NaN}', "RB-KRT-005"),
    "no text": (b"\xff\xfe", "RB-KRT-004"),
    "a list": (b"[]", "RB-FHIR-001"),
    "no type": (b'{"id":"x"}', "RB-FHIR-001"),
    "an entry that is none": (bundle(["x"]), "RB-FHIR-001"),
    "entries that are none": (b'{"resourceType":"Bundle","entry":{}}', "RB-FHIR-001"),
    "one id twice": (bundle(task("requested"), task("accepted")), "RB-FHIR-003"),
    "too large": (b" " * (MOST_MEGABYTES * 1_000_000 + 1), "RB-FHIR-004"),
}


@pytest.mark.parametrize(("raw", "code"), FILES.values(), ids=FILES)
def test_a_file_that_is_none_is_refused_whole(raw: bytes, code: str):
    with pytest.raises(DomainError) as told:
        from_fhir(read_document(raw, "t.json"))
    assert told.value.code == code


def test_an_own_status_that_is_not_where_the_steps_lead_is_refused():
    step = {
        "url": "https://ruimbaan.example/fhir/StructureDefinition/handoff-step",
        "extension": [
            {"url": "end", "valueCode": "requested"},
            {"url": "by", "valueCode": "sender"},
            {"url": "at", "valueInstant": "2026-11-23T09:00:00Z"},
        ],
    }

    with pytest.raises(DomainError) as told:
        from_fhir(read_document(json.dumps(task("completed", extension=[step])).encode(), "t"))
    assert told.value.code == "RB-FHIR-011"


OWN = {
    "format": "ruimbaan-handoffs",
    "version": 1,
    "handoffs": [],
    "names": {},
    "fhir": {"resourceType": "Task", "id": "x"},
}


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "other"},
        {"version": 2},
        {"handoffs": [{"id": "x"}]},
        {"handoffs": "x"},
        {"names": {"x": "y"}},
    ],
)
def test_another_form_is_not_read_as_ours(changes: dict[str, object]):
    with pytest.raises(DomainError) as told:
        read_own(json.loads(json.dumps(OWN | changes)), "own")
    assert told.value.code == "RB-FHIR-030"


LEAVES = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5)
NESTED = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["status", "code", "for", "focus", "meta", "extension", "owner", "statusReason", "text", "x"]
)


@settings(max_examples=300, deadline=None)
@given(file=st.sampled_from(EXAMPLES), name=NAMES, value=NESTED)
def test_whatever_stands_in_an_element_it_is_kept_or_refused_with_a_code(
    file: Path, name: str, value: object
):
    raw = json.dumps(example(file.name) | {name: value}).encode()
    kept, code = taken_in(raw)

    if kept is None:
        assert code.startswith(("RB-FHIR-", "RB-HANDOFF-", "RB-KRT-"))
    else:
        assert json.loads(to_fhir(kept).text()) == json.loads(raw)


def taken_in(raw: bytes) -> tuple[Kept | None, str]:
    """What came in, or the code with which it was refused."""
    try:
        return from_fhir(read_document(raw, "t.json")), ""
    except DomainError as error:
        return None, error.code


def test_a_resource_that_comes_twice_is_found_among_very_many():
    """A hundred thousand: compared each with each this does not end."""
    several = [{"resource": {"resourceType": "A", "id": f"{one}"}} for one in range(100_000)]
    bundle = {"resourceType": "Bundle", "entry": [*several, several[-1]]}

    with pytest.raises(DomainError) as refused:
        read_document(json.dumps(bundle).encode(), "t.json")

    assert isinstance(refused.value, IdTwice)
    assert refused.value.details["id"] == "A/99999"
