# SPDX-License-Identifier: EUPL-1.2
"""From what was sent to a text: the file for a program itself, or the ZIP it came in. Nothing is
laid down on a disk, and nothing is unpacked further than a file of ours can be large."""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from ruimbaan.core.journey.taken_along import MOST_BYTES, NotTakenAlong, TakenAlongTooLarge

BEGINS_A_ZIP = b"PK\x03\x04"
MOST_FILES = 5  # ours has two


def text_of(content: bytes) -> str:
    """Raises NotTakenAlong, TakenAlongTooLarge."""
    if content.startswith(BEGINS_A_ZIP):
        content = _unzipped(content)
    if len(content) > MOST_BYTES:
        raise TakenAlongTooLarge
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotTakenAlong from None


def _unzipped(content: bytes) -> bytes:
    """What the table of contents says of a size is not believed."""
    try:
        with ZipFile(io.BytesIO(content)) as archive, archive.open(_only_json(archive)) as file:
            found = file.read(MOST_BYTES + 1)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        raise NotTakenAlong from None
    if len(found) > MOST_BYTES:
        raise TakenAlongTooLarge
    return found


def _only_json(archive: ZipFile) -> ZipInfo:
    entries = archive.infolist()
    found = [one for one in entries if one.filename.endswith(".json")]
    if len(entries) > MOST_FILES or len(found) != 1:
        raise NotTakenAlong
    return found[0]
