# SPDX-License-Identifier: EUPL-1.2
"""Lists that are nearly those of a municipality: any headings, any spreadsheet, any mapping, with
something broken. The same seed makes the same list."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from random import Random

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.validation.judging import Judged
from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.own_list import Mapping, OwnList
from ruimbaan.integrations.own_list.fields import ALL, BY_NAME
from ruimbaan.integrations.own_list.lines import KEPT, TABLE
from ruimbaan.integrations.own_list.mapping import mapping_of
from ruimbaan.integrations.own_list.reading import read_content
from tests.contract.fuzzing.breaking import (
    TOKENS,
    Table,
    broken_bytes,
    broken_table,
    one_of,
)
from tests.contract.fuzzing.looking import LIMITS, TODAY, looked_at, said_in_words

CELLS = (
    "", " ", "0241234567", "241234567", "2,41E+08", "12-10-2026", "31-02-2026", "46000", "1-1-26",
    "ma t/m vr 9.00 - 17.00 uur", "vr-ma 9-17", "ma, di en do 24:00-1:00", "in overleg", "gratis",
    "Nederlands, Arabisch & Tigrinya", "www.hoop.example", "javascript:x", "geen adres", "x" * 301,
    "6511 AB", "=1+1", "a;b", 'a"b', "twee\nregels", "\0", "<script>", "\u202e", "é", "9" * 5_000,
)  # fmt: skip
CHANGED = ('="0241234567"', "'0241234567", "\N{NO-BREAK SPACE}Hoop")  # what is undone in a cell
HEADINGS = (
    "",
    "Naam",
    "Naamm",
    "Wijk",
    "wijk",
    "id",
    "Tel.",
    "Open",
    "kolom 2",
    "E-mail",
    "x" * 90,
)
MAPPED = ("Naam", "Titel", "nergens", "", "3", "Tel.")
YAML = (
    *TOKENS, b"!!bool x", b"!!timestamp x", b"!!int ''", b"&a [*a]", b"<<: *a", b"? [1]", b"- ", b"~",
    b"!!python/object:os.system", b"%YAML 9.9", b"---", b"...", b"[" * 400, b"0x_", b"1:60", b"|2",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "windows-1252", "utf-16", "latin-1")
SEPARATORS = (";", ";", ",", "\t", "|")


def mutated(chance: Random) -> tuple[bytes, Table | None]:
    """A list, and its cells when nothing was done to its bytes."""
    table = broken_table(_whole(chance), chance, (*CELLS, *CHANGED), HEADINGS)
    separator = one_of(SEPARATORS, chance)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(table)
    told = f"sep={separator}\r\n" if chance.random() < 0.1 else ""
    encoding = one_of(ENCODINGS, chance)
    content = (told + text.getvalue()).encode(encoding, "replace")
    if chance.random() < 0.4:
        return broken_bytes(content, chance), None
    return content, table if encoding == "utf-8" else None


def mapping(chance: Random) -> Mapping:
    """None named, or those of a mapping file that may be broken. Raises NoMapping."""
    if chance.random() < 0.7:
        return Mapping()
    names = (*BY_NAME, "colour")
    lines = [f"  {one_of(names, chance)}: {one_of(MAPPED, chance)}" for _ in range(2)]
    content = "\n".join(["columns:", *lines, ""]).encode()
    while chance.random() < 0.5:
        content = broken_bytes(content, chance, YAML)
    return mapping_of(content, "mapping.yaml")


def run(chance: Random) -> Judged | None:
    """One attempt; None when the list was refused as a whole. Any other exception is a fault, and so
    is a line or a cell that got lost (AssertionError)."""
    content, table = mutated(chance)
    try:
        found = attempt(content, mapping(chance))
    except ExchangeError as refused:
        refused.explain("nl")
        return None
    return list_looked_at(found, table)


def attempt(content: bytes, named: Mapping) -> OwnList:
    """Raises ExchangeError."""
    return read_content(content, "lijst.csv", "waalstad", TODAY, mapping=named, limits=LIMITS)


def list_looked_at(found: OwnList, table: Table | None) -> Judged:
    said_in_words(found.findings)
    judged = looked_at(found.content)
    assert judged.refused == ()  # a line comes in whole or not at all
    lines = {row.place.row: row.values[KEPT] for row in found.content.rows if row.table == TABLE}
    aside = {one.place.row: one.content for one in found.refused}
    assert not lines.keys() & aside.keys()
    if table is not None:
        read = sorted((lines | aside).items())
        told = [line for line in table if any(cell.strip() for cell in line)][1:]
        for (number, kept), line in zip(read, told, strict=True):
            lost = {cell for cell in line if cell.strip() and cell not in CHANGED} - {*_texts(kept)}
            assert not lost, (number, lost)
    return judged


def _whole(chance: Random) -> Table:
    """The name and some other fields, each called in one of its ways; one or two lines."""
    fields = [BY_NAME["name"], *(one_of(ALL, chance) for _ in range(int(chance.random() * 5)))]
    headings = [
        one_of((some.heading.nl, some.heading.en, *some.seen_as), chance) for some in fields
    ]
    lines = [
        [one_of((some.example.nl, one_of(CELLS, chance)), chance) for some in fields]
        for _ in range(1 + int(chance.random() * 2))
    ]
    return [headings, *lines]


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
