# SPDX-License-Identifier: EUPL-1.2
"""Reading elements of a resource: what is not there is empty, what has another shape is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.integrations.fhir.errors import NotThisShape
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.names import NAMESPACE

FULL_DATE = 10  # signs of 2026-11-22


def text(node: Object, name: str, place: Place) -> str:
    found = node.get(name, "")
    if not isinstance(found, str):
        raise NotThisShape(place, name=name)
    return found


def part(node: Object, name: str, place: Place) -> Object:
    found = node.get(name, {})
    if not isinstance(found, dict):
        raise NotThisShape(place, name=name)
    return found


def parts(node: Object, name: str, place: Place) -> tuple[Object, ...]:
    found = node.get(name, [])
    if not isinstance(found, list):
        raise NotThisShape(place, name=name)
    objects = tuple(one for one in found if isinstance(one, dict))
    if len(objects) < len(found):
        raise NotThisShape(place, name=name)
    return objects


def codes(concept: Object, system: str, place: Place) -> tuple[str, ...]:
    """The codes of this system in a CodeableConcept."""
    codings = parts(concept, "coding", place)
    return tuple(
        text(one, "code", place) for one in codings if text(one, "system", place) == system
    )


def profiles(resource: Object, place: Place) -> tuple[str, ...]:
    """Without the version behind it."""
    found = part(resource, "meta", place).get("profile", [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise NotThisShape(place, name="meta.profile")
    return tuple(str(one).partition("|")[0] for one in found)


def reference(node: Object, name: str, place: Place) -> str:
    """Whom it points at: the reference, or else the identifier; empty when neither is there."""
    found = part(node, name, place)
    written = text(found, "reference", place)
    if written:
        return written
    named = part(found, "identifier", place)
    value = text(named, "value", place)
    return f"{text(named, 'system', place)}|{value}" if value else ""


def id_of(written: str) -> UUID:
    """Ours when it is one, and else always the same one for the same text."""
    last = written.rpartition("/")[2].rpartition(":")[2]
    try:
        return UUID(last)
    except ValueError:
        return uuid5(NAMESPACE, written)


def moment(written: str, name: str, place: Place) -> datetime:
    """A dateTime or instant of FHIR; of a year, month or day only, its beginning in UTC."""
    whole = written if len(written) >= FULL_DATE else f"{written}-01-01"[:FULL_DATE]
    try:
        found = datetime.fromisoformat(whole)
    except ValueError:
        raise NotThisShape(place, name=name) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day(written: str, name: str, place: Place) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotThisShape(place, name=name) from None


def concept(system: str, code: str, said: str = "", display: str = "") -> Object:
    """A CodeableConcept."""
    coding: Object = {"system": system, "code": code}
    if display:
        coding["display"] = display
    made: Object = {"coding": [coding]}
    if said:
        made["text"] = said
    return made


def without_empty(values: Iterable[tuple[str, Json]]) -> Object:
    return {name: value for name, value in values if value not in ("", None, [], {})}
