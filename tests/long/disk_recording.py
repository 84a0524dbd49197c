# SPDX-License-Identifier: EUPL-1.2
"""What a process asks of the disk, read from strace, in the order in which it asked."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.site_of_its_own import Site
from tools.paths import ROOT

CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,close,unlink,unlinkat"
LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+= (-?\d+)")
UNFINISHED = re.compile(r"^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+)\s+<\.\.\. (\w+) resumed>(.*)$")
QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
STDOUT = "1"


@dataclass(frozen=True, slots=True)
class Write:
    """`length` is set instead of content when the file was cut or grown to it."""

    name: str
    offset: int
    content: bytes
    length: int | None = None

    def reach(self, disk: dict[str, bytearray]) -> None:
        file = disk.setdefault(self.name, bytearray())
        end = self.offset + len(self.content) if self.length is None else self.length
        if len(file) < end:
            file.extend(bytes(end - len(file)))
        if self.length is None:
            file[self.offset : end] = self.content
        else:
            del file[end:]


@dataclass(frozen=True, slots=True)
class Synced:
    """Or `gone`: the file was removed."""

    name: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Acknowledged:
    words: str


Event = Write | Synced | Acknowledged


@dataclass(frozen=True, slots=True)
class Recording:
    before: dict[str, bytes]
    events: tuple[Event, ...]

    @property
    def acknowledged(self) -> int:
        return sum(isinstance(event, Acknowledged) for event in self.events) - 1

    @property
    def syncs(self) -> int:
        return sum(isinstance(event, Synced) and not event.gone for event in self.events)


def record(site: Site, seconds: str) -> Recording:
    """Somebody begins a file and writes in it. The first line said is whose file it is."""
    before = {
        str(path.relative_to(site.folder)): path.read_bytes()
        for path in sorted(site.folder.rglob("*"))
        if is_kept(path)
    }
    trace = site.folder / "trace"
    command = ["strace", "-f", "-xx", "-s", "9999999", "-e", f"trace={CALLS}", "-o", str(trace)]
    subprocess.run(
        [*command, sys.executable, "-m", "tests.file_writer", "begin", seconds],
        cwd=ROOT,
        env=site.environment(),
        check=True,
        capture_output=True,
    )
    return Recording(before, tuple(_events(trace, site.folder)))


def is_kept(path: Path) -> bool:
    """The index in shared memory is made anew when a file is opened."""
    return path.is_file() and ".sqlite3" in path.name and not path.name.endswith("-shm")


def _events(trace: Path, folder: Path) -> Iterator[Event]:
    files: dict[str, str] = {}
    for call, arguments, answer in _calls(trace):
        if answer < 0:
            continue
        number = arguments.split(",", 1)[0].strip()
        if call == "openat":
            path = Path(_bytes(arguments).decode())
            files.pop(str(answer), None)
            if path.is_relative_to(folder) and ".sqlite3" in path.name and "-shm" not in path.name:
                files[str(answer)] = str(path.relative_to(folder))
        elif call == "close":
            files.pop(number, None)
        elif call in {"unlink", "unlinkat"}:
            path = Path(_bytes(arguments).decode())
            if path.is_relative_to(folder):
                yield Synced(str(path.relative_to(folder)), gone=True)
        elif call == "write" and number == STDOUT:
            yield from (Acknowledged(line) for line in _bytes(arguments).decode().splitlines())
        elif number in files:
            yield _of_file(call, files[number], arguments)


def _of_file(call: str, name: str, arguments: str) -> Event:
    if call == "pwrite64":
        return Write(name, int(arguments.rsplit(",", 1)[1]), _bytes(arguments))
    if call == "ftruncate":
        return Write(name, 0, b"", length=int(arguments.split(",")[1]))
    if call == "write":
        raise ValueError(f"{name} was written without a place")
    return Synced(name)


def _calls(trace: Path) -> Iterator[tuple[str, str, int]]:
    """Each call when it ended. What another thread did meanwhile stands before it."""
    begun: dict[str, str] = {}
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            if half := UNFINISHED.match(line.rstrip("\n")):
                begun[half[1]] = half[3]
                continue
            if rest := RESUMED.match(line):
                line = f"{rest[1]} {rest[2]}({begun.pop(rest[1])}{rest[3]}"
            if whole := LINE.match(line):
                yield whole[2], whole[3], int(whole[4])


def _bytes(arguments: str) -> bytes:
    found = QUOTED.search(arguments)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""
