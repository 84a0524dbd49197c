# SPDX-License-Identifier: EUPL-1.2
"""The files of a folder or a zip, by name. A zip is not to be trusted: not its names, not what it
says about sizes."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.errors import BrokenPackage, TooLarge, Unreadable, UnsafeName
from ruimbaan.integrations.hsds.limits import MEGABYTE, USUAL, Limits

Files = dict[str, bytes]
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,  # a way of packing that we do not have
    OSError,
    RuntimeError,  # a password is asked for
    ValueError,
)


def files_at(path: Path, limits: Limits = USUAL) -> Files:
    """The file, or all files of the folder or zip. Raises an ExchangeError."""
    place = Place(shown(path.name))
    try:
        if path.is_dir():
            return _folder(path, place, limits)
        content = _content(path, place, limits.file_bytes)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Unreadable(place, reason=reason) from None
    if content[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return unzipped(content, place, limits)
    return {path.name: content}


def unzipped(content: bytes, place: Place, limits: Limits = USUAL) -> Files:
    """Raises UnsafeName, TooLarge or BrokenPackage."""
    found: Files = {}
    room = limits.total_bytes
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if len(package.infolist()) > limits.files:
                raise TooLarge(place, what=f"> {limits.files} files")
            for entry in package.infolist():
                if entry.is_dir():
                    continue
                name = _safe_name(entry, place)
                if name in found:
                    raise UnsafeName(place, name=shown(entry.filename))
                most = min(room, limits.file_bytes, entry.compress_size * limits.ratio + MEGABYTE)
                found[name] = _unpacked(package, entry, most, place)
                room -= len(found[name])
    except _BROKEN as error:
        raise BrokenPackage(place, reason=shown(error)) from None
    return found


def _folder(folder: Path, place: Place, limits: Limits) -> Files:
    found: Files = {}
    room = limits.total_bytes
    for path in _plain_files(folder, place):
        if len(found) == limits.files:
            raise TooLarge(place, what=f"> {limits.files} files")
        found[path.name] = _content(path, Place(shown(path.name)), min(room, limits.file_bytes))
        room -= len(found[path.name])
    return found


def _plain_files(folder: Path, place: Place) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_symlink():
            raise UnsafeName(place, name=shown(path.name))
        if path.is_file() and path.suffix.lower() in (".csv", ".json"):
            yield path


def _content(path: Path, place: Place, most: int) -> bytes:
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge(place, what=f"> {most // MEGABYTE} MB")
    return content


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, place: Place) -> bytes:
    with package.open(entry) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge(place, what=f"{shown(entry.filename)} > {most // MEGABYTE} MB")
    return content


def _safe_name(entry: zipfile.ZipInfo, place: Place) -> str:
    """The name without its folder."""
    path = PurePosixPath(entry.filename)
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    is_elsewhere = path.is_absolute() or ".." in path.parts
    if is_link or is_elsewhere or "\\" in entry.filename or ":" in entry.filename or not path.name:
        raise UnsafeName(place, name=shown(entry.filename))
    return path.name
