# SPDX-License-Identifier: EUPL-1.2
"""Every step that is possible, per profile, as data. What is not listed is refused.

Sources. Gravity: HL7 SDOH Clinical Care 3.0.0, state diagram of the Task for referral management;
`RECEIVED` and `MET` do not exist there and are written as requested and in-progress. eOverdracht:
Nictiz V4, from an excerpt of its state diagram; what the excerpt did not show is left out, and said
so in docs/reference/handoff-fhir.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.handoff.states import By, Profile, State

S, R, P = By.SENDER, By.RECEIVER, By.PERSON


@dataclass(frozen=True, slots=True)
class Transition:
    begin: State
    end: State
    by: frozenset[By]


def _steps(*rows: tuple[State, State, set[By]]) -> tuple[Transition, ...]:
    return tuple(Transition(begin, end, frozenset(by)) for begin, end, by in rows)


OUR_OWN = _steps(
    (State.NEW, State.DRAFT, {S, P}),
    (State.DRAFT, State.REQUESTED, {P}),  # the person gives the switch
    (State.DRAFT, State.CANCELLED, {S}),
    (State.DRAFT, State.CANCELLED_BY_PERSON, {P}),
    (State.REQUESTED, State.RECEIVED, {R}),
    (State.REQUESTED, State.ACCEPTED, {R}),
    (State.REQUESTED, State.ON_HOLD, {R}),
    (State.REQUESTED, State.REJECTED, {R}),
    (State.REQUESTED, State.CANCELLED, {S, R}),
    (State.REQUESTED, State.CANCELLED_BY_PERSON, {P}),
    (State.RECEIVED, State.ACCEPTED, {R}),
    (State.RECEIVED, State.ON_HOLD, {R}),
    (State.RECEIVED, State.REJECTED, {R}),
    (State.RECEIVED, State.CANCELLED, {S, R}),
    (State.RECEIVED, State.CANCELLED_BY_PERSON, {P}),
    (State.ON_HOLD, State.REQUESTED, {S, P}),  # another day is fine
    (State.ON_HOLD, State.ON_HOLD, {R}),  # again another day
    (State.ON_HOLD, State.ACCEPTED, {R}),
    (State.ON_HOLD, State.IN_PROGRESS, {R}),
    (State.ON_HOLD, State.REJECTED, {R}),
    (State.ON_HOLD, State.FAILED, {S, R}),
    (State.ON_HOLD, State.CANCELLED, {S, R}),
    (State.ON_HOLD, State.CANCELLED_BY_PERSON, {P}),
    (State.ACCEPTED, State.IN_PROGRESS, {S, R}),
    (State.ACCEPTED, State.MET, {P}),
    (State.ACCEPTED, State.ON_HOLD, {R}),
    (State.ACCEPTED, State.FAILED, {S, R}),
    (State.ACCEPTED, State.CANCELLED, {S, R}),
    (State.ACCEPTED, State.CANCELLED_BY_PERSON, {P}),
    (State.IN_PROGRESS, State.MET, {P}),
    (State.IN_PROGRESS, State.ON_HOLD, {R}),
    (State.IN_PROGRESS, State.FAILED, {S, R}),
    (State.IN_PROGRESS, State.CANCELLED, {S, R}),
    (State.IN_PROGRESS, State.CANCELLED_BY_PERSON, {P}),
    (State.MET, State.COMPLETED, {R, P}),
    *(
        (state, State.ENTERED_IN_ERROR, {S})
        for state in State
        if state not in {State.NEW, State.MET, State.COMPLETED, State.ENTERED_IN_ERROR}
    ),
)

GRAVITY = _steps(
    (State.NEW, State.DRAFT, {S}),
    (State.NEW, State.REQUESTED, {S}),
    (State.DRAFT, State.REQUESTED, {S}),
    (State.REQUESTED, State.ACCEPTED, {R}),
    (State.REQUESTED, State.REJECTED, {R}),
    (State.REQUESTED, State.CANCELLED, {S, R}),
    (State.ACCEPTED, State.IN_PROGRESS, {R}),
    (State.ACCEPTED, State.ON_HOLD, {R}),
    (State.ACCEPTED, State.COMPLETED, {R}),
    (State.ACCEPTED, State.FAILED, {R}),
    (State.ACCEPTED, State.CANCELLED, {S, R}),
    (State.IN_PROGRESS, State.ON_HOLD, {R}),
    (State.IN_PROGRESS, State.COMPLETED, {R}),
    (State.IN_PROGRESS, State.FAILED, {R}),
    (State.IN_PROGRESS, State.CANCELLED, {S, R}),
    (State.ON_HOLD, State.IN_PROGRESS, {R}),
    (State.ON_HOLD, State.COMPLETED, {R}),
    (State.ON_HOLD, State.FAILED, {R}),
    (State.ON_HOLD, State.CANCELLED, {S, R}),
    *(
        (state, State.ENTERED_IN_ERROR, {S})
        for state in (
            State.DRAFT,
            State.REQUESTED,
            State.ACCEPTED,
            State.IN_PROGRESS,
            State.ON_HOLD,
            State.REJECTED,
            State.CANCELLED,
            State.COMPLETED,
            State.FAILED,
        )
    ),
)

EOVERDRACHT = _steps(
    (State.NEW, State.REQUESTED, {S}),
    (State.NEW, State.IN_PROGRESS, {S}),  # without negotiation: V4.1, EOVDR-177
    (State.REQUESTED, State.ACCEPTED, {R}),
    (State.REQUESTED, State.ON_HOLD, {R}),
    (State.REQUESTED, State.REJECTED, {R}),
    (State.ON_HOLD, State.REQUESTED, {S}),
    (State.ON_HOLD, State.CANCELLED, {S}),
    (State.ACCEPTED, State.IN_PROGRESS, {S}),
)

POSSIBLE: Mapping[Profile, Mapping[tuple[State, State], Transition]] = {
    profile: {(step.begin, step.end): step for step in steps}
    for profile, steps in (
        (Profile.RUIMBAAN, OUR_OWN),
        (Profile.GRAVITY, GRAVITY),
        (Profile.EOVERDRACHT, EOVERDRACHT),
    )
}
