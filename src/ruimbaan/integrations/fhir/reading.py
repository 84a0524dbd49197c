# SPDX-License-Identifier: EUPL-1.2
"""From the Tasks of a file to handoffs. The file itself is kept whole beside them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.handoff.handoffs import Handoff, Step, move
from ruimbaan.core.handoff.states import NEEDS_REASON, By, Profile, State
from ruimbaan.core.handoff.transitions import POSSIBLE
from ruimbaan.integrations.fhir import own_facts
from ruimbaan.integrations.fhir.documents import Document, Found
from ruimbaan.integrations.fhir.elements import (
    codes,
    id_of,
    moment,
    part,
    parts,
    profiles,
    reference,
    text,
)
from ruimbaan.integrations.fhir.errors import FhirFault, OtherValue
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.names import OUR_PROFILES, OUR_STATES, TASK_CODES, TASK_PROFILE
from ruimbaan.integrations.fhir.profile_rules import TASK, faults_in
from ruimbaan.integrations.fhir.reasons import reason_of
from ruimbaan.integrations.fhir.statuses import OURS_ONLY, STATE_OF, STATUS_OF


@dataclass(frozen=True, slots=True)
class Referral:
    """A handoff and the Task in which it came."""

    handoff: Handoff
    task: Found


def is_referral(one: Found) -> bool:
    """By its profile, or else because it asks to fulfil a request. A task for the person is none."""
    if one.type != "Task":
        return False
    named = profiles(one.resource, one.place)
    if named:
        return TASK_PROFILE in named
    fulfils = "fulfill" in codes(part(one.resource, "code", one.place), TASK_CODES, one.place)
    return fulfils and "focus" in one.resource


def read_referrals(document: Document) -> tuple[Referral, ...]:
    """Raises the first FhirFault of the file."""
    return tuple(Referral(handoff_of(one, document), one) for one in tasks_in(document))


def tasks_in(document: Document) -> tuple[Found, ...]:
    """Only where each Task stands, whatever way it tells to have come: another system may send our
    own steps back beside its new status. Raises the first FhirFault of the file."""
    for fault in all_faults(document):
        raise fault
    return tuple(one for one in document.found if is_referral(one))


def all_faults(document: Document) -> Iterator[FhirFault]:
    """Everything that our own reading of the profiles holds against this file."""
    for one in document.found:
        try:
            yield from faults_in(one, referral=is_referral(one))
        except FhirFault as fault:  # so misshapen that the rules cannot be asked
            yield fault


def referral_id(one: Found) -> UUID:
    """Of the handoff: ours when it went out from here."""
    named = one.name if one.resource.get("id") else reference(one.resource, "focus", one.place)
    return id_of(named)


def handoff_of(one: Found, document: Document) -> Handoff:
    """Its steps are taken one by one: a way that the profile does not have is refused, and so is a
    status that is not where the steps lead."""
    task, place = one.resource, one.place
    told = own_facts.steps_of(task, place)
    begun = Handoff(
        id=referral_id(one),
        profile=_profile(task, place),
        goal=_goal(task, document, place),
        sender=id_of(reference(task, "requester", place)),
        receiver=id_of(owner) if (owner := reference(task, "owner", place)) else None,
    )
    for step in told or _implied(task, place):
        begun = move(begun, step)
    if begun.state is not _state(task, place):
        raise OtherValue(place, profile=TASK, name="status", allowed=STATUS_OF[begun.state])
    fields: Any = own_facts.fields_of(task, place)
    return replace(begun, **fields)


def _state(task: Object, place: Place) -> State:
    state = STATE_OF[text(task, "status", place)]
    ours = codes(part(task, "businessStatus", place), OUR_STATES, place)
    return next((State(code) for code in ours if code in OURS_ONLY), state)


def _profile(task: Object, place: Place) -> Profile:
    tags = parts(part(task, "meta", place), "tag", place)
    told = [text(tag, "code", place) for tag in tags if tag.get("system") == OUR_PROFILES]
    return next((Profile(code) for code in told if code in set(Profile)), Profile.GRAVITY)


def _goal(task: Object, document: Document, place: Place) -> str:
    """What the request is for, in words; else what the Task says of itself."""
    request = document.named(reference(task, "focus", place)) or {}
    code = part(request, "code", place)
    shown = [text(coding, "display", place) for coding in parts(code, "coding", place)]
    said = (text(code, "text", place), *shown, text(task, "description", place))
    return next((words for words in said if words), "")


def _implied(task: Object, place: Place) -> tuple[Step, ...]:
    """A Task shows where it stands. That it was asked and accepted before follows from Gravity's
    diagram; when, it does not say: at the latest when it was last changed. Who cancelled, it does
    not say either; read as the sender, who stays responsible."""
    end = STATE_OF[text(task, "status", place)]
    asked = moment(text(task, "authoredOn", place), "authoredOn", place)
    changed = text(task, "lastModified", place)
    latest = moment(changed, "lastModified", place) if changed else asked
    return tuple(
        Step(
            state,
            by,
            asked if state in {State.DRAFT, State.REQUESTED} else latest,
            reason_of(task, place) if state in NEEDS_REASON else None,
        )
        for state, by in _way(end)
    )


def _way(end: State) -> tuple[tuple[State, By], ...]:
    """The shortest way there that Gravity has, and who takes each step."""
    first: tuple[tuple[State, By], ...] = ()
    ways = deque([(State.NEW, first)])
    while ways:
        state, taken = ways.popleft()
        for (begin, after), step in POSSIBLE[Profile.GRAVITY].items():
            if begin is state:
                by = By.SENDER if By.SENDER in step.by else min(step.by)
                there = (*taken, (after, by))
                if after is end:
                    return there
                ways.append((after, there))
    raise AssertionError(f"Gravity has no way to {end}")


def at_of(task: Object, place: Place) -> datetime:
    """When it was last changed."""
    written = text(task, "lastModified", place) or text(task, "authoredOn", place)
    return moment(written, "lastModified", place)
