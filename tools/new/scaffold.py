# SPDX-License-Identifier: EUPL-1.2
"""What a kind of scaffold answers: files to write, files to change, and what to do then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

SLUG = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
CODED = re.compile(r"^(?P<region>[a-z]+)/(?P<code>[A-Z][A-Z0-9]*(-[A-Za-z0-9]+)*)$")


class NotMade(Exception):
    """Why nothing was written."""


@dataclass(frozen=True, slots=True)
class Scaffold:
    """Paths are from the root of the repository. `then`: what its maker does next, one thing a line."""

    new: Mapping[str, str]
    changed: Mapping[str, str] = field(default_factory=dict)
    then: tuple[str, ...] = ()


def write(found: Scaffold, root: Path) -> list[str]:
    """Writes all of it or nothing. Raises NotMade."""
    there = [name for name in found.new if (root / name).exists()]
    if there:
        raise NotMade(f"{', '.join(there)} is there already")
    for name, text in {**found.new, **found.changed}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [*(f"new      {name}" for name in found.new), *(f"changed  {n}" for n in found.changed)]


def slug_of(name: str) -> str:
    """Raises NotMade."""
    if not SLUG.match(name):
        raise NotMade(f'"{name}" is no name: small letters, digits and hyphens, such as quiet-room')
    return name


def coded(name: str, root: Path) -> tuple[str, str]:
    """The region and the code in it. Raises NotMade."""
    found = CODED.match(name)
    if found is None:
        raise NotMade(f'"{name}" says no region and code: write for example waalstad/X90')
    if not (root / "demo" / found["region"] / "region.yaml").exists():
        raise NotMade(f"there is no demo/{found['region']}/region.yaml")
    return found["region"], found["code"]


def added_before(text: str, mark: str, line: str) -> str:
    """The text with a line before the last line that begins with this mark. Raises NotMade."""
    place = text.rfind(f"\n{mark}")
    if place < 0:
        raise NotMade(f"a file has changed its shape: no line begins with {mark!r}")
    return text[: place + 1] + line + text[place + 1 :]


def added_after(text: str, mark: str, line: str) -> str:
    """The text with a line after the last line that begins with this mark. Raises NotMade."""
    place = text.rfind(f"\n{mark}")
    if place < 0:
        raise NotMade(f"a file has changed its shape: no line begins with {mark!r}")
    end = text.index("\n", place + 1) + 1
    return text[:end] + line + text[end:]
