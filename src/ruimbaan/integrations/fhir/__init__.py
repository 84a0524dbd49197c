# SPDX-License-Identifier: EUPL-1.2
"""HL7 FHIR R4, as far as the referral loop of Gravity's SDOH Clinical Care 3.0.0 goes."""

from ruimbaan.integrations.fhir.documents import Document, Found, read_document
from ruimbaan.integrations.fhir.errors import FhirFault
from ruimbaan.integrations.fhir.following import follow, with_handoff
from ruimbaan.integrations.fhir.own_facts import meeting_in
from ruimbaan.integrations.fhir.own_form import Kept, as_json, from_fhir, read_own, to_fhir
from ruimbaan.integrations.fhir.reading import (
    Referral,
    all_faults,
    read_referrals,
    referral_id,
    tasks_in,
)
from ruimbaan.integrations.fhir.statuses import check_way
from ruimbaan.integrations.fhir.writing import Outgoing, Shown, bundle_of

__all__ = [
    "Document",
    "FhirFault",
    "Found",
    "Kept",
    "Outgoing",
    "Referral",
    "Shown",
    "all_faults",
    "as_json",
    "bundle_of",
    "check_way",
    "follow",
    "from_fhir",
    "meeting_in",
    "read_document",
    "read_own",
    "read_referrals",
    "referral_id",
    "tasks_in",
    "to_fhir",
    "with_handoff",
]
