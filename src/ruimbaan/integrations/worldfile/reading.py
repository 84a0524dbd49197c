# SPDX-License-Identifier: EUPL-1.2
"""From paths to text: which files make the world, and nothing that is not modest plain text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.worldfile import reading_errors as wrong
from ruimbaan.integrations.worldfile.places import Place
from ruimbaan.integrations.worldfile.problems import Problems, WorldErrors, printable

MEGABYTE = 1_000_000
FILE_LIMIT = 10 * MEGABYTE
WORLD_LIMIT = 20 * MEGABYTE
MOST_FILES = 500
MOST_ENTRIES = 20_000
NOT_A_FILE = Text("het is geen bestand", "it is not a file")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file; `name` is the path as the reader of an error knows it."""

    name: str
    text: str


def read_sources(paths: Sequence[Path], problems: Problems) -> list[Source]:
    """The text of all files. A file that cannot be used is a problem; too much stops at once."""
    sources, size = [], 0
    for path in _files(paths, problems):
        content = _content(path, problems)
        if content is None:
            continue
        size += len(content)
        if size > WORLD_LIMIT:
            raise WorldErrors([_too_large(path)])
        if (text := _text(path, content, problems)) is not None:
            sources.append(Source(_name(path), text))
    return sources


def _files(paths: Sequence[Path], problems: Problems) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        # Path.is_dir raises on an impossible name; os.path.isdir just says no.
        found = sorted(_yaml_files(path)) if os.path.isdir(path) else [path]  # noqa: PTH112
        if not found:
            problems.add(wrong.NoFiles(_place(path), path=_name(path)))
        files += found
        if len(files) > MOST_FILES:
            raise WorldErrors([_too_large(path)])
    return list(dict.fromkeys(files))


def _yaml_files(folder: Path) -> Iterator[Path]:
    """All .yaml files of a folder and the folders in it; hidden ones are left alone."""
    seen = 0
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        seen += len(folders) + len(names)
        if seen > MOST_ENTRIES:
            raise WorldErrors([_too_large(folder)])
        for name in names:
            if name.endswith(".yaml") and not name.startswith("."):
                yield Path(here, name)


def _content(path: Path, problems: Problems) -> bytes | None:
    place, name = _place(path), _name(path)
    try:
        if path.exists() and not path.is_file():
            problems.add(wrong.FileUnreadable(place, path=name, reason=NOT_A_FILE))
            return None
        with path.open("rb") as file:
            content = file.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        problems.add(wrong.FileMissing(place, path=name))
        return None
    except (OSError, ValueError) as error:
        problems.add(wrong.FileUnreadable(place, path=name, reason=_reason(error)))
        return None
    if len(content) > FILE_LIMIT:
        problems.add(wrong.FileTooLarge(place, path=name, limit=FILE_LIMIT // MEGABYTE))
        return None
    return content


def _text(path: Path, content: bytes, problems: Problems) -> str | None:
    place, name = _place(path), _name(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.add(wrong.NotText(place, path=name))
        return None
    if "\0" in text:
        problems.add(wrong.NotText(place, path=name))
        return None
    if not text.strip():
        problems.add(wrong.FileEmpty(place, path=name))
        return None
    return text


def _name(path: Path) -> str:
    return printable(str(path))


def _place(path: Path) -> Place:
    return Place(_name(path))


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _too_large(path: Path) -> wrong.WorldTooLarge:
    return wrong.WorldTooLarge(
        _place(path), limit_mb=WORLD_LIMIT // MEGABYTE, limit_files=MOST_FILES
    )
