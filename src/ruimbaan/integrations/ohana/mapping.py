# SPDX-License-Identifier: EUPL-1.2
"""One row of Ohana becomes one row of HSDS or more. Every cell is in one of them, letter by letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ruimbaan.core.directory.records.profile import made_id
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place, Row
from ruimbaan.integrations.ohana.hours import holiday, regular
from ruimbaan.integrations.ohana.tables import OhanaTable

KEPT = "ohana"  # on a record: its cells that HSDS has no place for, and how it was known there
ACTIVE = "active"
Cells = dict[str, str]
Hours = Callable[[Cells], dict[str, Json]]
HOURS: Mapping[str, Hours] = MappingProxyType(
    {"regular_schedules.csv": regular, "holiday_schedules.csv": holiday}
)


class Mapper:
    """`source` is the name of the directory: its ids count within it, and a second import of the
    same directory gives the same records. `homes` says to which organisation a location belongs."""

    def __init__(self, source: str, homes: Mapping[str, str]) -> None:
        self.source = source
        self.homes = homes

    def uid(self, table: str, known_as: str) -> str:
        return made_id(f"ohana/{self.source}", table, known_as)

    def rows(self, kind: OhanaTable, cells: Cells, place: Place) -> Iterator[Row]:
        """The record itself, then what its cells hold besides."""
        filled = {name: cell for name, cell in cells.items() if cell}
        known_as = filled.get("id", "")
        uid = self.uid(kind.file.removesuffix(".csv"), known_as) if known_as else ""
        values: dict[str, Json] = {"id": uid}
        kept: dict[str, Json] = {}
        for name, cell in filled.items():
            if name in kind.columns:
                values[kind.columns[name]] = cell
            else:
                kept[name] = cell
            if name in kind.refers:
                column, table = kind.refers[name]
                values[column] = self.uid(f"{table}s", cell)
        values |= kind.always
        values |= self._special(kind, filled)
        values[KEPT] = kept
        yield Row(kind.table, values, place)
        if uid:
            yield from self._lists(kind, filled, uid, place)
            yield from self._of_service(kind, filled, uid, place)

    def _special(self, kind: OhanaTable, cells: Cells) -> dict[str, Json]:
        if kind.file in HOURS:
            return HOURS[kind.file](cells)
        if kind.table == "location":
            virtual = cells.get("virtual", "").strip().casefold() in ("true", "t", "1", "yes")
            return {"location_type": "virtual" if virtual else "physical"}
        if kind.table == "service":
            home = self.homes.get(cells.get("location_id", ""))
            found: dict[str, Json] = {"status": cells.get("status", ACTIVE)}
            return found | ({"organization_id": self.uid("organizations", home)} if home else {})
        return {}

    def _lists(self, kind: OhanaTable, cells: Cells, uid: str, place: Place) -> Iterator[Row]:
        for name, (table, column) in kind.lists.items():
            for item in filter(None, (one.strip() for one in cells.get(name, "").split(","))):
                yield Row(
                    table,
                    {
                        "id": self.uid(table, f"{uid}/{item}"),
                        f"{kind.table}_id": uid,
                        column: item,
                    },
                    place.at(name),
                )

    def _of_service(self, kind: OhanaTable, cells: Cells, uid: str, place: Place) -> Iterator[Row]:
        if kind.table != "service":
            return
        if location := cells.get("location_id"):
            values: dict[str, Json] = {
                "id": self.uid("service_at_location", uid),
                "service_id": uid,
                "location_id": self.uid("locations", location),
            }
            yield Row("service_at_location", values, place.at("location_id"))
        for code in filter(None, (one.strip() for one in cells.get("taxonomy_ids", "").split(","))):
            yield Row(
                "attribute",
                {
                    "id": self.uid("attribute", f"{uid}/{code}"),
                    "link_id": uid,
                    "link_entity": "service",
                    "taxonomy_term_id": self.uid("taxonomy_term", code),
                },
                place.at("taxonomy_ids"),
            )
