# SPDX-License-Identifier: EUPL-1.2
"""Files to where they should go: written beside it first, then put in place in one move, so that
whoever stops half-way leaves nothing half written."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from pathlib import Path

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.archive import Files
from ruimbaan.integrations.hsds.errors import NotWritten

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the same content makes the same zip


def store(files: Files, path: Path) -> None:
    """As a zip when the name ends on .zip, as one file when there is only one, else as a folder.
    A file that is there is replaced; a folder must be new or empty. Raises NotWritten."""
    try:
        if path.suffix.lower() == ".zip":
            _put(zipped(files), path)
        elif len(files) == 1:
            _put(next(iter(files.values())), path)
        else:
            _put_folder(files, path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise NotWritten(Place(shown(path.name)), reason=reason) from None


def zipped(files: Files) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(files):
            package.writestr(zipfile.ZipInfo(name, EARLIEST), files[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _put(content: bytes, path: Path) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.flush()
            beside.chmod(0o644)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def _put_folder(files: Files, folder: Path) -> None:
    beside = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        for name, content in files.items():
            (beside / name).write_bytes(content)
        beside.chmod(0o755)
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
