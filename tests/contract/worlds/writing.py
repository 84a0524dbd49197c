# SPDX-License-Identifier: EUPL-1.2
"""Write a small world in a test, load it, and say in short what was wrong with it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ruimbaan.integrations.worldfile import LoadedWorld, WorldError, WorldErrors, load_world
from tools.paths import ROOT

EXAMPLE = ROOT / "demo" / "voorbeeld"
REGION = "region: {id: veenland, as_of: 2026-11-21}\n"


def write(folder: Path, text: str | bytes, name: str = "world.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def load(folder: Path, text: str, *, as_of: date | None = None) -> LoadedWorld:
    """The world of one file; a region is put in front when the text has none."""
    return load_world(write(folder, whole(text)), as_of=as_of)


def whole(text: str) -> str:
    return text if re.search(r"^region:", text, re.M) else REGION + text


def errors_of(path: Path) -> tuple[WorldError, ...]:
    with pytest.raises(WorldErrors) as refusal:
        load_world(path)
    return refusal.value.errors


def refused(folder: Path, text: str | bytes) -> list[tuple[str, int]]:
    """Code and line of everything that is wrong with one file, taken as it stands."""
    return [(error.code, error.place.line) for error in errors_of(write(folder, text))]


def refusal(folder: Path, text: str) -> WorldError:
    """The one thing that is wrong with a world; a region is put in front when there is none."""
    errors = errors_of(write(folder, whole(text)))
    assert len(errors) == 1, [str(error) for error in errors]
    return errors[0]
