# SPDX-License-Identifier: EUPL-1.2
"""The places of a region as records: location, address, and what helps to get in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ruimbaan.core.directory.geography.grid import to_degrees
from ruimbaan.core.directory.records.profile import NAME, made_id
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.directory.records.translations import in_english, told
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.directory.places import Object, Places

PHYSICAL = "physical"
COUNTRY = "NL"
DECIMALS = 6  # of degrees: about 10 cm, finer than the formula

ACCESS: Mapping[str, Text] = MappingProxyType(
    {
        "step-free": Text("Geen drempel of trap", "No steps"),
        "wheelchair": Text("Goed te doen met een rolstoel", "Fit for a wheelchair"),
        "toilet": Text("Toilet voor iedereen", "Toilet for everyone"),
        "hearing-loop": Text("Ringleiding voor wie slecht hoort", "Hearing loop"),
        "quiet-room": Text("Een stille kamer om te wachten", "A quiet room to wait in"),
        "dog-welcome": Text("Je hond mag mee", "Your dog may come"),
    }
)


def location_records(region: str, places: Places) -> Iterator[Record]:
    """Every place with its address, whoever is there."""
    for name, place in places.places.items():
        yield _location(region, name, place)
        yield _address(region, name, place, places)
        for code in place.get("access", ()):
            yield _access(region, name, code)


def location_id(region: str, place: str) -> str:
    return made_id(region, "location", place)


def _location(region: str, name: str, place: Object) -> Record:
    uid = location_id(region, name)
    east, north = place["rd"]
    latitude, longitude = to_degrees((east, north))
    way = place.get("way", {})
    texts = {"transportation": Text(way.get("nl", ""), way.get("en", ""))}
    values: dict[str, Json] = {
        "id": uid,
        "location_type": PHYSICAL,
        "name": place["street"],
        **told(texts),
        "latitude": round(latitude, DECIMALS),
        "longitude": round(longitude, DECIMALS),
        NAME: {"rd": [east, north], "district": place["district"], **in_english(texts)},
    }
    return Record("location", uid, values)


def _address(region: str, name: str, place: Object, places: Places) -> Record:
    uid = made_id(region, "address", name)
    values: dict[str, Json] = {
        "id": uid,
        "location_id": location_id(region, name),
        "address_1": place["street"],
        "city": places.town,
        "state_province": places.province,
        "postal_code": place["postcode"],
        "country": COUNTRY,
        "address_type": PHYSICAL,
    }
    return Record("address", uid, values)


def _access(region: str, name: str, code: str) -> Record:
    uid = made_id(region, "accessibility", f"{name}/{code}")
    texts = {"description": ACCESS[code]}
    values: dict[str, Json] = {
        "id": uid,
        "location_id": location_id(region, name),
        **told(texts),
        "details": code,
        NAME: in_english(texts),
    }
    return Record("accessibility", uid, values)
