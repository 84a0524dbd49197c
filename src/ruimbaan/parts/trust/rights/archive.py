# SPDX-License-Identifier: EUPL-1.2
"""A ZIP that is made while it is sent: nothing of it is ever laid down on a disk, and it takes no
more memory for a long log than for a short one. Broken off, it has no table of contents and no
program takes it for a whole one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

AT_A_TIME = 64 * 1024  # bytes that are sent together


class _Outgoing(io.RawIOBase):
    """Takes what the ZIP writes and gives it on; cannot go back."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        self._waiting += data
        return len(data)

    def __len__(self) -> int:
        return len(self._waiting)

    def take(self) -> bytes:
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken


def zipped(files: Iterable[tuple[str, Iterable[str]]], at: datetime) -> Iterator[bytes]:
    """`files`: the name of each, and its text in pieces."""
    outgoing = _Outgoing()
    with ZipFile(outgoing, "w", ZIP_DEFLATED) as archive:
        for name, pieces in files:
            info = ZipInfo(name, at.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16  # for the owner alone, where it is unpacked
            with archive.open(info, "w") as file:
                for piece in pieces:
                    file.write(piece.encode())
                    if len(outgoing) >= AT_A_TIME:
                        yield outgoing.take()
    yield outgoing.take()
