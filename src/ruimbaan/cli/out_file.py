# SPDX-License-Identifier: EUPL-1.2
"""A file for an answer that takes long to work out: looked at beforehand, so that nobody waits for what
cannot be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn


def check_out(file: Path) -> None:
    """Leaves nothing behind, and what is there as it is. Raises NotWritten."""
    from tempfile import TemporaryFile

    try:
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not file.exists():
            with TemporaryFile(dir=file.parent):
                return
        if not os.access(file, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        refuse(file, error.strerror or type(error).__name__)


def write_out(text: str, file: Path) -> None:
    """A disk may fill up since it was looked at. Raises NotWritten."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        refuse(file, error.strerror or type(error).__name__)


def refuse(file: Path, reason: str) -> NoReturn:
    from ruimbaan.core.directory.records.rows import Place
    from ruimbaan.core.directory.validation.finding import shown
    from ruimbaan.integrations.hsds.errors import NotWritten

    raise NotWritten(Place(shown(str(file))), reason=reason) from None
