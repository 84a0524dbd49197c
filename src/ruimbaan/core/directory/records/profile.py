# SPDX-License-Identifier: EUPL-1.2
"""What HSDS has no place for: our profile. It travels under one name, `ruimbaan`, on a service, an
organisation or a location, so that other systems can leave it alone and give it back unharmed.

`planning` is the service as the planner reads it: the body of a service in a world file (label,
gate, frame, needs, wait, lasts, gives, takes, opens and so on).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha1

from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.kernel.texts import Text

NAME = "ruimbaan"
NAMESPACE = bytes.fromhex("6f3b1c1e6a0e5b1b9a555d6b8a0f4e21")  # of the ids we make ourselves

Object = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Fragility:
    """What would make an initiative fall away: its money ends, or all hangs on one person."""

    funding_until: date | None = None
    one_key_person: bool = False


@dataclass(frozen=True, slots=True)
class ServiceProfile:
    """`code` is the name of the service within its region: it stands in addresses and plans.

    `works_with` and `wants_to_work_with` are codes of other services in the region.
    `verified_by` says who last looked at it with their own eyes, as a role and never as a name;
    the day is HSDS's own `assured_date`.
    """

    region: str = ""
    code: str = ""
    planning: Object = field(default_factory=dict)
    women_only: bool = False
    with_children: bool = False
    works_with: tuple[str, ...] = ()
    wants_to_work_with: tuple[str, ...] = ()
    fragility: Fragility = Fragility()
    verified_by: str = ""

    @property
    def name(self) -> Text | None:
        label = self.planning.get("label")
        if isinstance(label, str):
            return Text(label)
        if isinstance(label, dict):
            return Text(str(label.get("nl", "")), str(label.get("en", "")))
        return None

    def word(self, name: str) -> str:
        """A text of the planning part, such as `gate` or `frame`, or nothing."""
        found = self.planning.get(name)
        return found if isinstance(found, str) else ""

    @property
    def is_initiative(self) -> bool:
        return self.planning.get("initiative") is True


def made_id(region: str, table: str, code: str) -> str:
    """The id of something that has no HSDS id of its own: the same every time, a UUID of version 5
    (RFC 9562, section 5.5). Written out, as the core knows no module that can make random ones."""
    name = f"{region}/{table}/{code}".encode(errors="surrogatepass")  # half a character, in JSON
    found = bytearray(sha1(NAMESPACE + name, usedforsecurity=False).digest()[:16])
    found[6] = found[6] & 0x0F | 0x50  # version 5
    found[8] = found[8] & 0x3F | 0x80  # variant of the RFC
    text = found.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def profile_of(record: Record) -> ServiceProfile:
    """What our profile says of this service; empty where it says nothing or something odd."""
    found = _object(record.values.get(NAME))
    fragile = _object(found.get("fragility"))
    return ServiceProfile(
        region=_text(found.get("region")),
        code=_text(found.get("code")),
        planning=_object(found.get("planning")),
        women_only=found.get("women_only") is True,
        with_children=found.get("with_children") is True,
        works_with=_texts(found.get("works_with")),
        wants_to_work_with=_texts(found.get("wants_to_work_with")),
        fragility=Fragility(
            _day(fragile.get("funding_until")), fragile.get("one_key_person") is True
        ),
        verified_by=_text(found.get("verified_by")),
    )


def written(profile: ServiceProfile) -> dict[str, Json]:
    """As `profile_of` reads it; what is empty is left out."""
    fragile: dict[str, Json] = {}
    if profile.fragility.funding_until:
        fragile["funding_until"] = profile.fragility.funding_until.isoformat()
    if profile.fragility.one_key_person:
        fragile["one_key_person"] = True
    everything: dict[str, Json] = {
        "region": profile.region,
        "code": profile.code,
        "planning": dict(profile.planning),
        "women_only": profile.women_only,
        "with_children": profile.with_children,
        "works_with": list(profile.works_with),
        "wants_to_work_with": list(profile.wants_to_work_with),
        "fragility": fragile,
        "verified_by": profile.verified_by,
    }
    return {name: value for name, value in everything.items() if value}


def day_verified(record: Record) -> date | None:
    """The day on which a human being last said that this is right."""
    return _day(record.values.get("assured_date"))


def _object(value: Json | None) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _text(value: Json | None) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Json | None) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _day(value: Json | None) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None
