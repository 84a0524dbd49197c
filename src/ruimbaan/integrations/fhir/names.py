# SPDX-License-Identifier: EUPL-1.2
"""Names of HL7 FHIR R4, of Gravity's profiles and of what we add ourselves."""

from __future__ import annotations

from uuid import UUID

GRAVITY = "http://hl7.org/fhir/us/sdoh-clinicalcare"
PROFILES = f"{GRAVITY}/StructureDefinition"
TASK_PROFILE = f"{PROFILES}/SDOHCC-TaskForReferralManagement"
REQUEST_PROFILE = f"{PROFILES}/SDOHCC-ServiceRequest"
CONSENT_PROFILE = f"{PROFILES}/SDOHCC-Consent"
ORGANISATION_PROFILE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-organization"

GRAVITY_CODES = f"{GRAVITY}/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
TASK_CODES = "http://hl7.org/fhir/CodeSystem/task-code"
SNOMED = "http://snomed.info/sct"
ACT_CODES = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
CONSENT_SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope"
GDPR = "http://data.europa.eu/eli/reg/2016/679/oj"

OURS = "https://ruimbaan.example/fhir"
OUR_STATES = f"{OURS}/CodeSystem/handoff-state"
OUR_REASONS = f"{OURS}/CodeSystem/handoff-reason"
OUR_PROFILES = f"{OURS}/CodeSystem/handoff-profile"
OUR_PEOPLE = f"{OURS}/NamingSystem/person-in-one-handoff"
FACTS = f"{OURS}/StructureDefinition/handoff-facts"
STEP = f"{OURS}/StructureDefinition/handoff-step"

NAMESPACE = UUID("0b8f8b59-6b0f-5c0e-9a55-3f4f9f0f9a1e")
"""From which an id of ours follows for what has an id of another shape elsewhere."""
