# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/handoff-fhir.md: what of a handoff is what in FHIR, from the code that maps it."""

from __future__ import annotations

from ruimbaan.core.handoff.states import Profile, Reason, State
from ruimbaan.core.handoff.transitions import EOVERDRACHT, POSSIBLE
from ruimbaan.integrations.fhir.own_form import FORMAT, VERSION
from ruimbaan.integrations.fhir.reasons import WORDS
from ruimbaan.integrations.fhir.statuses import OURS_ONLY, STATUS_OF, request_status_of

UNKNOWN = "not known here"
HEAD = """# Handoffs in FHIR R4

The referral loop of HL7 SDOH Clinical Care (Gravity) 3.0.0, in and out: Task, ServiceRequest and Consent, with the Organizations they name.
Written by `make docs` from the code that maps it; the tests in `tests/contract/fhir` hold it to every example of the guide, the JSON schema of R4, the library `fhir.resources` and the FHIRPath rules of the profile.
"""
ELEMENTS = """
## Elements

| Ruimbaan | FHIR | remark |
|---|---|---|
| id | Task.id | an id of another shape gets one of ours that always follows from it |
| goal | ServiceRequest.code.text | under SNOMED CT 410606002, the widest code; else its display, or Task.description |
| sender | Task.requester, ServiceRequest.requester | an Organization with its name |
| receiver | Task.owner, ServiceRequest.performer | left out while the request is open |
| the person | Task.for, ServiceRequest.subject, Consent.patient | a number for this one handoff; a name only when the person lets it go along; never a Patient |
| state | Task.status, and Task.businessStatus | see below |
| reason | Task.statusReason | our code and Dutch words; a reason in words is asked, where Gravity only advises it |
| first and last step | Task.authoredOn, Task.lastModified | |
| steps, what is asked, answer by, agreed day, met, after, via | two extensions of our own on Task | another system may pass them by |
| a grant | Consent | who, until when, and the sentence the person said yes to; never what stands in the part |
| whom to call when it stays silent | - | one worker; never goes out |
| everything else that came in | itself | kept whole, goes back as it came |
"""
STATES = """
## States

| Ruimbaan | Gravity Task.status | businessStatus | ServiceRequest.status | eOverdracht |
|---|---|---|---|---|
"""
AFTER_STATES = """
A patient Task of Gravity is kept as it came and is no handoff here.
"""
STEPS = """
## Steps

Whoever took it, only a step that the profile lists is taken over; {gravity} in Gravity, {own} in our own profile.
A Task that comes in shows where it stands, not how it came there: the steps before follow from the shortest way in the diagram.
What goes out must have gone a way that Gravity has.
An answer "another day" before accepting is such a way in Ruimbaan and in eOverdracht and not in Gravity; it is refused with RB-FHIR-022.
That the person met the receiver has no status there: the Task stays `in-progress`, and the sender stays responsible until then, whatever the other side closed.

### The part of eOverdracht that is known
From an excerpt of the state diagram of Nictiz V4. What the excerpt did not show, such as how it is completed, is unknown here, and refused until somebody brings the source.
There is no import or export of eOverdracht messages yet: their profiles (STU3) were not at hand.

| from | to | by |
|---|---|---|
"""
REASONS = """
## Reasons

| code | words |
|---|---|
"""
REFUSED = f"""
## Refused
An element that may change the meaning (`modifierExtension`, `implicitRules`, `doNotPerform`), a status outside the value set, a missing must, and a step that is not listed: each with a code, its place and an advice ([errors](errors.md)).
Terminology is not checked: the value sets are licensed or live elsewhere.
The full profile validator of HL7 fetches packages from elsewhere and is not part of this.

## Our own form
`ruimbaan fhir import` writes `{{"format": "{FORMAT}", "version": {VERSION}, "handoffs": [...], "names": {{...}}, "fhir": ...}}`.
`handoffs` are what Ruimbaan knows, with every step; `names` are the organisations by id; `fhir` is the whole file they came in, or null.
`ruimbaan fhir export` takes that file: with `fhir` in it, only what changed is changed; without it, a new Bundle is made.
Two things change in a Task that gets another status: a summary that the other system generated is left out, because it tells the old status, and `lastModified` is set.

A command never opens the file of a person.
"""


def handoff_page() -> str:
    known = {state for step in EOVERDRACHT for state in (step.begin, step.end)}
    return "".join(
        [
            HEAD,
            ELEMENTS,
            STATES,
            *(_state(state, known) for state in State if state is not State.NEW),
            AFTER_STATES,
            STEPS.format(
                gravity=len(POSSIBLE[Profile.GRAVITY]), own=len(POSSIBLE[Profile.RUIMBAAN])
            ),
            *(
                f"| {_name(step.begin)} | {_name(step.end)} | {', '.join(sorted(step.by))} |\n"
                for step in EOVERDRACHT
            ),
            REASONS,
            *(
                f"| `{reason}` | {WORDS[reason].nl}<br>*{WORDS[reason].en}* |\n"
                for reason in Reason
            ),
            REFUSED,
        ]
    )


def _state(state: State, known: set[State]) -> str:
    own = f"`{state.value}`" if state in OURS_ONLY else "-"
    elsewhere = f"`{_name(state)}`" if state in known else UNKNOWN
    return (
        f"| `{state.value}` | `{STATUS_OF[state]}` | {own} "
        f"| `{request_status_of(state)}` | {elsewhere} |\n"
    )


def _name(state: State) -> str:
    return "(new)" if state is State.NEW else state.value.replace("_", "-")
