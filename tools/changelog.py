# SPDX-License-Identifier: EUPL-1.2
"""At a release: move the notes of changelog.d to CHANGELOG.md (English) and WIJZIGINGEN.md (Dutch).

    python -m tools.changelog 0.1.0 --day 2026-11-23

Run again for the same version it adds the notes that came since, under the same heading.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ruimbaan.core.kernel.texts import Language, Text
from tools.paths import ROOT, shown

NOTES = ROOT / "changelog.d"
PAGES: dict[Language, Path] = {"en": ROOT / "CHANGELOG.md", "nl": ROOT / "WIJZIGINGEN.md"}
KINDS: dict[str, Text] = {  # in the order in which they are told
    "security": Text("Veiliger", "Security"),
    "added": Text("Nieuw", "Added"),
    "changed": Text("Anders", "Changed"),
    "removed": Text("Weg", "Removed"),
    "fixed": Text("Hersteld", "Fixed"),
}
NAME = re.compile(r"^(\d+)([a-z]?)\.(\w+)\.md$")
VERSION = re.compile(r"^\d+\.\d+\.\d+$")
FIRST = re.compile(r"^## \d", re.MULTILINE)  # the newest version on a page

Told = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Note:
    issue: int
    letter: str
    kind: str
    text: Text


def read_notes(folder: Path = NOTES) -> list[Note]:
    """In the order in which they are told: by kind, then by issue."""
    found = [_read(path) for path in folder.iterdir() if NAME.match(path.name)]
    order = list(KINDS)
    return sorted(found, key=lambda note: (order.index(note.kind), note.issue, note.letter))


def _read(path: Path) -> Note:
    name = NAME.match(path.name)
    assert name is not None  # noqa: S101 -- the caller looked
    nl, en = path.read_text(encoding="utf-8").splitlines()
    text = Text(nl.removeprefix("nl: "), en.removeprefix("en: "))
    return Note(int(name[1]), name[2], name[3], text)


def with_version(page: str, version: str, day: date, told: Mapping[str, Iterable[str]]) -> str:
    """The page with these notes under this version, which comes before all earlier ones."""
    head = re.compile(rf"^## {re.escape(version)} – .*\n", re.MULTILINE)
    here = head.search(page)
    if here is None:
        first = FIRST.search(page)
        begin = first.start() if first else len(page)
        before, section, after = page[:begin].rstrip() + "\n\n", "", page[begin:]
    else:
        rest = FIRST.search(page, here.end())
        end = rest.start() if rest else len(page)
        before, section, after = page[: here.start()], page[here.end() : end], page[end:]
    words, _, lists = section.partition("### ")
    kept = _sections(f"### {lists}" if lists else "")
    for heading, lines in told.items():
        known = kept.setdefault(heading, [])
        known += [line for line in lines if line not in known]
    said = f"{words.strip()}\n\n" if words.strip() else ""
    body = said + "\n".join(f"### {heading}\n{_bullets(lines)}" for heading, lines in kept.items())
    gap = "\n" if after else ""
    return f"{before}## {version} – {day}\n\n{body}{gap}{after}"


def _bullets(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)


def _sections(text: str) -> Told:
    found: Told = {}
    for line in text.splitlines():
        if line.startswith("### "):
            found[line.removeprefix("### ")] = []
        elif line.startswith("- "):
            found[next(reversed(found))].append(line.removeprefix("- "))
    return found


def told_in(language: Language, notes: Iterable[Note]) -> Told:
    found: Told = {}
    for note in notes:
        heading = KINDS[note.kind].in_language(language)
        found.setdefault(heading, []).append(note.text.in_language(language))
    return found


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("version")
    parser.add_argument("--day", type=date.fromisoformat, required=True)
    asked = parser.parse_args(words)
    if not VERSION.match(asked.version):
        print(f"{asked.version} is no version: write three numbers, such as 0.1.0.")
        return 1
    notes = read_notes()
    for language, page in PAGES.items():
        text = page.read_text(encoding="utf-8")
        told = told_in(language, notes)
        page.write_text(with_version(text, asked.version, asked.day, told), encoding="utf-8")
        print(f"wrote {shown(page)}")
    for path in [path for path in NOTES.iterdir() if NAME.match(path.name)]:
        path.unlink()
    print(f"{len(notes)} notes moved")
    return 0


if __name__ == "__main__":
    sys.exit(main())
