# SPDX-License-Identifier: EUPL-1.2
"""A disk that is full at the wanted moment, and has room again at another.

`OwnDisk` is a real one: a file system in memory of a fixed size, in which a file takes all room. It
asks for the right to mount, which root has, and on most machines everybody within a namespace of
their own; a process in a container mostly has not. There `LimitedFiles` does it: the operating system
lets no file of the site grow any further. That shows as much of our own code (a write that is
refused, at any byte, at any moment), and less of SQLite: it is told "too large", not "disk full".
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

INSIDE = "RUIMBAAN_TEST_OWN_MOUNTS"
WAYS = (["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"])
NO_LIMIT = resource.RLIM_INFINITY


class Disk(Protocol):
    kind: str

    def fill(self, room: int) -> None:
        """Leaves this many bytes."""

    def free(self) -> None: ...


def begin_with_own_mounts() -> bool:
    """Begins this program anew where it may mount, and says whether it may: then it is the second
    time. What is mounted there is gone when the program ends."""
    if INSIDE in os.environ:
        return True
    with tempfile.TemporaryDirectory() as folder:
        for way in WAYS:
            trial = [*way, "mount", "-t", "tmpfs", "-o", "size=1m", "ruimbaan", folder]
            if subprocess.run(trial, check=False, capture_output=True).returncode == 0:
                os.environ[INSIDE] = "1"
                os.execvp(way[0], [*way, sys.executable, *sys.orig_argv[1:]])  # noqa: S606
    return False


class OwnDisk:
    kind = "a disk of its own"

    def __init__(self, folder: Path, size: int) -> None:
        """`size` in bytes."""
        self._folder, self._ballast = folder, folder / "ballast"
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0755", "ruimbaan", str(folder)]
        subprocess.run(mount, check=True)

    def fill(self, room: int) -> None:
        self.free()
        found = os.statvfs(self._folder)
        with self._ballast.open("wb") as ballast:
            os.posix_fallocate(ballast.fileno(), 0, found.f_bavail * found.f_frsize - room)

    def free(self) -> None:
        self._ballast.unlink(missing_ok=True)

    def remove(self) -> None:
        subprocess.run(["umount", "--lazy", str(self._folder)], check=True)


class LimitedFiles:
    kind = "a largest size for each file"

    def __init__(self, folder: Path, processes: Callable[[], Iterable[int]]) -> None:
        """`processes`: those that write, by their numbers."""
        self._folder, self._processes = folder, processes

    def fill(self, room: int) -> None:
        """Of the smallest file that grows: for the others there is less."""
        written = self._folder.glob("*.sqlite3*")
        self._limit(min((path.stat().st_size for path in written), default=0) + room)

    def free(self) -> None:
        self._limit(NO_LIMIT)

    def _limit(self, size: int) -> None:
        for process in self._processes():
            resource.prlimit(process, resource.RLIMIT_FSIZE, (size, NO_LIMIT))
