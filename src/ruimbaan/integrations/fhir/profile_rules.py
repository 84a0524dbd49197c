# SPDX-License-Identifier: EUPL-1.2
"""The must-rules of three Gravity profiles, said again as our own: the full validator of HL7 needs
packages from elsewhere. A reason in words is advice there and a rule here."""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.integrations.fhir.documents import Found
from ruimbaan.integrations.fhir.elements import (
    codes,
    moment,
    part,
    parts,
    profiles,
    reference,
    text,
)
from ruimbaan.integrations.fhir.errors import (
    ChangesMeaning,
    ElementMissing,
    FhirFault,
    OtherValue,
    ReasonTextMissing,
    TooMany,
)
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.names import (
    ACT_CODES,
    CONSENT_PROFILE,
    REQUEST_PROFILE,
    TASK_CODES,
)
from ruimbaan.integrations.fhir.statuses import STATE_OF, WITH_REASON

TASK, REQUEST, CONSENT = "TaskForReferralManagement", "ServiceRequest", "Consent"
CHANGING = ("modifierExtension", "implicitRules")
REQUEST_STATUSES = frozenset(
    {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"}
)
CONSENT_STATUSES = frozenset(
    {"draft", "proposed", "active", "rejected", "inactive", "entered-in-error"}
)


def faults_in(one: Found, *, referral: bool) -> Iterator[FhirFault]:
    """Of a resource that we read; any other is kept as it is. Raises NotThisShape."""
    if one.type == "Task" and referral:
        yield from _task(one.resource, one.place)
    elif one.type == "ServiceRequest" and _is(one, REQUEST_PROFILE):
        yield from _request(one.resource, one.place)
    elif one.type == "Consent" and _is(one, CONSENT_PROFILE):
        yield from _consent(one.resource, one.place)


def _is(one: Found, profile: str) -> bool:
    named = profiles(one.resource, one.place)
    return not named or profile in named


def _task(task: Object, place: Place) -> Iterator[FhirFault]:
    yield from _changing(task, place, CHANGING)
    yield from _missing(task, place, TASK, ("status", "intent", "code", "focus", "for"))
    yield from _missing(task, place, TASK, ("authoredOn", "requester"))
    status = text(task, "status", place)
    yield from _among(status, "status", frozenset(STATE_OF), place, TASK)
    yield from _among(text(task, "intent", place), "intent", frozenset({"order"}), place, TASK)
    if "code" in task and "fulfill" not in codes(part(task, "code", place), TASK_CODES, place):
        yield OtherValue(place, profile=TASK, name="code", allowed="fulfill")
    for name, kind in (("focus", "ServiceRequest/"), ("requester", ""), ("for", "")):
        found = reference(task, name, place)
        if name in task and not found:
            yield ElementMissing(place, profile=TASK, name=f"{name}.reference")
        elif found and kind not in found and not found.startswith("urn:"):
            yield OtherValue(place, profile=TASK, name=name, allowed=kind.rstrip("/"))
    if status in WITH_REASON and not text(part(task, "statusReason", place), "text", place):
        yield ReasonTextMissing(place, status=status)
    for name in ("authoredOn", "lastModified"):
        if written := text(task, name, place):
            moment(written, name, place)


def _request(request: Object, place: Place) -> Iterator[FhirFault]:
    yield from _changing(request, place, CHANGING)
    if request.get("doNotPerform"):
        yield ChangesMeaning(place, name="doNotPerform")
    yield from _missing(request, place, REQUEST, ("status", "intent", "code", "subject"))
    yield from _among(text(request, "status", place), "status", REQUEST_STATUSES, place, REQUEST)
    for name in ("specimen", "bodySite"):
        if name in request:
            yield TooMany(place, profile=REQUEST, name=name)


def _consent(consent: Object, place: Place) -> Iterator[FhirFault]:
    yield from _changing(consent, place, CHANGING)
    names = ("status", "scope", "category", "patient", "dateTime", "organization")
    yield from _missing(consent, place, CONSENT, names)
    yield from _among(text(consent, "status", place), "status", CONSENT_STATUSES, place, CONSENT)
    kinds = parts(consent, "category", place)
    disclosures = sum("IDSCL" in codes(kind, ACT_CODES, place) for kind in kinds)
    if kinds and disclosures == 0:
        yield OtherValue(place, profile=CONSENT, name="category", allowed="IDSCL")
    if disclosures > 1:
        yield TooMany(place, profile=CONSENT, name="category")
    if len(parts(consent, "organization", place)) > 1:
        yield TooMany(place, profile=CONSENT, name="organization")
    if not {"sourceAttachment", "sourceReference"} & set(consent):
        yield ElementMissing(place, profile=CONSENT, name="source[x]")
    if not {"policy", "policyRule"} & set(consent):
        yield ElementMissing(place, profile=CONSENT, name="policy")


def _missing(
    resource: Object, place: Place, profile: str, names: tuple[str, ...]
) -> Iterator[FhirFault]:
    for name in names:
        if resource.get(name) in (None, "", [], {}):
            yield ElementMissing(place, profile=profile, name=name)


def _among(
    value: str, name: str, allowed: frozenset[str], place: Place, profile: str
) -> Iterator[FhirFault]:
    if value and value not in allowed:
        yield OtherValue(place, profile=profile, name=name, allowed=", ".join(sorted(allowed)))


def _changing(resource: Object, place: Place, names: tuple[str, ...]) -> Iterator[FhirFault]:
    for name in names:
        if name in resource:
            yield ChangesMeaning(place, name=name)
