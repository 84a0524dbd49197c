# SPDX-License-Identifier: EUPL-1.2
"""A file with one resource, or a Bundle of them. Everything around the resources is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.integrations.fhir.elements import parts
from ruimbaan.integrations.fhir.errors import FhirFault, FileTooLarge, IdTwice, NotAResource
from ruimbaan.integrations.fhir.json_exact import Object, Written, write_json
from ruimbaan.integrations.hsds.errors import NotThisEncoding
from ruimbaan.integrations.hsds.json_text import read_json
from ruimbaan.integrations.twice import first_twice

MOST_MEGABYTES = 10


@dataclass(frozen=True, slots=True)
class Found:
    """One resource; `spot` is its place among the entries, -1 when it stands by itself."""

    resource: Object
    place: Place
    spot: int

    @property
    def type(self) -> str:
        return str(self.resource["resourceType"])

    @property
    def name(self) -> str:
        """As in Task/123."""
        return f"{self.type}/{self.resource.get('id', '')}"


@dataclass(frozen=True, slots=True)
class Document:
    whole: Object
    found: tuple[Found, ...]

    def of(self, kind: str) -> Iterator[Found]:
        return (one for one in self.found if one.type == kind)

    def named(self, name: str) -> Object | None:
        """The resource that a reference such as ServiceRequest/1 points at, when it is here."""
        short = "/".join(name.split("/")[-2:])
        return next((one.resource for one in self.found if one.name == short), None)

    def with_resource(self, old: Found, new: Object) -> Document:
        """The same file with this one in the place of that one."""
        if old.spot < 0:
            return Document(new, (Found(new, old.place, -1),))
        entries = [
            {**entry, "resource": new} if number == old.spot else entry
            for number, entry in enumerate(parts(self.whole, "entry", old.place))
        ]
        changed = Found(new, old.place, old.spot)
        found = tuple(changed if one is old else one for one in self.found)
        return Document({**self.whole, "entry": [*entries]}, found)

    def text(self) -> str:
        return write_json(self.whole)


def read_document(raw: bytes, file: str) -> Document:
    """Raises a FhirFault or an ExchangeError with the first thing that is wrong."""
    return document_of(read_whole(raw, file), file)


def read_whole(raw: bytes, file: str) -> Json:
    """JSON with its numbers as they were written. Raises an ExchangeError."""
    place = Place(file)
    if len(raw) > MOST_MEGABYTES * 1_000_000:
        raise FileTooLarge(place, limit=MOST_MEGABYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotThisEncoding(place, encoding="UTF-8", position=error.start) from None
    return read_json(text, place, decimals=Written)


def document_of(whole: Json, file: str) -> Document:
    if not isinstance(whole, dict):
        raise NotAResource(Place(file))
    found = tuple(_resources(whole, file))
    twice = first_twice(one.name for one in found if one.resource.get("id"))
    if twice is not None:
        raise IdTwice(Place(file, path=twice), id=twice)
    return Document(whole, found)


def _resources(whole: Object, file: str) -> Iterator[Found]:
    if whole.get("resourceType") != "Bundle":
        yield _found(whole, Place(file), -1)
        return
    entries = whole.get("entry", [])
    if not isinstance(entries, list):
        raise _no_resource(file, "Bundle.entry")
    for number, entry in enumerate(entries):
        path = f"Bundle.entry[{number}]"
        if not isinstance(entry, dict):
            raise _no_resource(file, path)
        if "resource" in entry:
            yield _found(entry["resource"], Place(file, path=path), number)


def _found(resource: Json, place: Place, spot: int) -> Found:
    named = isinstance(resource, dict) and isinstance(resource.get("resourceType"), str)
    if not isinstance(resource, dict) or not named:
        raise NotAResource(place)
    shown = f"{resource['resourceType']}/{resource.get('id', '')}".rstrip("/")
    return Found(resource, Place(place.file, path=shown), spot)


def _no_resource(file: str, path: str) -> FhirFault:
    return NotAResource(Place(file, path=path))
