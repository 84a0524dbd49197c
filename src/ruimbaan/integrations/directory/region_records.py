# SPDX-License-Identifier: EUPL-1.2
"""A region's files as records of the directory: its services and who provides them, and whatever
is known of the places where they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruimbaan.core.directory.life_domains import attribute_records, taxonomy_records
from ruimbaan.core.directory.records.profile import NAME, ServiceProfile, made_id, written
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.directory.records.translations import in_english, told
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.directory.place_records import location_records
from ruimbaan.integrations.directory.places import Places, load_places
from ruimbaan.integrations.directory.service_records import (
    described,
    known_profile,
    organisation_records,
    reached,
    service_records,
    text,
)
from ruimbaan.integrations.regions import REPOSITORY, region_files
from ruimbaan.integrations.worldfile.loading import read_parts
from ruimbaan.integrations.worldfile.problems import Problems

ACTIVE = "active"


def records_of_region(name: str, data: Path = REPOSITORY) -> tuple[Record, ...]:
    """Every service of the region with the organisation that provides it, in the order of the
    files, and all that belongs to them.

    Raises NoRegions, UnknownRegion, PlacesInvalid, and WorldErrors when the files are not in order.
    """
    parts = read_parts(region_files(name, data), Problems())
    services = {code: plain(body) for code, body in parts.services.items()}
    providers = {code: _provider(name, body) for code, body in services.items()}
    places = load_places(name, data, providers)
    records = tuple(_records(name, services, providers, places))
    domains = attribute_records(record for record in records if record.table == "service")
    return (*taxonomy_records(), *location_records(name, places), *records, *domains)


def plain(value: Any) -> Any:
    """The same without places: what JSON can hold."""
    return json.loads(json.dumps(value))


def digest_of_region(name: str, data: Path = REPOSITORY) -> str:
    """Another word when anything has changed in the files that `records_of_region` reads."""
    found = hashlib.sha256()
    folders = (data / "demo" / name, data / "demo" / "kaart")
    for file in sorted(file for folder in folders for file in folder.rglob("*.yaml")):
        found.update(f"{file.relative_to(data)}\0".encode() + file.read_bytes())
    return found.hexdigest()


def _provider(region: str, body: dict[str, Json]) -> str:
    return str(body.get("provider") or region)


def _records(
    region: str, services: dict[str, dict[str, Json]], providers: dict[str, str], places: Places
) -> Iterator[Record]:
    told_of: set[str] = set()
    for code, body in services.items():
        planning = {name: value for name, value in body.items() if name != "id"}
        organisation = made_id(region, "organization", providers[code])
        if organisation not in told_of:
            told_of.add(organisation)
            yield _organisation(region, organisation, providers[code], places)
            yield from organisation_records(region, providers[code], places)
        profile = known_profile(ServiceProfile(region, code, planning), places)
        yield _service(organisation, profile, places)
        yield from service_records(profile, providers[code], places)


def _organisation(region: str, uid: str, name: str, places: Places) -> Record:
    known = places.organisations.get(name, {})
    texts = {"description": text(known.get("description")) or Text(name)}
    profile: dict[str, Json] = {"region": region}
    if known.get("initiative"):
        profile["initiative"] = True
    values: dict[str, Json] = {
        "id": uid,
        "name": name,
        **told(texts),
        **{column: known[column] for column in ("website", "email") if column in known},
        NAME: profile | in_english(texts),
    }
    return Record("organization", uid, values)


def _service(organisation: str, profile: ServiceProfile, places: Places) -> Record:
    uid = made_id(profile.region, "service", profile.code)
    name = profile.name
    known = places.services.get(profile.code, {})
    texts = described(known)
    values: dict[str, Json] = {
        "id": uid,
        "organization_id": organisation,
        "name": name.nl if name else profile.code,
        **told(texts),
        "status": ACTIVE,
        NAME: written(profile) | in_english(texts),
    }
    if "verified" in known:
        values["assured_date"] = known["verified"]["day"]
    if profile.is_initiative:
        values |= reached(places.organisations.get(profile.word("provider"), {}))
    return Record("service", uid, values)
