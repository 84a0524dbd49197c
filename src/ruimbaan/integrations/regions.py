# SPDX-License-Identifier: EUPL-1.2
"""The regions we have data of: which files make one, and where they stand.

A region is a folder in `demo/` with a `region.yaml`; its rules stand in `regels/`, national law in
`regels/nl/`, and what all regions share in `demo/gedeeld/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import ruimbaan
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.worldfile import LoadedWorld, load_world_files

_PACKAGE = Path(ruimbaan.__file__).parent
_IN_A_WHEEL = _PACKAGE / "content"  # where setup.py puts the folders that stand beside the code
REPOSITORY = _IN_A_WHEEL if _IN_A_WHEEL.is_dir() else _PACKAGE.parents[1]
NATIONAL = "nl"
SHARED = "gedeeld"


class NoRegions(DomainError):
    code = "RB-REG-001"
    cause = Text("In {folder} staan geen regio's.", "There are no regions in {folder}.")
    advice = Text(
        "Zet RUIMBAAN_DATA op de map waarin demo/ en regels/ staan.",
        "Let RUIMBAAN_DATA name the folder that holds demo/ and regels/.",
    )


class UnknownRegion(DomainError):
    code = "RB-REG-002"
    cause = Text('De regio "{name}" is er niet.', 'There is no region "{name}".')
    advice = Text("Kies uit: {known}.", "Choose from: {known}.")


def list_regions(data: Path = REPOSITORY) -> tuple[str, ...]:
    """The names of all regions, in alphabetical order. Raises NoRegions."""
    found = sorted(file.parent.name for file in (data / "demo").glob("*/region.yaml"))
    if not found:
        raise NoRegions(folder=data)
    return tuple(found)


def region_files(name: str, data: Path = REPOSITORY) -> list[Path]:
    """The files and folders that make this region's world. Raises NoRegions, UnknownRegion."""
    known = list_regions(data)
    if name not in known:
        raise UnknownRegion(name=name, known=", ".join(_nearest_first(name, known)))
    vignettes = data / "demo" / "vignettes.yaml"
    return [
        *rule_folders([name], data),
        data / "demo" / name,
        data / "demo" / SHARED,
        *([vignettes] if vignettes.exists() else []),
    ]


def rule_folders(names: Iterable[str], data: Path = REPOSITORY) -> list[Path]:
    """National law, and the rules of these regions."""
    return [data / "regels" / owner for owner in (NATIONAL, *names)]


def load_region(name: str, *, as_of: date | None = None, data: Path = REPOSITORY) -> LoadedWorld:
    """The world of this region, with its persons, situations and vignettes.

    Raises NoRegions, UnknownRegion, and WorldErrors when its files are not in order.
    """
    return load_world_files(region_files(name, data), as_of=as_of)


def _nearest_first(name: str, known: tuple[str, ...]) -> list[str]:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return [*near, *(other for other in known if other not in near)]
