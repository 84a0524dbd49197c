# SPDX-License-Identifier: EUPL-1.2
"""A list is read line by line. A line comes in whole, or it waits in quarantine whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Content, Place, Row
from ruimbaan.core.directory.validation.finding import Finding, Severity, shown
from ruimbaan.core.directory.validation.judging import Refused, judge
from ruimbaan.core.directory.validation.remark import Remark, remark
from ruimbaan.integrations.hsds.archive import files_at
from ruimbaan.integrations.hsds.limits import USUAL, Limits
from ruimbaan.integrations.own_list import kinds
from ruimbaan.integrations.own_list.cells import Line as Cells
from ruimbaan.integrations.own_list.cells import lines_of, text_of
from ruimbaan.integrations.own_list.fields import BY_NAME, FIELD_OF
from ruimbaan.integrations.own_list.lines import (
    TABLE,
    Line,
    check,
    own_key,
    rows_of,
    service_id,
)
from ruimbaan.integrations.own_list.mapping import Mapping as Named
from ruimbaan.integrations.own_list.mapping import columns_of


@dataclass(frozen=True, slots=True)
class OwnList:
    """`content` has the lines that come in. `findings` and `refused` name columns as the list does.
    `columns` says which heading was taken for which field; what has none is kept as it is."""

    content: Content
    findings: tuple[Finding, ...]
    refused: tuple[Refused, ...]
    columns: dict[str, str]
    left: tuple[str, ...]


def read_list(
    path: Path,
    region: str,
    today: date,
    *,
    mapping: Named | None = None,
    limits: Limits = USUAL,
) -> OwnList:
    """Raises an ExchangeError when it cannot be read at all."""
    ((name, content),) = files_at(path, limits).items()
    return read_content(content, name, region, today, mapping=mapping, limits=limits)


def read_content(
    content: bytes,
    name: str,
    region: str,
    today: date,
    *,
    mapping: Named | None = None,
    limits: Limits = USUAL,
) -> OwnList:
    """Raises an ExchangeError when it cannot be read at all."""
    place = Place(shown(name))
    lines = lines_of(text_of(content, place), place, limits)
    headings = next(lines, Cells(1, ())).cells
    columns = columns_of(headings, mapping or Named(), place)
    return _Reading(headings, columns, region, today).all(lines, place)


def read_line(
    cells: Mapping[str, str],
    columns: Mapping[str, str],
    region: str,
    today: date,
    place: Place,
    surplus: Sequence[str] = (),
) -> OwnList:
    """One line by itself: `cells` by their headings, and which heading is which field."""
    headings = list(dict.fromkeys((*cells, *columns)))
    numbers = {name: headings.index(heading) for heading, name in columns.items()}
    line = Cells(place.row, (*(cells.get(heading, "") for heading in headings), *surplus))
    return _Reading(headings, numbers, region, today).all([line], place)


class _Reading:
    def __init__(
        self, headings: Sequence[str], columns: dict[str, int], region: str, today: date
    ) -> None:
        self.headings = _named(headings)
        self.columns = columns
        self.region, self.today = region, today
        self.first: dict[str, int] = {}
        self.rows: list[Row] = []
        self.findings: list[Finding] = []
        self.refused: list[Refused] = []
        self.organisations: dict[object, Row] = {}

    def all(self, lines: Iterable[Cells], place: Place) -> OwnList:
        for cells in lines:
            self._line(cells, Place(place.file, cells.number))
        content = Content((*self.organisations.values(), *self.rows))
        used = {number: name for name, number in self.columns.items()}
        return OwnList(
            content,
            tuple(self.findings),
            tuple(self.refused),
            {self.headings[number]: name for number, name in sorted(used.items())},
            tuple(text for number, text in enumerate(self.headings) if number not in used),
        )

    def _line(self, cells: Cells, place: Place) -> None:
        filled = dict(zip(self.headings, cells.cells, strict=False))
        whole = {heading: cell for heading, cell in filled.items() if cell}
        known = {
            name: filled.get(self.headings[number], "") for name, number in self.columns.items()
        }
        line = Line({name: cell for name, cell in known.items() if cell}, whole, place)
        self._check(line, [cell for cell in cells.cells[len(self.headings) :] if cell])
        rows = [] if any(_refuses(said) for said in line.remarks) else [*rows_of(line, self.region)]
        judged = judge(Content(tuple(rows)), self.today)
        said = [self._finding(one, place) for one in line.remarks]
        said += [self._moved(one, place) for one in judged.findings if self._is_ours(one)]
        self.findings += said
        if any(one.refuses for one in said) or judged.refused:
            lost: dict[str, Json] = dict(whole)
            if any(surplus := list(cells.cells[len(self.headings) :])):
                lost = {"values": lost, "surplus": [*surplus]}
            uid = service_id(line, self.region)
            self.refused.append(Refused(TABLE, uid, lost, place, tuple(said)))
            return
        for row in rows:
            if row.table == "organization":
                self.organisations.setdefault(row.values["id"], row)
            else:
                self.rows.append(row)

    def _check(self, line: Line, surplus: list[str]) -> None:
        check(line)
        if surplus:
            said = remark(kinds.TOO_MANY, "", surplus=len(surplus), found=surplus[0])
            line.remarks.append(said)
        if line.known.get("name"):
            first = self.first.setdefault(own_key(line), line.place.row)
            if first != line.place.row:
                line.say(kinds.LINE_TWICE, "id" if "id" in line.known else "name", first=first)

    def _finding(self, said: Remark, place: Place) -> Finding:
        return Finding(said.kind, TABLE, "", place.at(self._heading(said.column)), said.details)

    def _is_ours(self, found: Finding) -> bool:
        """What HSDS would like besides is no fault of a list."""
        return found.refuses or (found.table, found.place.column) in FIELD_OF

    def _moved(self, found: Finding, place: Place) -> Finding:
        name = FIELD_OF.get((found.table, found.place.column), "")
        heading = self._heading(name) if name else found.place.column
        details = {**found.details, "column": heading}
        return Finding(found.kind, TABLE, "", place.at(heading), details)

    def _heading(self, name: str) -> str:
        """As the list calls this field, or as we do when it has no column for it."""
        if name in self.columns:
            return shown(self.headings[self.columns[name]])
        return BY_NAME[name].heading.nl if name in BY_NAME else name


def _refuses(said: Remark) -> bool:
    return said.kind.severity is Severity.REFUSED


def _named(headings: Sequence[str]) -> list[str]:
    """Every column has a name of its own; empty columns at the end are none."""
    names: list[str] = []
    for number, heading in enumerate(headings, start=1):
        name = heading or f"kolom {number}"
        names.append(name if name not in names else f"{name} ({number})")
    while headings and names and not headings[len(names) - 1]:
        names.pop()
    return names
