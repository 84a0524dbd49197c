# SPDX-License-Identifier: EUPL-1.2
"""A grant as a Consent: that the person lets this part be seen, by whom, until when, in which words.
Not what stands in the part."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime

from ruimbaan.core.trust.grants import Grant
from ruimbaan.integrations.fhir.elements import concept
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.names import (
    ACT_CODES,
    CONSENT_PROFILE,
    CONSENT_SCOPES,
    GDPR,
)
from ruimbaan.integrations.fhir.own_facts import instant


def consent_of(
    grant: Grant, sentence: str, person: Object, custodian: Object, now: datetime
) -> Object:
    """`custodian` is the organisation through which the person gave it."""
    return {
        "resourceType": "Consent",
        "id": str(grant.id),
        "meta": {"profile": [CONSENT_PROFILE]},
        "status": "active" if grant.in_force(now) else "inactive",
        "scope": concept(CONSENT_SCOPES, "patient-privacy"),
        "category": [concept(ACT_CODES, "IDSCL", display="information disclosure")],
        "patient": person,
        "dateTime": instant(grant.starts),
        "organization": [custodian],
        "sourceAttachment": {
            "contentType": "text/plain; charset=utf-8",
            "language": "nl",
            "data": b64encode(sentence.encode()).decode("ascii"),
        },
        "policy": [{"uri": GDPR}],
        "provision": {
            "type": "permit",
            "period": {"start": instant(grant.starts), "end": instant(_end(grant))},
        },
    }


def _end(grant: Grant) -> datetime:
    return grant.ends if grant.revoked is None else max(grant.revoked, grant.starts)
