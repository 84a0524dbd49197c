# SPDX-License-Identifier: EUPL-1.2
"""A handoff of ours as a Bundle for another system: the organisations, the request, the Task, and a
Consent for each part that the person lets go along.

Of the person nothing goes out but a number that holds for this one handoff, and the name only when
the person lets it go along. What stands in the parts does not go out at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.trust.grants import Grant
from ruimbaan.integrations.fhir import own_facts
from ruimbaan.integrations.fhir.consents import consent_of
from ruimbaan.integrations.fhir.documents import Document, document_of
from ruimbaan.integrations.fhir.elements import concept, without_empty
from ruimbaan.integrations.fhir.errors import NameMissing, NothingHappened
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.names import (
    GRAVITY_CODES,
    NAMESPACE,
    ORGANISATION_PROFILE,
    OUR_PEOPLE,
    OUR_PROFILES,
    OUR_STATES,
    OURS,
    REQUEST_PROFILE,
    SNOMED,
    TASK_CODES,
    TASK_PROFILE,
)
from ruimbaan.integrations.fhir.reasons import concept_of
from ruimbaan.integrations.fhir.statuses import (
    OURS_ONLY,
    check_way,
    request_status_of,
    status_of,
)

SOCIAL_SERVICE = ("410606002", "Social service procedure")


@dataclass(frozen=True, slots=True)
class Shown:
    """One grant for the receiver, and the sentence that the person said yes to."""

    grant: Grant
    sentence: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`names` of the organisations. `called` is how the person wants to be called; empty unless the
    person lets that go along."""

    handoff: Handoff
    names: Mapping[UUID, str]
    called: str = ""
    shown: tuple[Shown, ...] = ()


def bundle_of(outgoing: Outgoing, now: datetime) -> Document:
    """Raises NothingHappened, NotInGravity or NameMissing."""
    handoff = outgoing.handoff
    if not handoff.steps:
        raise NothingHappened
    check_way(handoff)
    parties = [one for one in (handoff.sender, handoff.receiver) if one is not None]
    consents = [
        consent_of(
            one.grant, one.sentence, _person(outgoing), _party(outgoing, handoff.sender), now
        )
        for one in outgoing.shown
    ]
    resources = [
        *(_organisation(outgoing, one) for one in dict.fromkeys(parties)),
        _request(outgoing, consents),
        _task(outgoing),
        *consents,
    ]
    whole: Object = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": own_facts.instant(now),
        "entry": [_entry(resource) for resource in resources],
    }
    return document_of(whole, "")


def person_number(handoff: UUID) -> UUID:
    """Another one for each handoff, so that nobody can lay two side by side."""
    return uuid5(NAMESPACE, f"person:{handoff}")


def request_id(handoff: UUID) -> UUID:
    return uuid5(handoff, "request")


def _entry(resource: Object) -> Json:
    return {
        "fullUrl": f"{OURS}/{resource['resourceType']}/{resource['id']}",
        "resource": resource,
    }


def _person(outgoing: Outgoing) -> Object:
    number = str(person_number(outgoing.handoff.id))
    named: Object = {"type": "Patient", "identifier": {"system": OUR_PEOPLE, "value": number}}
    if outgoing.called:
        named["display"] = outgoing.called
    return named


def _party(outgoing: Outgoing, party: UUID) -> Object:
    return {"reference": f"Organization/{party}", "display": _name(outgoing, party)}


def _name(outgoing: Outgoing, party: UUID) -> str:
    if not (name := outgoing.names.get(party, "")):
        raise NameMissing
    return name


def _organisation(outgoing: Outgoing, party: UUID) -> Object:
    return {
        "resourceType": "Organization",
        "id": str(party),
        "meta": {"profile": [ORGANISATION_PROFILE]},
        "active": True,
        "name": _name(outgoing, party),
    }


def _request(outgoing: Outgoing, consents: list[Object]) -> Object:
    handoff = outgoing.handoff
    receiver = handoff.receiver
    return without_empty(
        [
            ("resourceType", "ServiceRequest"),
            ("id", str(request_id(handoff.id))),
            ("meta", {"profile": [REQUEST_PROFILE]}),
            ("status", request_status_of(handoff.state)),
            ("intent", "order"),
            (
                "category",
                [
                    concept(SNOMED, SOCIAL_SERVICE[0], display=SOCIAL_SERVICE[1]),
                    concept(GRAVITY_CODES, "sdoh-category-unspecified"),
                ],
            ),
            ("code", concept(SNOMED, *_code(handoff))),
            ("subject", _person(outgoing)),
            ("authoredOn", own_facts.instant(handoff.steps[0].at)),
            ("requester", _party(outgoing, handoff.sender)),
            ("performer", [_party(outgoing, receiver)] if receiver else []),
            ("supportingInfo", [{"reference": f"Consent/{one['id']}"} for one in consents]),
        ]
    )


def _code(handoff: Handoff) -> tuple[str, str, str]:
    """The goal in words, under the widest code there is: a code of our own would say what it is
    not."""
    return SOCIAL_SERVICE[0], handoff.goal, SOCIAL_SERVICE[1]


def _task(outgoing: Outgoing) -> Object:
    handoff = outgoing.handoff
    receiver = handoff.receiver
    return without_empty(
        [
            ("resourceType", "Task"),
            ("id", str(handoff.id)),
            (
                "meta",
                {
                    "profile": [TASK_PROFILE],
                    "tag": [{"system": OUR_PROFILES, "code": handoff.profile.value}],
                },
            ),
            ("extension", own_facts.written(handoff)),
            *status_elements(handoff),
            ("intent", "order"),
            ("code", concept(TASK_CODES, "fulfill")),
            ("focus", {"reference": f"ServiceRequest/{request_id(handoff.id)}"}),
            ("for", _person(outgoing)),
            ("authoredOn", own_facts.instant(handoff.steps[0].at)),
            ("lastModified", own_facts.instant(handoff.steps[-1].at)),
            ("requester", _party(outgoing, handoff.sender)),
            ("owner", _party(outgoing, receiver) if receiver else {}),
        ]
    )


def status_elements(handoff: Handoff) -> list[tuple[str, Json]]:
    """`status`, and why or what of our own when there is such a thing."""
    last = handoff.steps[-1]
    reason = last.reason
    status = status_of(handoff.state)
    found: list[tuple[str, Json]] = [("status", status)]
    if reason is not None:
        found.append(("statusReason", concept_of(reason)))
    elif status == "cancelled":  # by the person, who need not say why
        found.append(("statusReason", {"text": PERSON_STOPPED}))
    if handoff.state in OURS_ONLY:
        found.append(("businessStatus", concept(OUR_STATES, handoff.state.value)))
    return found


PERSON_STOPPED = "De persoon koos iets anders"
