# SPDX-License-Identifier: EUPL-1.2
"""Our states and the statuses of a Gravity Task. What Gravity has no status for is written as the
status before it, with our own state in `businessStatus`."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.states import Profile, State
from ruimbaan.core.handoff.transitions import POSSIBLE
from ruimbaan.integrations.fhir.errors import NothingHappened, NotInGravity

STATUS_OF: Mapping[State, str] = {
    State.DRAFT: "draft",
    State.REQUESTED: "requested",
    State.RECEIVED: "requested",
    State.ON_HOLD: "on-hold",
    State.ACCEPTED: "accepted",
    State.IN_PROGRESS: "in-progress",
    State.MET: "in-progress",
    State.COMPLETED: "completed",
    State.REJECTED: "rejected",
    State.FAILED: "failed",
    State.CANCELLED: "cancelled",
    State.CANCELLED_BY_PERSON: "cancelled",
    State.ENTERED_IN_ERROR: "entered-in-error",
}
OURS_ONLY = frozenset({State.RECEIVED, State.MET, State.CANCELLED_BY_PERSON})
STATE_OF: Mapping[str, State] = {
    status: state for state, status in STATUS_OF.items() if state not in OURS_ONLY
}
"""Gravity's value set: the statuses of FHIR without `ready` and `received`."""
WITH_REASON = frozenset({"rejected", "on-hold", "failed", "cancelled"})

REQUEST_STATUS_OF: Mapping[State, str] = {
    State.DRAFT: "draft",
    State.MET: "completed",
    State.COMPLETED: "completed",
    State.CANCELLED: "revoked",
    State.CANCELLED_BY_PERSON: "revoked",
    State.ENTERED_IN_ERROR: "entered-in-error",
}
"""Of the ServiceRequest, which the requester closes; in any other state it is active: after a no
the sender looks for the next way."""


def status_of(state: State) -> str:
    """Raises NothingHappened."""
    if state is State.NEW:
        raise NothingHappened
    return STATUS_OF[state]


def request_status_of(state: State) -> str:
    return REQUEST_STATUS_OF.get(state, "active")


def check_way(handoff: Handoff) -> None:
    """That the steps so far are a way Gravity has. Raises NotInGravity at the first that is none:
    a Task may not show a change that the other side must refuse."""
    begin = State.NEW
    for step in handoff.steps:
        end = STATE_OF[status_of(step.end)]
        if end is not begin and (begin, end) not in POSSIBLE[Profile.GRAVITY]:
            raise NotInGravity(begin=_told(begin), end=_told(end))
        begin = end


def _told(state: State) -> str:
    return "(new)" if state is State.NEW else STATUS_OF[state]
