# SPDX-License-Identifier: EUPL-1.2
"""Loads a world: read, parse, check the shape, merge, check the meaning, build."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ruimbaan.integrations.worldfile.building import build
from ruimbaan.integrations.worldfile.loaded import LoadedWorld
from ruimbaan.integrations.worldfile.merging import Parts, merge
from ruimbaan.integrations.worldfile.places import LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import Problems, printable
from ruimbaan.integrations.worldfile.reading import Source, read_sources
from ruimbaan.integrations.worldfile.structure import check_structure
from ruimbaan.integrations.worldfile.yaml_tree import parse


def load_world(path: Path, *, as_of: date | None = None) -> LoadedWorld:
    """The world in one file, or in all .yaml files of a folder. `as_of` moves day 0.

    Raises WorldErrors with everything that is wrong, each with file, line and advice.
    """
    return load_world_files([path], as_of=as_of)


def load_world_files(paths: Sequence[Path], *, as_of: date | None = None) -> LoadedWorld:
    """The world in these files and folders together. Raises WorldErrors."""
    problems = Problems()
    parts = read_parts(paths, problems)
    return build(parts, Place(printable(str(paths[0]))), as_of, problems)


def read_parts(paths: Sequence[Path], problems: Problems) -> Parts:
    """What stands in these files and folders, of known shape and put together; references are not
    looked at yet. Raises WorldErrors."""
    sources = read_sources(paths, problems)
    contents = [_content(source, problems) for source in sources]
    problems.raise_if_any()
    parts = merge([content for content in contents if content is not None], problems)
    problems.raise_if_any()
    return parts


def _content(source: Source, problems: Problems) -> LocatedMap | None:
    before = len(problems.errors)
    content = parse(source, problems)
    if len(problems.errors) > before and content is None:
        return None
    return check_structure(content, source.name, problems)
