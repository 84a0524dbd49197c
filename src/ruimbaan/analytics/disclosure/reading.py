# SPDX-License-Identifier: EUPL-1.2
"""A table from CSV: one row for each cell, or a cross table with its categories on top.

The count is the column `count`, `aantal` or `n`, else the last one. `Oost > Waalstad` is a category
inside another, `*` or `Totaal` a total. Totals may be there: they must be right. Nothing, `x` or `.`
for a count means hidden. A column `holder` names the only organisation behind a cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.analytics.disclosure.cubes import TOTAL, Key, Path
from ruimbaan.analytics.disclosure.errors import BadLabel, BadRow, Unreadable
from ruimbaan.analytics.disclosure.tables import HIDDEN

COUNTS = frozenset({"aantal", "count", "n"})
HOLDERS = frozenset({"aanbieder", "holder"})
TOTALS = frozenset({"", "*", "all", "alle", "totaal", "total"})
HIDING = frozenset({"", ".", "x"})
MOST_ROWS = 100_000
# What a spreadsheet would take for a formula is no label, in full-width forms neither.
LABEL = re.compile(r"[^\s\x00-\x1f>'\"=+\-@\uff1d\uff0b\uff0d\uff20][^\x00-\x1f>]{0,79}")
WHOLE = re.compile(r"\d{1,9}")


@dataclass(frozen=True)
class Row:
    line: int
    key: Key
    count: int  # or HIDDEN
    holder: str = ""


@dataclass(frozen=True)
class Rows:
    """`names` of the dimensions, in the order of the columns."""

    file: str
    names: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(file: str, content: bytes) -> Rows:
    """`file` is for messages. Raises Unreadable, BadRow and BadLabel."""
    lines = list(lines_of(file, content))
    if len(lines) <= 1:
        raise Unreadable(file=file, reason=f"{len(lines)} rows")
    (_, head), *body = lines
    folded = [name.strip().casefold() for name in head]
    if len(set(folded)) < len(folded) or len(head) < 2:
        raise Unreadable(file=file, reason=", ".join(head))
    for line, cells in body:
        if len(cells) != len(head):
            raise BadRow(file=file, line=line, found=", ".join(cells))
    if len(head) > 2 and not COUNTS & set(folded) and _all_counts(body):
        return _cross(file, head, body)
    return _long(file, folded, head, body)


def lines_of(file: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows with something in them, each with its line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(file=file, reason=f"UTF-8, byte {error.start}") from None
    first = text.partition("\n")[0]
    comma = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    try:
        for cells in reader:
            if reader.line_num > MOST_ROWS:
                raise Unreadable(file=file, reason=f"> {MOST_ROWS} rows")
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise Unreadable(file=file, reason=f"{reader.line_num}: {error}") from None


def path_of(file: str, line: int, told: str) -> Path:
    """Raises BadLabel."""
    if told.strip().casefold() in TOTALS:
        return TOTAL
    path = tuple(part.strip() for part in told.split(">"))
    for part in path:
        if not LABEL.fullmatch(part):
            raise BadLabel(file=file, line=line, found=told)
    return path


def _long(file: str, folded: list[str], head: list[str], body: list[tuple[int, list[str]]]) -> Rows:
    holder = next((at for at, name in enumerate(folded) if name in HOLDERS), None)
    named = [at for at, name in enumerate(folded) if name in COUNTS]
    count = named[0] if named else [at for at in range(len(head)) if at != holder][-1]
    places = [at for at in range(len(head)) if at not in {holder, count}]
    if not places:
        raise Unreadable(file=file, reason=", ".join(head))
    rows = tuple(
        Row(
            line,
            tuple(path_of(file, line, cells[at]) for at in places),
            _count(file, line, cells[count]),
            cells[holder].strip() if holder is not None else "",
        )
        for line, cells in body
    )
    return Rows(file, _names(file, head, places), rows)


def _cross(file: str, head: list[str], body: list[tuple[int, list[str]]]) -> Rows:
    columns = [path_of(file, 1, told) for told in head[1:]]
    rows = tuple(
        Row(line, (path_of(file, line, cells[0]), column), _count(file, line, told))
        for line, cells in body
        for column, told in zip(columns, cells[1:], strict=True)
    )
    return Rows(file, (*_names(file, [head[0].strip() or "row"], [0]), "column"), rows)


def _names(file: str, head: list[str], places: list[int]) -> tuple[str, ...]:
    names = tuple(head[at].strip() for at in places)
    for name in names:
        if not LABEL.fullmatch(name):
            raise BadLabel(file=file, line=1, found=name)
    return names


def _all_counts(body: list[tuple[int, list[str]]]) -> bool:
    told = [cell.strip().casefold() for _, cells in body for cell in cells[1:]]
    return all(cell in HIDING or WHOLE.fullmatch(cell) for cell in told)


def _count(file: str, line: int, told: str) -> int:
    found = told.strip().casefold()
    if found in HIDING:
        return HIDDEN
    if not WHOLE.fullmatch(found) or not found.isascii():
        raise BadRow(file=file, line=line, found=told)
    return int(found)
