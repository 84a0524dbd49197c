# SPDX-License-Identifier: EUPL-1.2
"""Event logs in CSV: DuckDB reads them as texts; lines that do not fit are told by their number."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors
from ruimbaan.analytics.events.columns import listed, resolve
from ruimbaan.analytics.events.reading import (
    RAW,
    Asked,
    Fault,
    Staged,
    drop,
    quoted,
    stage_columns,
)

SEPARATORS = ",;\t|"
AT_A_TIME = 1 << 20  # bytes
LONGEST_HEADER = 1 << 20  # characters
SHOWN = 80  # characters of a line
LINES = "lines"
CODES = {"MISSING COLUMNS": "RB-EVENT-110", "TOO MANY COLUMNS": "RB-EVENT-111"}
TOO_LONG, ONE_END = "RB-EVENT-112", "RB-EVENT-117"
HEADER = 1  # its line
LIFECYCLE = ("lifecycle:transition", "lifecycle", "registration_type")


def read_csv(con: DuckDBPyConnection, path: Path, asked: Asked) -> Staged:
    """Raises LogRefused when the file as a whole is not a table with the columns that are asked."""
    _must_be_text(path)
    separator, header = _header(path)
    roles = resolve(asked.columns, header)
    with _one_line_end(path) as lines:
        _load(con, lines, separator, header)
    faults = [*_lifecycle(header), *_rejected(con)]
    stage_columns(con, LINES, roles)
    drop(con, LINES)
    _number_around(con, [fault.row for fault in faults if fault.row > HEADER])
    return Staged(con, roles, tuple(faults))


@contextmanager
def _one_line_end(path: Path) -> Iterator[Path]:
    """The same lines, as DuckDB takes them: parts of a log that come from two systems end their lines
    in two ways, and a line end within quotes counts as well."""
    windows = plain = 0
    last = b""
    for piece in _pieces(path):
        windows += piece.count(b"\r\n") + (last == b"\r" and piece[:1] == b"\n")
        plain += piece.count(b"\n")
        last = piece[-1:]
    if windows in {0, plain}:
        yield path
        return
    with NamedTemporaryFile(suffix=".csv") as copy:
        held = b""
        for piece in _pieces(path):
            whole = held + piece
            held = b"\r" if whole.endswith(b"\r") and piece else b""
            copy.write(whole[: len(whole) - len(held)].replace(b"\r\n", b"\n"))
        copy.flush()
        yield Path(copy.name)


def _must_be_text(path: Path) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines = 1
    for piece in _pieces(path):
        if 0 in piece:
            raise errors.BinaryText(
                file=path.name, line=lines + piece.count(b"\n", 0, piece.index(0))
            )
        try:
            decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            line = lines + error.object.count(b"\n", 0, error.start)
            raise errors.NotUtf8(file=path.name, line=line) from None
        lines += piece.count(b"\n")


def _pieces(path: Path) -> Iterator[bytes]:
    """The file in pieces, and an empty one at its end."""
    with path.open("rb") as stream:
        while piece := stream.read(AT_A_TIME):
            yield piece
    yield b""


def _header(path: Path) -> tuple[str, list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        first = stream.readline(LONGEST_HEADER)
    if not first.strip():
        raise errors.ColumnWithoutName(found="–")
    separator = max(SEPARATORS, key=first.count)
    names = [name.strip() for name in next(csv.reader([first], delimiter=separator))]
    _must_be_names(names)
    return separator, names


def _must_be_names(names: list[str]) -> None:
    twice = {name for name in names if name and names.count(name) > 1}
    if twice:
        raise errors.ColumnTwice(name=min(twice))
    if any(name[:1].isdigit() for name in names):  # a time, a number: this is a row already
        raise errors.ColumnWithoutName(found=listed(names))


def _load(con: DuckDBPyConnection, path: Path, separator: str, header: list[str]) -> None:
    # a column without a name is nobody's, and may be there: pandas writes one
    names = [name or f"column {number}" for number, name in enumerate(header, 1)]
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names)
    con.execute(
        f"CREATE TEMP TABLE {LINES} AS SELECT * FROM read_csv({quoted(path)},"  # noqa: S608
        f" auto_detect=false, header=true, delim={quoted(separator)}, quote='\"',"
        f" escape='\"', columns={{{columns}}}, store_rejects=true, encoding='utf-8')"
    )


def _rejected(con: DuckDBPyConnection) -> list[Fault]:
    found = con.execute(
        "SELECT line, CAST(error_type AS VARCHAR), min(csv_line) FROM reject_errors"
        " GROUP BY ALL ORDER BY line"
    ).fetchall()
    faults: dict[int, Fault] = {}
    for line, kind, text in found:
        if "UNQUOTED" in kind:
            raise errors.QuotesDoNotMatch(line=line)
        faults.setdefault(line, Fault(CODES.get(kind, TOO_LONG), line, (text or "")[:SHOWN]))
    return list(faults.values())


def _lifecycle(header: list[str]) -> list[Fault]:
    """A column that says of a row whether it is the start or the end of something."""
    return [Fault(ONE_END, HEADER, name) for name in header if name.lower() in LIFECYCLE]


def _number_around(con: DuckDBPyConnection, gone: list[int]) -> None:
    """Rows after a line that was set aside move one further down, so that each is its own line."""
    if not gone:
        return
    # the first row that moves, as it is numbered without the lines that are gone
    steps = ", ".join(f"({line - number})" for number, line in enumerate(gone))
    con.execute(
        f'UPDATE {RAW} SET "row" = "row" + (SELECT count(*) FROM (VALUES {steps}) s(step)'  # noqa: S608
        f' WHERE step <= {RAW}."row")'
    )
