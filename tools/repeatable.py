# SPDX-License-Identifier: EUPL-1.2
"""A wheel and a source distribution that have the same bytes wherever and whenever they are made.

`bdist_wheel` goes by SOURCE_DATE_EPOCH itself; an archive of sources is packed anew, in order of
name, with one moment, no owner and the same rights.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

EXECUTABLE, PLAIN = 0o755, 0o644
UMASK = 0o022


def newest(repository: Path) -> tuple[str, int]:
    """The newest commit, and when it was made, in seconds since 1970."""
    said = subprocess.run(
        ["git", "log", "-1", "--format=%H %ct"],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    return said[0], int(said[1])


def copy_of(repository: Path, commit: str, folder: Path) -> Path:
    """What git has at that commit, and nothing else."""
    folder.mkdir(parents=True)
    archive = subprocess.run(
        ["git", "archive", commit], cwd=repository, check=True, capture_output=True
    ).stdout
    subprocess.run(["tar", "--extract", "--directory", folder], input=archive, check=True)
    return folder


def build(source: Path, to: Path, moment: int, **surroundings: str) -> list[Path]:
    """The source distribution, and the wheel made out of it."""
    to.mkdir(parents=True)
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", to, source],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(moment), **surroundings},
        umask=UMASK,
        check=True,
        capture_output=True,
    )
    for archive in to.glob("*.tar.gz"):
        archive.write_bytes(packed_anew(archive.read_bytes(), moment))
    return sorted(to.iterdir())


def packed_anew(archive: bytes, moment: int) -> bytes:
    """The same files, in an order, with a moment and rights that follow from nothing else."""
    packed = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(archive)) as source,
        gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=moment) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.PAX_FORMAT) as target,
    ):
        for member in sorted(source.getmembers(), key=lambda one: one.name):
            made = tarfile.TarInfo(member.name)
            made.type, made.size, made.mtime = member.type, member.size, moment
            made.mode = EXECUTABLE if member.isdir() or member.mode & 0o100 else PLAIN
            target.addfile(made, source.extractfile(member) if member.isfile() else None)
    return packed.getvalue()


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
