# SPDX-License-Identifier: EUPL-1.2
"""Every file we keep: its licence on top, short, and true on every machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.paths import SOURCE, repository_files, shown

SOURCE_KINDS = (".css", ".html", ".js", ".py", ".sh", ".toml", ".yaml", ".yml")
SOURCE_NAMES = (".editorconfig", ".gitattributes", ".gitignore", "Makefile", "run")
LICENCE = "SPDX-License-Identifier: EUPL-1.2"
FREE = "SPDX-License-Identifier: CC0-1.0"
SKETCH = SOURCE / "parts" / "journey" / "now" / "content"
LONGEST = 500  # lines; past 300 a file already asks to be split
LINE_COUNTED = (".css", ".html", ".js", ".py", ".sh")
MACHINE_PATH = re.compile(r"(?<![\w.:/}-])/(?:home|root|tmp|work|Users|opt)/[\w.-]")
TEXT_KINDS = (*SOURCE_KINDS, ".in", ".json", ".md", ".po", ".svg", ".txt", ".webmanifest")


def ours(path: Path) -> bool:
    """Not brought in from outside: what is vendored has its own licence and its own length."""
    return "vendor" not in path.parts


def source_files() -> list[Path]:
    return [
        path
        for path in repository_files()
        if ours(path) and (path.suffix in SOURCE_KINDS or path.name in SOURCE_NAMES)
    ]


def licence_of(path: Path) -> str:
    """The sketch of now is for everybody to take over, so it has no conditions at all."""
    return FREE if path.parent == SKETCH else LICENCE


def test_every_source_file_starts_with_its_licence():
    files = source_files()
    without = [
        shown(path)
        for path in files
        if licence_of(path) not in "".join(path.read_text(encoding="utf-8").splitlines()[:2])
    ]

    assert SOURCE / "__init__.py" in files
    assert without == []


def test_every_file_can_be_read_in_one_sitting():
    lengths = {
        shown(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in filter(ours, repository_files(*LINE_COUNTED))
    }

    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_no_file_knows_the_machine_it_was_written_on():
    found = {
        shown(path): MACHINE_PATH.findall(path.read_text(encoding="utf-8"))
        for path in repository_files(*TEXT_KINDS)
    }

    assert {path: paths for path, paths in found.items() if paths} == {}


@pytest.mark.parametrize("text", ["home/stella", "tmp/x", "root/.config"])
def test_this_test_sees_a_machine(text):
    assert MACHINE_PATH.search(f'open("/{text}")')
