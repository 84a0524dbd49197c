# SPDX-License-Identifier: EUPL-1.2
"""The services in a region's files, as records of the directory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruimbaan.core.directory.records.profile import NAME, ServiceProfile, made_id, written
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.integrations.regions import REPOSITORY, region_files
from ruimbaan.integrations.worldfile.loading import read_parts
from ruimbaan.integrations.worldfile.problems import Problems

ACTIVE = "active"


def records_of_region(name: str, data: Path = REPOSITORY) -> tuple[Record, ...]:
    """Every service of the region with the organisation that provides it, in the order of the files.

    Raises NoRegions, UnknownRegion, and WorldErrors when the files are not in order.
    """
    parts = read_parts(region_files(name, data), Problems())
    return tuple(_records(name, {code: plain(body) for code, body in parts.services.items()}))


def plain(value: Any) -> Any:
    """The same without places: what JSON can hold."""
    return json.loads(json.dumps(value))


def _records(region: str, services: dict[str, dict[str, Json]]) -> Iterator[Record]:
    told: set[str] = set()
    for code, body in services.items():
        planning = {name: value for name, value in body.items() if name != "id"}
        provider = str(planning.get("provider") or region)
        organisation = made_id(region, "organization", provider)
        if organisation not in told:
            told.add(organisation)
            yield _organisation(region, organisation, provider)
        yield _service(organisation, ServiceProfile(region, code, planning))


def _organisation(region: str, uid: str, name: str) -> Record:
    values: dict[str, Json] = {
        "id": uid,
        "name": name,
        "description": name,
        NAME: {"region": region},
    }
    return Record("organization", uid, values)


def _service(organisation: str, profile: ServiceProfile) -> Record:
    uid = made_id(profile.region, "service", profile.code)
    name = profile.name
    values: dict[str, Json] = {
        "id": uid,
        "organization_id": organisation,
        "name": name.nl if name else profile.code,
        "status": ACTIVE,
        NAME: written(profile),
    }
    return Record("service", uid, values)


def digest_of_region(name: str, data: Path = REPOSITORY) -> str:
    """Another word when anything has changed in the files that `records_of_region` reads."""
    found = hashlib.sha256()
    folders = (data / "demo" / name, data / "demo" / "kaart")
    for file in sorted(file for folder in folders for file in folder.rglob("*.yaml")):
        found.update(f"{file.relative_to(data)}\0".encode() + file.read_bytes())
    return found.hexdigest()
