# SPDX-License-Identifier: EUPL-1.2
"""Is every requirements/*.txt in step with its .in file, pinned, hashed and free of addresses?"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.paths import ROOT, shown

FOLDER = ROOT / "requirements"
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+) \\\n(?P<hashes>(?: +--hash=\S+.*\n)+)", re.M
)
ADDRESS = re.compile(r"https?:|file://|--(?:extra-)?index|--find-links|--trusted-host|(?:^|\s)/")


def main() -> int:
    faults = [fault for asked in sorted(FOLDER.glob("*.in")) for fault in faults_of(asked)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def faults_of(asked: Path) -> list[str]:
    lock = asked.with_suffix(".txt")
    if not lock.exists():
        return [f"{shown(lock)} is missing: run `make lock`"]
    text = lock.read_text(encoding="utf-8")
    pins = {canonicalize_name(pin["name"]): pin["version"] for pin in PIN.finditer(text)}
    wanted = [Requirement(line) for line in requirements_of(asked)]
    faults = [
        f"{shown(lock)} has no {one.name} that fits {asked.name}: run `make lock`"
        for one in wanted
        if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"), prereleases=True)
        or canonicalize_name(one.name) not in pins
    ]
    asked_names = {canonicalize_name(one.name) for one in wanted}
    faults += [
        f"{shown(lock)} pins {name}, and {asked.name} no longer asks for it: run `make lock`"
        for name in sorted(directly_asked(text, asked.name) - asked_names)
    ]
    faults += [
        f"{shown(lock)}:{number} holds an address or a path of a machine"
        for number, line in enumerate(text.splitlines(), start=1)
        if ADDRESS.search(line)
    ]
    return faults


def requirements_of(asked: Path) -> list[str]:
    """The requirements of a file and of the files it takes in with -r."""
    found: list[str] = []
    for line in (
        raw.split("#")[0].strip() for raw in asked.read_text(encoding="utf-8").splitlines()
    ):
        if line.startswith("-r "):
            found += requirements_of(asked.parent / line.removeprefix("-r ").strip())
        elif line and not line.startswith("-"):
            found.append(line)
    return found


def directly_asked(lock: str, asked: str) -> set[str]:
    """Packages that the lock says it holds because the .in file itself asks for them."""
    found, name = set(), ""
    for line in lock.splitlines():
        if pin := re.match(r"([A-Za-z0-9._-]+)==", line):
            name = canonicalize_name(pin[1])
        elif line.strip(" #").removeprefix("via ") == f"-r requirements/{asked}":
            found.add(name)
    return found


if __name__ == "__main__":
    sys.exit(main())
