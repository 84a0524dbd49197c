# SPDX-License-Identifier: EUPL-1.2
"""Which features of a file are wanted, what kind of area each is and how it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruimbaan.core.directory.geography.plan import Kind

KIND = "kind"  # the property of our own files
# Names that CBS, Kadaster and PDOK give to the name of an area, the smallest area first.
NAMES = (
    *("name", "naam", "buurtnaam", "wijknaam", "stadsdeel", "statnaam", "gemeentenaam"),
    *("gm_naam", "postcode", "postcode4", "pc4", "pc4_code"),
)
WATER, YES = "water", ("ja", "yes")  # CBS: a district that is nothing but water says water=JA


@dataclass(frozen=True, slots=True)
class Choice:
    """`kind` of the features that do not say it themselves; `name` is the property that holds the
    name, empty for the first known one; `where` a property and the value that it must have."""

    kind: Kind = Kind.DISTRICT
    name: str = ""
    where: tuple[str, str] | None = None

    def wants(self, properties: Mapping[str, Any]) -> bool:
        return self.where is None or _words(properties.get(self.where[0])) == self.where[1]

    def kind_of(self, properties: Mapping[str, Any]) -> Kind | None:
        """None when it says to be of a kind that we do not know."""
        if KIND in properties:
            said = _words(properties[KIND])
            return Kind(said) if said in list(Kind) else None
        if _words(properties.get(WATER)).casefold() in YES:
            return Kind.WATER
        return self.kind

    def name_of(self, properties: Mapping[str, Any]) -> str:
        """Empty when there is none."""
        known = {name.casefold(): value for name, value in properties.items()}
        wanted = (self.name.casefold(),) if self.name else NAMES
        return next((found for name in wanted if (found := _words(known.get(name)))), "")


def _words(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return (
        str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    )
