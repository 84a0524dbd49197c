# SPDX-License-Identifier: EUPL-1.2
"""Rows become records, or are set aside: everything that came in is in one of the two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ruimbaan.core.directory.records.record import Json, Key, Record
from ruimbaan.core.directory.records.rows import Content, Loose, Place, Row
from ruimbaan.core.directory.validation import kinds_kept, kinds_refused
from ruimbaan.core.directory.validation.characters import check_characters
from ruimbaan.core.directory.validation.columns import check_columns, check_complete
from ruimbaan.core.directory.validation.finding import Finding, shown
from ruimbaan.core.directory.validation.meaning import check_meaning
from ruimbaan.core.directory.validation.own_profile import check_profile
from ruimbaan.core.directory.validation.reading import read_values, unknown_names
from ruimbaan.core.directory.validation.remark import Remark, remark

LONGEST_NAME = 200  # characters of the name of a table of others
Progress = Callable[[int], None]  # is told how many rows were looked at since the last time


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that does not come in, just as it stood there, and why."""

    table: str
    uid: str
    content: Json
    place: Place
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """`places` says where each record stood first."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]
    refused: tuple[Refused, ...]
    places: Mapping[Key, Place]
    foreign: Mapping[str, Json] = field(default_factory=dict)


def judge(content: Content, today: date, progress: Progress = lambda _: None) -> Judged:
    """Looks at every row by itself. What refers to what is looked at afterwards: `find_dangling`."""
    return _Judging(today).judge(content, progress)


class _Judging:
    def __init__(self, today: date) -> None:
        self.day = today
        self.values: dict[Key, dict[str, Json]] = {}
        self.places: dict[Key, Place] = {}
        self.findings: dict[tuple[str, str, str, str, tuple[str, ...]], Finding] = {}
        self.refused: list[Refused] = []
        self.told: set[tuple[str, str]] = set()

    def judge(self, content: Content, progress: Progress) -> Judged:
        for row in content.rows:
            self._row(row)
            progress(1)
        for key in tuple(self.values):
            self._complete(key)
        for loose in content.loose:
            self._loose(loose)
        foreign = {
            name: found for name, found in content.foreign.items() if self._foreign(name, found)
        }
        records = tuple(Record(key[0], key[1], values) for key, values in self.values.items())
        findings = tuple(self.findings.values())
        return Judged(records, findings, tuple(self.refused), self.places, foreign)

    def _row(self, row: Row) -> None:
        values, remarks = read_values(row.table, row.values)
        found = values.get("id")
        uid = found if isinstance(found, str) else ""
        remarks += check_columns(row.table, values)
        remarks += check_characters(values)
        remarks += check_profile(row.table, values)
        remarks += check_meaning(row.table, values, self.day)
        if row.surplus:
            surplus = {"surplus": len(row.surplus), "found": row.surplus[0]}
            remarks.append(remark(kinds_refused.TOO_MANY_CELLS, "", **surplus))
        remarks += self._second(row, uid, values)
        for unknown in unknown_names(row.table, values):
            if (row.table, unknown.column) not in self.told:
                self.told.add((row.table, unknown.column))
                remarks.append(unknown)
        noted = self._note(row.table, uid, row.place, remarks)
        if any(finding.refuses for finding in noted):
            content: Json = dict(row.values)
            if row.surplus:
                content = {"values": content, "surplus": list(row.surplus)}
            self.refused.append(Refused(row.table, uid, content, row.place, noted))
        else:
            self.values[row.table, uid] = {**self.values.get((row.table, uid), {}), **values}
            self.places.setdefault((row.table, uid), row.place)

    def _complete(self, key: Key) -> None:
        table, uid = key
        place = self.places[key]
        noted = self._note(table, uid, place, check_complete(table, self.values[key]))
        if any(finding.refuses for finding in noted):
            self.refused.append(Refused(table, uid, self.values.pop(key), place, noted))

    def _second(self, row: Row, uid: str, values: Mapping[str, Json]) -> Iterable[Remark]:
        """The same record again, in another tree or on another page, is no fault; one that says
        something else is."""
        first = self.values.get((row.table, uid))
        if first is None:
            return
        for name, value in values.items():
            if name in first and not _same(first[name], value):
                place = self.places[row.table, uid]
                yield remark(kinds_refused.SECOND_WITH_ID, name, uid=uid, first=place)
                return

    def _loose(self, loose: Loose) -> None:
        what = remark(kinds_refused.NO_RECORD, "", found=loose.content)
        noted = self._note(loose.table, "", loose.place, [what])
        self.refused.append(Refused(loose.table, "", loose.content, loose.place, noted))

    def _foreign(self, name: str, found: Json) -> bool:
        """Whether it can be kept."""
        remarks = [remark(kinds_kept.UNKNOWN_TABLE, "", found=name)]
        remarks += check_characters({name: found})
        if len(name) > LONGEST_NAME:
            remarks.append(remark(kinds_refused.DOES_NOT_FIT, name))
        place = Place(shown(name))
        noted = self._note("", "", place, remarks)
        if any(finding.refuses for finding in noted):
            self.refused.append(Refused("", "", {name: found}, place, noted))
            return False
        return True

    def _note(
        self, table: str, uid: str, place: Place, remarks: Iterable[Remark]
    ) -> tuple[Finding, ...]:
        """What was told of this record before is not told again."""
        noted = []
        for kind, column, details in remarks:
            finding = Finding(kind, table, uid, place.at(column), details)
            noted.append(finding)
            same = (kind.code, table, uid or str(place), column, tuple(details.values()))
            self.findings.setdefault(same, finding)
        return tuple(noted)


def _same(one: Json, other: Json) -> bool:
    """As JSON is the same: true is not 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)
