# SPDX-License-Identifier: EUPL-1.2
"""Files that cannot be read are refused whole, with a code and an advice."""

from __future__ import annotations

import io
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.integrations.hsds import errors
from ruimbaan.integrations.hsds.archive import files_at, unzipped
from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.hsds.limits import USUAL
from ruimbaan.integrations.hsds.reading import read_files, read_path
from ruimbaan.integrations.hsds.storing import store, zipped

HEAD = b"id,name,status\n"
ROW = b"s1,Inloop,active\n"
SMALL = replace(USUAL, file_bytes=2_000, total_bytes=3_000, files=3, rows=5, depth=5)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("services.csv", HEAD + b'"s1,Inloop\n', errors.BrokenTable),
        ("services.csv", HEAD + b'"s1"x,Inloop,active\n', errors.BrokenTable),
        ("services.csv", b"name,status\nInloop,active\n", errors.NoIdColumn),
        ("services.csv", b"", errors.NoIdColumn),
        ("services.csv", b"id,name,name\n", errors.ColumnTwice),
        ("services.csv", HEAD + "s1,Café,active\n".encode("windows-1252"), errors.NotThisEncoding),
        ("services.csv", HEAD + ROW * 6, errors.TooLarge),
        ("services.json", b'{"id": "s1",}', errors.NotJson),
        ("services.json", b'{"id": NaN}', errors.NotJson),
        ("services.json", b'{"id": 1, "id": 2}', errors.KeyTwice),
        ("services.json", b"[" * 100_000, errors.TooDeep),
        ("services.json", b"\xff\xfe\x00", errors.NotThisEncoding),
        ("services.json", b"[]", errors.NothingKnown),
        ("readme.txt", b"hello", errors.NothingKnown),
        ("services.csv", HEAD, errors.NothingKnown),
    ],
)
def test_a_file_that_cannot_be_read(name: str, content: bytes, expected: type[ExchangeError]):
    with pytest.raises(expected) as refused:
        read_files({name: content}, limits=SMALL)

    told = refused.value.explain("nl")
    assert told.code.startswith("RB-KRT-0")
    assert told.advice != refused.value.explain("en").advice


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"id;name;status\ns1;Caf\xc3\xa9, open;active\n", "utf-8"),
        (b"\xef\xbb\xbfid\tname\tstatus\r\ns1\tCaf\xc3\xa9, open\tactive\r\n", "utf-8"),
        ('"ID"|name|status\ns1|Café, open|active\n'.encode("utf-16"), "utf-8"),
        ('id,name,status\ns1,"Café, open",active\n\n,,\n'.encode("windows-1252"), "windows-1252"),
    ],
)
def test_tables_as_other_programs_write_them(content: bytes, encoding: str):
    (row,) = read_files({"services.csv": content}, encoding=encoding).rows

    assert row.values == {"id": "s1", "name": "Café, open", "status": "active"}
    assert str(row.place) == "services.csv:2"


def test_a_package_may_give_its_files_other_names():
    package = b'{"resources": [{"name": "service", "path": "aanbod.csv"}]}'

    (row,) = read_files({"datapackage.json": package, "aanbod.csv": HEAD + ROW}).rows

    assert row.table == "service"


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in entries:
            package.writestr(name, text)
    return content.getvalue()


def link() -> zipfile.ZipInfo:
    found = zipfile.ZipInfo("services.csv")
    found.external_attr = (stat.S_IFLNK | 0o777) << 16
    return found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (packed(("../services.csv", HEAD)), errors.UnsafeName),
        (packed(("/services.csv", HEAD)), errors.UnsafeName),
        (packed(("a\\..\\services.csv", HEAD)), errors.UnsafeName),
        (packed(("c:services.csv", HEAD)), errors.UnsafeName),
        (packed(("a/services.csv", HEAD), ("b/services.csv", HEAD)), errors.UnsafeName),
        (packed((link(), b"/etc/passwd")), errors.UnsafeName),
        (packed(("services.csv", b"0" * 2_001)), errors.TooLarge),
        (packed(("a.csv", b"0" * 1_900), ("b.csv", b"0" * 1_900)), errors.TooLarge),
        (packed(*((f"{name}.csv", HEAD) for name in "abcd")), errors.TooLarge),
        (packed(("services.csv", HEAD + ROW))[:60], errors.BrokenPackage),
        (packed(("services.csv", HEAD + ROW)).replace(HEAD[:8], b"\0" * 8), None),
        (b"PK\x03\x04 nothing", errors.BrokenPackage),
    ],
    ids=range(12),  # the bytes hold the moment at which they were packed
)
def test_a_zip_is_not_to_be_trusted(content: bytes, expected: type[ExchangeError] | None):
    if expected is None:
        assert unzipped(content, Place("x.zip"), SMALL)
        return
    with pytest.raises(expected):
        unzipped(content, Place("x.zip"), SMALL)


def test_a_zip_that_grows_too_much_is_refused():
    bomb = packed(("services.csv", b"0" * 50_000_000))

    with pytest.raises(errors.TooLarge):
        unzipped(bomb, Place("bomb.zip"))


@pytest.mark.parametrize("kind", ["missing", "link", "odd name"])
def test_a_path_that_is_no_plain_file(kind: str, tmp_path: Path):
    path = tmp_path / "services.csv"
    if kind == "link":
        (tmp_path / "elsewhere.txt").write_bytes(HEAD)
        path.symlink_to(tmp_path / "elsewhere.txt")
    offered = {"missing": path, "link": tmp_path, "odd name": Path("a\0b")}[kind]

    with pytest.raises(ExchangeError):
        files_at(offered)


def test_a_folder_a_zip_and_a_file_read_the_same(tmp_path: Path):
    files = {"services.csv": HEAD + ROW, "organizations.csv": b"id,name\no1,Kade\n"}
    store(files, tmp_path / "folder")
    store(files, tmp_path / "hsds.zip")

    assert read_path(tmp_path / "folder") == read_path(tmp_path / "hsds.zip")
    assert (tmp_path / "hsds.zip").read_bytes() == zipped(files)


def test_a_folder_with_something_in_it_is_not_overwritten(tmp_path: Path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")

    with pytest.raises(errors.NotWritten):
        store({"a.csv": b"", "b.csv": b""}, tmp_path / "full")

    assert [path.name for path in tmp_path.iterdir()] == ["full"]
