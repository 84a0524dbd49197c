# SPDX-License-Identifier: EUPL-1.2
"""Files that are nearly Ohana's: lines of its sample with something broken, and the tree of Open
Eligibility. The same seed makes the same files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Content, Place
from ruimbaan.core.directory.validation.judging import Judged
from ruimbaan.integrations.hsds.archive import Files, unzipped
from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.hsds.storing import zipped
from ruimbaan.integrations.ohana.reading import read_files
from tests.contract.fuzzing.breaking import (
    Table,
    broken_bytes,
    broken_json,
    broken_table,
    one_of,
)
from tests.contract.fuzzing.looking import LIMITS, looked_at

HERE = Path(__file__).parent
PLACE = Place("fuzz.zip")
TREE = "oe-slice.json"
LINES_KEPT = 6  # of the sample: enough to be different, few enough to be quick
BRANCHES = 3
CELLS = (
    "", " ", "1", "22", "Monday", "mon", "8", "9" * 5_000, "08:00", "24:00", "4:00 PM", "0:60 am",
    "12/24/2015", "January 01, 0001", "31/31/31", "true", "closed", "a,b,,a", ",", '"', "\n", "\0",
    "x" * 400, "=1+1", "<script>", "\u202e", "٣", "²", "taxonomy_id", "101-01, 101-01", "active", "é",
)  # fmt: skip
HEADINGS = (
    "id", "ID", "", "taxonomy_id", "location_id", "organization_id", "service_id", "name", "status",
    "ohana", "ruimbaan", "languages", "opens_at", "weekday", "virtual", "latitude", "nowhere",
)  # fmt: skip
NAMES = ("@id", "@title", "second_level", "third_level", "taxonomy", "id", "", "x\0", "ohana")


@cache
def tables() -> tuple[tuple[str, Table], ...]:
    found = []
    for path in sorted((HERE / "sample").glob("*.csv")):
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        found.append((path.name, lines[: LINES_KEPT + 1]))
    return tuple(found)


@cache
def tree() -> bytes:
    """The first branches of Open Eligibility, three levels deep."""
    whole = json.loads((HERE / TREE).read_bytes())
    (first, *_) = whole["taxonomy"]["top_level"]
    first["second_level"] = first["second_level"][:BRANCHES]
    whole["taxonomy"]["top_level"] = [first]
    return json.dumps(whole).encode()


def mutated(chance: Random) -> tuple[Files, dict[str, Table]]:
    """One or two files, and which of them are well-formed tables with these cells."""
    files: Files = {}
    sound: dict[str, Table] = {}
    for _ in range(one_of((1, 1, 2), chance)):
        if chance.random() < 0.15:
            name, content = TREE, broken_json(tree(), chance, NAMES)
        else:
            name, (heading, *lines) = one_of(tables(), chance)
            some = [one_of(lines, chance) for _ in range(1 + int(chance.random() * 3))]
            sound[name] = broken_table([heading, *some], chance, CELLS, HEADINGS)
            content = written(sound[name])
        files[name] = content
        if chance.random() < 0.4:
            files[name] = broken_bytes(content, chance)
            sound.pop(name, None)
    return files, sound


def written(table: Table, separator: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(table)
    return text.getvalue().encode("utf-8", "surrogatepass")


def attempt(chance: Random) -> tuple[Content, dict[str, Table]]:
    """Raises ExchangeError. Sometimes the files come out of a zip."""
    files, sound = mutated(chance)
    if chance.random() < 0.05:
        files = unzipped(zipped(files), PLACE, LIMITS)
    return read_files(files, "fuzz", limits=LIMITS), sound


def run(chance: Random) -> Judged | None:
    """One attempt; None when the files were refused as a whole. Any other exception is a fault, and
    so is a row or a cell that got lost (AssertionError)."""
    try:
        content, sound = attempt(chance)
    except ExchangeError as refused:
        refused.explain("nl")
        return None
    judged = looked_at(content)
    for name, table in sound.items():
        _no_cell_is_lost(content, name, table)
    return judged


def _no_cell_is_lost(content: Content, name: str, table: Table) -> None:
    """Every cell is in the record of its line, letter by letter."""
    found: dict[int, set[str]] = {}
    for row in content.rows:
        if row.place.file == name:
            found.setdefault(row.place.row, set(row.surplus)).update(_texts(dict(row.values)))
    for number, line in enumerate(table[1:], start=2):
        lost = {cell for cell in line if cell} - found.get(number, set())
        assert not lost, (name, number, lost)


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
