# SPDX-License-Identifier: EUPL-1.2
"""Why something of FHIR is refused, with its place: RB-FHIR. What is not understood but harms
nothing is kept as it came; what could change the meaning is refused."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.hsds.errors import ExchangeError


class FhirFault(ExchangeError):
    """One thing that is wrong; `place.path` is the way down, such as `Task/1.status`."""


class NotAResource(FhirFault):
    code = "RB-FHIR-001"
    cause = Text("Hier staat geen FHIR-resource.", "This holds no FHIR resource.")
    advice = Text(
        "Geef JSON met een resourceType, of een Bundle daarvan.",
        "Give JSON with a resourceType, or a Bundle of those.",
    )


class NotThisShape(FhirFault):
    code = "RB-FHIR-002"
    cause = Text(
        'Het element "{name}" heeft niet de vorm die FHIR R4 vraagt.',
        'The element "{name}" does not have the shape that FHIR R4 asks.',
    )
    advice = Text("Verbeter het bij de bron.", "Mend it at the source.")


class IdTwice(FhirFault):
    code = "RB-FHIR-003"
    cause = Text("{id} staat er twee keer in.", "{id} stands in it twice.")
    advice = Text("Houd er één over.", "Keep one of them.")


class FileTooLarge(FhirFault):
    code = "RB-FHIR-004"
    cause = Text("Dit is groter dan {limit} MB.", "This is larger than {limit} MB.")
    advice = Text("Geef minder overdrachten tegelijk.", "Give fewer handoffs at a time.")


class ElementMissing(FhirFault):
    code = "RB-FHIR-010"
    cause = Text(
        'Het profiel {profile} vraagt "{name}", en dat ontbreekt.',
        'The profile {profile} asks for "{name}", and that is missing.',
    )
    advice = Text("Vul het aan bij de bron.", "Add it at the source.")


class OtherValue(FhirFault):
    code = "RB-FHIR-011"
    cause = Text(
        'Het profiel {profile} laat bij "{name}" alleen dit toe: {allowed}.',
        'The profile {profile} only allows this at "{name}": {allowed}.',
    )
    advice = Text("Verbeter het bij de bron.", "Mend it at the source.")


class ReasonTextMissing(FhirFault):
    code = "RB-FHIR-012"
    cause = Text(
        "Bij de status {status} hoort een reden in woorden.",
        "The status {status} needs a reason in words.",
    )
    advice = Text(
        "Vraag de bron om Task.statusReason.text.", "Ask the source for Task.statusReason.text."
    )


class ChangesMeaning(FhirFault):
    code = "RB-FHIR-013"
    cause = Text(
        'Het element "{name}" kan de betekenis veranderen, en wij kennen het niet.',
        'The element "{name}" may change the meaning, and we do not know it.',
    )
    advice = Text(
        "Vraag de bron om een bericht zonder dit element.",
        "Ask the source for a message without this element.",
    )


class TooMany(FhirFault):
    code = "RB-FHIR-014"
    cause = Text(
        'Het profiel {profile} laat "{name}" niet of niet zo vaak toe.',
        'The profile {profile} does not allow "{name}", or not as often.',
    )
    advice = Text("Verbeter het bij de bron.", "Mend it at the source.")


class OtherTask(FhirFault):
    code = "RB-FHIR-020"
    cause = Text("Dit gaat over een andere Task.", "This is about another Task.")
    advice = Text("Geef de nieuwe stand van dezelfde Task.", "Give the new state of the same Task.")


class MayNotChange(FhirFault):
    code = "RB-FHIR-021"
    cause = Text(
        '"{name}" mag niet meer veranderen bij deze Task.',
        '"{name}" may no longer change in this Task.',
    )
    advice = Text("Maak een nieuwe Task.", "Make a new Task.")


class NotInGravity(DomainError):
    code = "RB-FHIR-022"
    cause = Text(
        "Gravity kent geen stap van {begin} naar {end}; dit kan er zo niet uit.",
        "Gravity has no step from {begin} to {end}; it cannot go out like this.",
    )
    advice = Text(
        "Bel de ontvanger, of begin een nieuwe overdracht.",
        "Call the receiver, or begin a new handoff.",
    )


class NothingHappened(DomainError):
    code = "RB-FHIR-023"
    cause = Text(
        "Er is met deze overdracht nog niets gebeurd.",
        "Nothing has happened with this handoff yet.",
    )
    advice = Text("Maak haar eerst op.", "Draft it first.")


class NameMissing(DomainError):
    code = "RB-FHIR-024"
    cause = Text(
        "Van een organisatie in deze overdracht ontbreekt de naam.",
        "An organisation in this handoff has no name.",
    )
    advice = Text("Geef de naam mee.", "Give its name.")


class NotOurFormat(FhirFault):
    code = "RB-FHIR-030"
    cause = Text(
        "Dit is geen overdracht in de vorm van Ruimbaan.", "This is no handoff in Ruimbaan's form."
    )
    advice = Text(
        "Maak haar met `ruimbaan fhir import`; zie docs/reference/handoff-fhir.md.",
        "Make it with `ruimbaan fhir import`; see docs/reference/handoff-fhir.md.",
    )
