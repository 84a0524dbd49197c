# SPDX-License-Identifier: EUPL-1.2
"""What belongs to an organisation or a service, as records: where, when, in which languages, at
what price, what to bring, whom to ask for, who pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from ruimbaan.core.directory.records.looking import A_VOLUNTEER, COORDINATOR, THE_PLACE_ITSELF
from ruimbaan.core.directory.records.profile import (
    NAME,
    Fragility,
    ServiceProfile,
    made_id,
)
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.directory.records.translations import in_english, told
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.directory.place_records import location_id
from ruimbaan.integrations.directory.places import Object, Places

FREE = "free"
EURO = "EUR"
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "nl": "Nederlands",
        "en": "English",
        "ar": "العربية",
        "tr": "Türkçe",
        "pl": "Polski",
        "ti": "ትግርኛ",
    }
)
VERIFIED_BY: Mapping[str, str] = MappingProxyType(
    {
        "the-place-itself": THE_PLACE_ITSELF,
        "coordinator": COORDINATOR,
        "volunteer": A_VOLUNTEER,
    }
)


def text(found: Any) -> Text | None:
    """A text of a region's file: one language or two; None when there is nothing."""
    if isinstance(found, str):
        return Text(found)
    return Text(found["nl"], found.get("en", "")) if found else None


def described(known: Object) -> dict[str, Text]:
    """The texts on a service itself."""
    found = {
        "description": text(known.get("description")),
        "eligibility_description": text(known.get("for_whom")),
    }
    return {column: told_text for column, told_text in found.items() if told_text}


def reached(organisation: Object) -> dict[str, Json]:
    """Mail and site of an initiative: those who run it are those who are there."""
    columns = {"email": "email", "url": "website"}
    return {column: organisation[name] for column, name in columns.items() if name in organisation}


def known_profile(profile: ServiceProfile, places: Places) -> ServiceProfile:
    """The profile with what is known of the place; the planner's part stays as it is."""
    known = places.services.get(profile.code, {})
    until = known.get("funding_until")
    verified = known.get("verified", {}).get("by", "")
    return replace(
        profile,
        women_only=known.get("women_only", False),
        with_children=known.get("with_children", False),
        works_with=tuple(known.get("works_with", ())),
        wants_to_work_with=tuple(known.get("wants_to_work_with", ())),
        fragility=Fragility(
            date.fromisoformat(until) if until else None, known.get("one_key_person", False)
        ),
        verified_by=VERIFIED_BY.get(verified, ""),
    )


def organisation_records(region: str, name: str, places: Places) -> Iterator[Record]:
    """The phone of an organisation, and whom to ask for."""
    known = places.organisations.get(name, {})
    organisation = made_id(region, "organization", name)
    make = _Maker(region, name, {"organization_id": organisation})
    if "phone" in known:
        yield make.record("phone", number=known["phone"])
    if title := text(known.get("ask_for")):
        yield make.record("contact", {"title": title}, email=known.get("email", ""))


def service_records(profile: ServiceProfile, provider: str, places: Places) -> Iterator[Record]:
    """All that belongs to a service."""
    region, code = profile.region, profile.code
    make = _Maker(region, code, {"service_id": made_id(region, "service", code)})
    if place := places.place_of(code, provider):
        yield make.record("service_at_location", location_id=location_id(region, place))
    if bring := text(profile.planning.get("bring")):
        yield make.record("required_document", {"document": bring})
    if frame := profile.word("frame"):
        yield make.record("funding", source=frame)
    phone = places.organisations.get(provider, {}).get("phone")
    if phone and profile.is_initiative:
        yield make.record("phone", number=phone)
    if known := places.services.get(code):
        for number, hours in enumerate(known["hours"]):
            yield _schedule(make, number, hours)
        for language in known["languages"]:
            yield make.record("language", part=language, name=LANGUAGES[language], code=language)
        yield _cost(make, known["costs"])


def _schedule(make: _Maker, number: int, hours: Object) -> Record:
    nth = hours.get("nth", "")
    texts = {"description": Text(hours.get("nl", ""), hours.get("en", ""))}
    return make.record(
        "schedule",
        texts,
        part=str(number),
        freq="MONTHLY" if nth else "WEEKLY",
        interval=hours.get("every", ""),
        dtstart=hours.get("start", ""),
        byday=",".join(f"{nth}{day}" for day in hours["days"]),
        opens_at=hours["opens"],
        closes_at=hours["closes"],
    )


def _cost(make: _Maker, costs: Any) -> Record:
    if costs == FREE:
        return make.record("cost_option", currency=EURO, amount=0)
    texts = {"amount_description": Text(costs["nl"], costs["en"])}
    if "euros" not in costs:
        return make.record("cost_option", texts)
    return make.record("cost_option", texts, currency=EURO, amount=costs["euros"])


class _Maker:
    """Makes records that belong to one organisation or one service."""

    def __init__(self, region: str, owner: str, names: dict[str, Json]) -> None:
        self.region, self.owner, self.names = region, owner, names

    def record(
        self,
        table: str,
        texts: Mapping[str, Text] = MappingProxyType({}),
        part: str = "",
        **columns: Json,
    ) -> Record:
        """A record with these columns; an empty one is not there. `part` tells several of one
        table apart."""
        uid = made_id(self.region, table, f"{self.owner}/{part}" if part else self.owner)
        values: dict[str, Json] = {"id": uid, **self.names, **told(texts)}
        values |= {name: value for name, value in columns.items() if value != ""}
        if english := in_english(texts):
            values[NAME] = english
        return Record(table, uid, values)
