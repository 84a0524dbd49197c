# SPDX-License-Identifier: EUPL-1.2
"""One line of a list becomes the rows of one service: with its organisation, its place, its phone,
its hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ruimbaan.core.directory.records.profile import made_id
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place, Row
from ruimbaan.core.directory.validation.finding import FindingKind
from ruimbaan.core.directory.validation.remark import Remark, remark
from ruimbaan.integrations.own_list import kinds
from ruimbaan.integrations.own_list.fields import BY_NAME
from ruimbaan.integrations.own_list.hours import hours_of
from ruimbaan.integrations.own_list.values import (
    day_of,
    is_free,
    is_spoiled,
    languages_of,
    site_of,
    with_zero,
)

TABLE = "service"  # what a line stands for
KEPT = "own_list"  # on a service: the cells of its line, as they were, by their heading
ROOM = {"name": 300, "organisation": 300, "languages": 280}  # what a list of services shows
ADDRESS = ("street", "postal_code", "town")


@dataclass(slots=True)
class Line:
    """`known` by the name of a field, `all` by heading; `remarks` name fields."""

    known: Mapping[str, str]
    all: Mapping[str, str]
    place: Place
    remarks: list[Remark] = field(default_factory=list)

    def say(self, kind: FindingKind, name: str, **details: object) -> None:
        self.remarks.append(remark(kind, name, **details))


def own_key(line: Line) -> str:
    """What makes a line the same one in the next version of the list."""
    if known_as := line.known.get("id"):
        return f"id/{known_as}"
    parts = (line.known.get(name, "") for name in ("name", "organisation", "postal_code"))
    return "/".join("".join(part.casefold().split()) for part in parts)


def service_id(line: Line, region: str) -> str:
    """The id of its service; nothing when the line has no id and no name to make one of."""
    if not line.known.get("id") and not line.known.get("name"):
        return ""
    return _uid(region, TABLE, own_key(line))


def check(line: Line) -> None:
    """What makes a line of a list impossible, told before anything is made of it."""
    known = line.known
    if not known.get("name"):
        line.say(kinds.NO_NAME, "name")
    for name, most in ROOM.items():
        if len(known.get(name, "")) > most:
            line.say(kinds.NO_ROOM, name, found=len(known[name]), most=most)
    if is_spoiled(known.get("phone", "")):
        line.say(kinds.SPOILED_NUMBER, "phone", found=known["phone"])
    if known.get("verified") and day_of(known["verified"]) is None:
        line.say(kinds.NO_DAY, "verified", found=known["verified"])


def rows_of(line: Line, region: str) -> Iterator[Row]:
    """Of a line that was checked. Its remarks grow with what was mended or left as text."""
    known = line.known
    uid = service_id(line, region)
    service: dict[str, Json] = {"id": uid, "status": "active", KEPT: dict(line.all)}
    for name, text in known.items():
        for table, column in BY_NAME[name].goes_to:
            if table == TABLE:
                service[column] = text
    if site := known.get("website"):
        service["url"] = site_of(site)
    if verified := known.get("verified"):
        service["assured_date"] = day_of(verified) or verified
    if organisation := known.get("organisation"):
        key = " ".join(organisation.casefold().split())
        service["organization_id"] = _uid(region, "organization", key)
        values: dict[str, Json] = {"id": service["organization_id"], "name": organisation}
        yield Row("organization", values, line.place)
    yield Row(TABLE, service, line.place)
    yield from _place(line, region, uid)
    yield from _details(line, region, uid)


def _place(line: Line, region: str, service: str) -> Iterator[Row]:
    there = {name: line.known[name] for name in ADDRESS if name in line.known}
    if not there:
        return
    location = _uid(region, "location", service)
    yield Row("location", {"id": location, "location_type": "physical"}, line.place)
    visit = _uid(region, "service_at_location", service)
    values: dict[str, Json] = {"id": visit, "service_id": service, "location_id": location}
    yield Row("service_at_location", values, line.place)
    address: dict[str, Json] = {
        "id": _uid(region, "address", service),
        "location_id": location,
        "address_type": "physical",
        "country": "NL",
    }
    for name, text in there.items():
        address[BY_NAME[name].goes_to[0][1]] = text
    yield Row("address", address, line.place)


def _details(line: Line, region: str, service: str) -> Iterator[Row]:
    for table, values in (*_phone(line), *_hours(line), *_languages(line), *_costs(line)):
        part = "/".join(str(values.get(name, "")) for name in ("byday", "opens_at", "name"))
        uid = _uid(region, table, f"{service}/{part}")
        yield Row(table, {"id": uid, "service_id": service, **values}, line.place)


Details = Iterator[tuple[str, dict[str, Json]]]


def _phone(line: Line) -> Details:
    if number := line.known.get("phone"):
        if (whole := with_zero(number)) != number:
            line.say(kinds.ZERO_BACK, "phone", found=number)
        yield "phone", {"number": whole}


def _hours(line: Line) -> Details:
    text = line.known.get("hours")
    if not text:
        return
    read = hours_of(text)
    for byday, opens, closes in read:
        hours: dict[str, Json] = {"opens_at": opens, "closes_at": closes, "description": text}
        yield "schedule", {"freq": "WEEKLY", "byday": byday, **hours}
    if not read:
        line.say(kinds.HOURS_AS_TEXT, "hours", found=text)
        yield "schedule", {"description": text}


def _languages(line: Line) -> Details:
    for name in languages_of(line.known.get("languages", "")):
        yield "language", {"name": name}


def _costs(line: Line) -> Details:
    if is_free(line.known.get("costs", "")):
        yield "cost_option", {"amount": 0, "currency": "EUR", "option": line.known["costs"]}


def _uid(region: str, table: str, key: str) -> str:
    return made_id(f"own-list/{region}", table, key)
