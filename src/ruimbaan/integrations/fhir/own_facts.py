# SPDX-License-Identifier: EUPL-1.2
"""What we know of a handoff and Gravity has no element for: two extensions on the Task. Another
system may pass them by; another Ruimbaan reads them back.

Who is named for when it stays silent is one worker, and never goes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.handoff.handoffs import Handoff, Step
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.integrations.fhir.documents import Found
from ruimbaan.integrations.fhir.elements import day, id_of, moment, parts, text
from ruimbaan.integrations.fhir.errors import NotThisShape
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.names import FACTS, STEP


def instant(at: datetime) -> str:
    """FHIR wants seconds and a zone."""
    return at.isoformat(timespec="microseconds" if at.microsecond else "seconds")


def written(handoff: Handoff) -> list[Json]:
    facts: Object = {"url": FACTS, "extension": list(_facts(handoff))}
    return [facts, *(_step(step) for step in handoff.steps)]


def _facts(handoff: Handoff) -> Iterator[Json]:
    yield {"url": "ask", "valueCode": handoff.ask.value}
    if handoff.answer_by:
        yield {"url": "answer-by", "valueDate": handoff.answer_by.isoformat()}
    if handoff.meeting:
        yield {"url": "meeting", "valueDate": handoff.meeting.isoformat()}
    if handoff.met:
        yield {"url": "met", "valueInstant": instant(handoff.met)}
    if handoff.after:
        yield {"url": "after", "valueUri": handoff.after.urn}
    if handoff.via:
        yield {"url": "via", "valueUri": handoff.via.urn}


def _step(step: Step) -> Json:
    told: list[Json] = [
        {"url": "end", "valueCode": step.end.value},
        {"url": "by", "valueCode": step.by.value},
        {"url": "at", "valueInstant": instant(step.at)},
    ]
    if step.reason:
        told.append({"url": "reason", "valueCode": step.reason.value})
    if step.day:
        told.append({"url": "day", "valueDate": step.day.isoformat()})
    return {"url": STEP, "extension": told}


def steps_of(task: Object, place: Place) -> tuple[Step, ...]:
    """Raises NotThisShape."""
    return tuple(_read_step(one, place) for one in _ours(task, STEP, place))


def facts_of(task: Object, place: Place) -> dict[str, str]:
    """By name; nothing when the Task does not come from a Ruimbaan."""
    found: dict[str, str] = {}
    for one in _ours(task, FACTS, place):
        found |= _values(one, place)
    return found


def meeting_in(task: Found) -> date | None:
    """The agreed day, when the Task tells one in our extension."""
    told = facts_of(task.resource, task.place)
    return day(told["meeting"], "meeting", task.place) if "meeting" in told else None


def fields_of(task: Object, place: Place) -> dict[str, object]:
    """The fields of a handoff that stand in our extension."""
    told = facts_of(task, place)
    fields: dict[str, object] = {}
    for name, field in (("answer-by", "answer_by"), ("meeting", "meeting")):
        if name in told:
            fields[field] = day(told[name], name, place)
    for name in ("after", "via"):
        if name in told:
            fields[name] = id_of(told[name])
    if "met" in told:
        fields["met"] = moment(told["met"], "met", place)
    if "ask" in told:
        try:
            fields["ask"] = Ask(told["ask"])
        except ValueError:
            raise NotThisShape(place, name="ask") from None
    return fields


def _ours(task: Object, url: str, place: Place) -> Iterator[Object]:
    return (one for one in parts(task, "extension", place) if one.get("url") == url)


def _values(extension: Object, place: Place) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in parts(extension, "extension", place):
        name = text(one, "url", place)
        value = next((value for key, value in one.items() if key.startswith("value")), None)
        if not isinstance(value, str):
            raise NotThisShape(place, name=f"extension.{name}")
        found[name] = value
    return found


def _read_step(extension: Object, place: Place) -> Step:
    told = _values(extension, place)
    try:
        return Step(
            end=State(told["end"]),
            by=By(told["by"]),
            at=moment(told["at"], "at", place),
            reason=Reason(told["reason"]) if "reason" in told else None,
            day=day(told["day"], "day", place) if "day" in told else None,
        )
    except (KeyError, ValueError):
        raise NotThisShape(place, name="handoff-step") from None
