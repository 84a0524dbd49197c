# SPDX-License-Identifier: EUPL-1.2
"""The next state of a Task that we know: only by a step the profile has, by who may take it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.handoff.handoffs import Handoff, Step, move
from ruimbaan.core.handoff.states import NEEDS_REASON, By
from ruimbaan.integrations.fhir.documents import Document, Found
from ruimbaan.integrations.fhir.elements import id_of, reference, text
from ruimbaan.integrations.fhir.errors import MayNotChange, OtherTask
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.own_facts import instant
from ruimbaan.integrations.fhir.reading import Referral, at_of
from ruimbaan.integrations.fhir.reasons import reason_of
from ruimbaan.integrations.fhir.statuses import STATE_OF, check_way
from ruimbaan.integrations.fhir.writing import status_elements

FIXED = ("intent", "code", "focus", "for", "authoredOn", "requester")
OF_STATUS = ("status", "statusReason", "businessStatus")


def follow(known: Referral, news: Found, by: By) -> Referral:
    """What is known after this news. Raises OtherTask, MayNotChange, and NotPossible, NotYours or
    ReasonMissing of the handoff itself; then nothing changed."""
    old, new = known.task.resource, news.resource
    if known.task.name != news.name:
        raise OtherTask(news.place)
    for name in FIXED:
        if old.get(name) != new.get(name):
            raise MayNotChange(news.place, name=name)
    handoff = _claimed(known.handoff, new, news.place)
    end = STATE_OF[text(new, "status", news.place)]
    if text(old, "status", known.task.place) != text(new, "status", news.place):
        reason = reason_of(new, news.place) if end in NEEDS_REASON else None
        handoff = move(handoff, Step(end, by, at_of(new, news.place), reason))
    return Referral(handoff, news)


def _claimed(handoff: Handoff, task: Object, place: Place) -> Handoff:
    """An open request may get an owner; an owner cannot be put in the place of another."""
    owner = reference(task, "owner", place)
    if handoff.receiver is None and owner:
        return replace(handoff, receiver=id_of(owner))
    if owner and id_of(owner) != handoff.receiver:
        raise MayNotChange(place, name="owner")
    if handoff.receiver is not None and not owner:
        raise MayNotChange(place, name="owner")
    return handoff


def with_handoff(document: Document, known: Referral, handoff: Handoff) -> Document:
    """The same file, in which this Task now stands as this handoff does; all else is as it came.

    The summary for people that the other system generated told the old state, and goes; one that
    somebody wrote stays. Raises NotInGravity.
    """
    if handoff == known.handoff:
        return document
    check_way(handoff)
    kept = {name: one for name, one in known.task.resource.items() if name not in OF_STATUS}
    changed: Object = {}
    for name, one in kept.items():
        if name == "text" and isinstance(one, dict) and one.get("status") == "generated":
            continue
        changed[name] = deepcopy(one)
    changed |= dict(status_elements(handoff))
    changed["lastModified"] = instant(handoff.steps[-1].at)
    if handoff.receiver is not None and "owner" not in changed:
        changed["owner"] = {"reference": f"Organization/{handoff.receiver}"}
    return document.with_resource(known.task, changed)
