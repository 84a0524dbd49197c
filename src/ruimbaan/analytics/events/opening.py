# SPDX-License-Identifier: EUPL-1.2
"""Opens a log of any kind that we read: which kind it is, its own first bytes say."""

from __future__ import annotations

from pathlib import Path

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors
from ruimbaan.analytics.events.csv_file import read_csv
from ruimbaan.analytics.events.log import EventLog
from ruimbaan.analytics.events.ocel import read_ocel
from ruimbaan.analytics.events.ocel_json import OcelJson
from ruimbaan.analytics.events.ocel_xml import OcelXml
from ruimbaan.analytics.events.own_parquet import open_own
from ruimbaan.analytics.events.parquet_file import read_parquet, whole
from ruimbaan.analytics.events.reading import Asked, Staged, new_engine
from ruimbaan.analytics.events.store import open_store
from ruimbaan.analytics.events.xes import read_xes

BEGINNING = 8192  # bytes
MAGIC_OF_STORE = slice(8, 12)  # bytes, of a file of DuckDB
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
STRANGERS = {
    b"PK\x03\x04": "Excel of zip",
    b"\x1f\x8b": "gzip",
    b"%PDF": "PDF",
    b"SQLite format 3": "SQLite",
    b"\xd0\xcf\x11\xe0": "Excel 97",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def open_log(path: Path, asked: Asked | None = None) -> EventLog:
    """Raises LogRefused when the file as a whole cannot be read.

    What is wrong with single rows stands in the report of the log.
    """
    wanted = asked or Asked()
    beginning = _beginning(path)
    con = new_engine()
    if beginning[MAGIC_OF_STORE] == b"DUCK":
        return open_store(con, path, wanted)
    if beginning.startswith(b"PAR1"):
        with whole(path):
            return open_own(con, path, wanted) or EventLog.of(
                read_parquet(con, path, wanted), wanted, path.name
            )
    return EventLog.of(_staged(con, path, beginning, wanted), wanted, path.name)


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            beginning = stream.read(BEGINNING)
    except OSError as error:
        raise errors.Unreadable(file=path.name, reason=error.strerror) from None
    if not beginning.removeprefix(BYTE_ORDER_MARK).strip():
        raise errors.EmptyFile(file=path.name)
    for magic, name in STRANGERS.items():
        if beginning.startswith(magic):
            raise errors.UnknownKind(file=path.name, found=name)
    return beginning


def _staged(con: DuckDBPyConnection, path: Path, beginning: bytes, asked: Asked) -> Staged:
    text = beginning.removeprefix(BYTE_ORDER_MARK).lstrip()
    if text.startswith(b"<"):
        return _read_xml(con, path, beginning, asked)
    if text.startswith((b"{", b"[")):
        return read_ocel(con, OcelJson(path), asked)
    return read_csv(con, path, asked)


def _read_xml(con: DuckDBPyConnection, path: Path, beginning: bytes, asked: Asked) -> Staged:
    """Both XES and OCEL begin with <log>; only OCEL names types of objects."""
    if b"object-types" in beginning or b"event-types" in beginning:
        return read_ocel(con, OcelXml(path), asked)
    return read_xes(con, path, asked)
