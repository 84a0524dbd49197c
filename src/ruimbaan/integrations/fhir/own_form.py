# SPDX-License-Identifier: EUPL-1.2
"""Handoffs as a file of our own, with the FHIR file they came in whole inside it: so that what we do
not understand goes back as it came. Described in docs/reference/handoff-fhir.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.handoff.handoffs import Handoff, Step, move
from ruimbaan.core.handoff.states import By, Profile, Reason, State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.integrations.fhir.documents import Document, document_of
from ruimbaan.integrations.fhir.elements import day, moment, part, parts, reference, text
from ruimbaan.integrations.fhir.errors import NothingHappened, NotOurFormat, NotThisShape
from ruimbaan.integrations.fhir.following import with_handoff
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.own_facts import instant
from ruimbaan.integrations.fhir.reading import Referral, read_referrals
from ruimbaan.integrations.fhir.writing import Outgoing, bundle_of

FORMAT = "ruimbaan-handoffs"
VERSION = 1  # goes up when a name goes or means something else


@dataclass(frozen=True, slots=True)
class Kept:
    """`came` is the FHIR file it was read from; None when these are our own."""

    handoffs: tuple[Handoff, ...]
    names: Mapping[UUID, str]
    came: Document | None = None


def from_fhir(document: Document) -> Kept:
    """Raises the first FhirFault."""
    referrals = read_referrals(document)
    names: dict[UUID, str] = {}
    for one in referrals:
        for name, party in (("requester", one.handoff.sender), ("owner", one.handoff.receiver)):
            if party is not None:
                names[party] = _name(document, one, name)
    return Kept(tuple(one.handoff for one in referrals), names, document)


def to_fhir(kept: Kept) -> Document:
    """Raises what `bundle_of` and `with_handoff` raise, and NotOurFormat."""
    if kept.came is None:
        if not kept.handoffs or not all(one.steps for one in kept.handoffs):
            raise NothingHappened
        return _together(
            [bundle_of(Outgoing(one, kept.names), _last(one)) for one in kept.handoffs]
        )
    document = kept.came
    for handoff in kept.handoffs:
        known = next(
            (one for one in read_referrals(document) if one.handoff.id == handoff.id), None
        )
        if known is None:
            raise NotOurFormat(Place(FORMAT, path=str(handoff.id)))
        document = with_handoff(document, known, handoff)
    return document


def as_json(kept: Kept) -> Object:
    return {
        "format": FORMAT,
        "version": VERSION,
        "handoffs": [_written(one) for one in kept.handoffs],
        "names": {str(party): name for party, name in kept.names.items() if name},
        "fhir": kept.came.whole if kept.came else None,
    }


def read_own(whole: Json, file: str) -> Kept:
    """Each handoff takes its steps anew, so that none of them can be one the profile does not have.
    Raises NotOurFormat, a FhirFault, or what a step raises."""
    place = Place(file)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise NotOurFormat(place)
    if whole.get("version") != VERSION:
        raise NotOurFormat(place.inside("version"))
    names = part(whole, "names", place)
    came = whole.get("fhir")
    try:
        return Kept(
            handoffs=tuple(_read(one, place) for one in parts(whole, "handoffs", place)),
            names={UUID(party): str(name) for party, name in names.items()},
            came=None if came is None else document_of(came, file),
        )
    except (ValueError, NotThisShape):
        raise NotOurFormat(place) from None


def _written(handoff: Handoff) -> Json:
    return {
        "id": str(handoff.id),
        "profile": handoff.profile.value,
        "goal": handoff.goal,
        "ask": handoff.ask.value,
        "sender": str(handoff.sender),
        "receiver": _text(handoff.receiver),
        "state": handoff.state.value,
        "answer_by": handoff.answer_by.isoformat() if handoff.answer_by else "",
        "meeting": handoff.meeting.isoformat() if handoff.meeting else "",
        "met": instant(handoff.met) if handoff.met else "",
        "after": _text(handoff.after),
        "via": _text(handoff.via),
        "steps": [_written_step(step) for step in handoff.steps],
    }


def _written_step(step: Step) -> Json:
    return {
        "end": step.end.value,
        "by": step.by.value,
        "at": instant(step.at),
        "reason": step.reason.value if step.reason else "",
        "day": step.day.isoformat() if step.day else "",
    }


def _read(told: Object, place: Place) -> Handoff:
    handoff = Handoff(
        id=UUID(text(told, "id", place)),
        profile=Profile(text(told, "profile", place)),
        goal=text(told, "goal", place),
        sender=UUID(text(told, "sender", place)),
        receiver=_uuid(told, "receiver", place),
        after=_uuid(told, "after", place),
        via=_uuid(told, "via", place),
        ask=Ask(text(told, "ask", place)),
    )
    for one in parts(told, "steps", place):
        handoff = move(handoff, _step(one, place))
    if handoff.state is not State(text(told, "state", place)):
        raise NotThisShape(place, name="state")
    return _with_days(handoff, told, place)


def _step(told: Object, place: Place) -> Step:
    reason, when = text(told, "reason", place), text(told, "day", place)
    return Step(
        end=State(text(told, "end", place)),
        by=By(text(told, "by", place)),
        at=moment(text(told, "at", place), "at", place),
        reason=Reason(reason) if reason else None,
        day=day(when, "day", place) if when else None,
    )


def _with_days(handoff: Handoff, told: Object, place: Place) -> Handoff:
    """What is set apart from the steps: an agreed day, and that they met."""
    answer_by, meeting, met = (text(told, name, place) for name in ("answer_by", "meeting", "met"))
    return replace(
        handoff,
        answer_by=day(answer_by, "answer_by", place) if answer_by else None,
        meeting=day(meeting, "meeting", place) if meeting else None,
        met=moment(met, "met", place) if met else None,
    )


def _together(bundles: list[Document]) -> Document:
    """One Bundle with each resource once."""
    entries: dict[str, Json] = {}
    for bundle in bundles:
        for entry in parts(bundle.whole, "entry", Place("")):
            entries.setdefault(text(entry, "fullUrl", Place("")), entry)
    newest = max(bundles, key=lambda one: text(one.whole, "timestamp", Place("")))
    return document_of({**newest.whole, "entry": [*entries.values()]}, "")


def _last(handoff: Handoff) -> datetime:
    return handoff.steps[-1].at


def _name(document: Document, one: Referral, element: str) -> str:
    """As the organisation itself is in the file, else as the Task calls it."""
    task, place = one.task.resource, one.task.place
    there = document.named(reference(task, element, place)) or {}
    return text(there, "name", place) or text(part(task, element, place), "display", place)


def _text(value: UUID | None) -> str:
    return "" if value is None else str(value)


def _uuid(told: Object, name: str, place: Place) -> UUID | None:
    written = text(told, name, place)
    return UUID(written) if written else None
