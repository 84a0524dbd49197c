# SPDX-License-Identifier: EUPL-1.2
"""What people want to know of the places in a region: addresses, hours, prices, phones.

The planner's own files say nothing about that. It stands in `demo/kaart/<region>.yaml`, next to
them; a region without such a file has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

FOLDER = Path("demo") / "kaart"
NOWHERE = "nowhere"

Object = Mapping[str, Any]


class PlacesInvalid(DomainError):
    code = "RB-REG-003"
    cause = Text(
        "In {file} klopt iets niet, bij {where}: {what}", "{file} is not right, at {where}: {what}"
    )
    advice = Text(
        "Vergelijk het met src/ruimbaan/integrations/directory/places.schema.json.",
        "Compare it with src/ruimbaan/integrations/directory/places.schema.json.",
    )


@dataclass(frozen=True, slots=True)
class Places:
    """The file as it stands: `places` by name, `organisations` by name, `services` by code."""

    town: str = ""
    province: str = ""
    places: Object = field(default_factory=dict)
    organisations: Object = field(default_factory=dict)
    services: Object = field(default_factory=dict)

    def place_of(self, code: str, organisation: str) -> str:
        """The name of the place where this service is; empty when it is nowhere."""
        home = self.organisations.get(organisation, {}).get("at", "")
        found = str(self.services[code].get("at", home)) if code in self.services else ""
        return "" if found == NOWHERE else found


def load_places(region: str, data: Path, providers: Mapping[str, str]) -> Places:
    """What is known of the places of this region. `providers`: of each service of the region, by
    its code, the name of the organisation. Raises PlacesInvalid with the first thing that is
    wrong."""
    path = data / FOLDER / f"{region}.yaml"
    if not path.exists():
        return Places()
    try:
        content = json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise PlacesInvalid(file=path.name, where="-", what=type(error).__name__) from error
    for fault in sorted(_validator().iter_errors(content), key=lambda found: list(found.path)):
        where = "/".join(map(str, fault.absolute_path)) or "-"
        raise PlacesInvalid(file=path.name, where=where, what=fault.message)
    for where, what in _loose_ends(region, content, providers):
        raise PlacesInvalid(file=path.name, where=where, what=what)
    return Places(**{name: content[name] for name in Places.__slots__})


@cache
def _validator() -> Draft202012Validator:
    text = files(__package__).joinpath("places.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


def _loose_ends(
    region: str, content: Object, providers: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Where something is named that is not there."""
    if content["region"] != region:
        yield "region", str(content["region"])
    known = set(providers.values())
    for name, organisation in content["organisations"].items():
        if name not in known:
            yield f"organisations/{name}", name
        yield from _place(f"organisations/{name}/at", organisation, content)
    for code, service in content["services"].items():
        if code not in providers:
            yield f"services/{code}", code
        yield from _place(f"services/{code}/at", service, content)
        for name in ("works_with", "wants_to_work_with"):
            for other in service.get(name, ()):
                if other not in providers or other == code:
                    yield f"services/{code}/{name}", other


def _place(where: str, found: Object, content: Object) -> Iterator[tuple[str, str]]:
    place = found.get("at", NOWHERE)
    if place != NOWHERE and place not in content["places"]:
        yield where, place
