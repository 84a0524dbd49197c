# SPDX-License-Identifier: EUPL-1.2
"""The cells of a table as a spreadsheet saved them, without what it did to them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.integrations.hsds.errors import BrokenTable, NotThisEncoding, TooLarge
from ruimbaan.integrations.hsds.limits import Limits
from ruimbaan.integrations.hsds.tables_text import SEPARATORS, decoded
from ruimbaan.integrations.own_list.mapping import guess_count

OLD_EXCEL = "windows-1252"
COMMENT = "#"  # a line that starts with it is an explanation
_TOLD = re.compile(r"sep=(?P<separator>[,;\t|])\r?\n", re.I)
_FORMULA = re.compile(r'="(?P<text>[^"]*)"')


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    cells: tuple[str, ...]


def text_of(content: bytes, place: Place) -> str:
    """UTF-8, or else what Excel wrote before it. Raises NotThisEncoding."""
    try:
        return decoded(content, place)
    except NotThisEncoding:
        return decoded(content, place, OLD_EXCEL)


def lines_of(text: str, place: Place, limits: Limits) -> Iterator[Line]:
    """Every line with something in it; the first has the headings. `number` is the line of the file
    on which it begins. Raises BrokenTable or TooLarge."""
    told = _TOLD.match(text)
    skipped = 1 if told else 0
    body = text[told.end() :] if told else text
    separator = told["separator"] if told else _separator(body)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    begin = skipped + 1
    try:
        for count, cells in enumerate(reader):
            if count > limits.rows:
                raise TooLarge(place, what=f"> {limits.rows} rows")
            if len(cells) > limits.columns:
                raise TooLarge(place, what=f"> {limits.columns} columns")
            clean = tuple(_clean(cell) for cell in cells)
            first = next(filter(None, clean), "")
            if first and not first.startswith(COMMENT):
                yield Line(begin, clean)
            begin = reader.line_num + skipped + 1
    except csv.Error:
        raise BrokenTable(place, line=reader.line_num + skipped) from None


def _separator(text: str) -> str:
    """The one with which the first line has most headings we know, and then most headings."""
    first = text.lstrip("\r\n").split("\n", 1)[0].rstrip("\r")

    def headings(separator: str) -> tuple[int, int]:
        cells = [cell.strip(" \"'") for cell in first.split(separator)]
        return guess_count(cells), len(cells)

    return max((";", ",", *SEPARATORS), key=headings)


def _clean(cell: str) -> str:
    """Without the spaces that come from web pages, and without Excel's way to keep a number text."""
    text = cell.replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "").strip()
    if formula := _FORMULA.fullmatch(text):
        return formula["text"].strip()
    return text.removeprefix("'") if text[1:2].isdigit() else text
