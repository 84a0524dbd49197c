# SPDX-License-Identifier: EUPL-1.2
"""The editions of the book: a file each in `verhalen/edities/`, written once."""

from __future__ import annotations

from pathlib import Path

import yaml

from ruimbaan.core.storybook.editions import Edition, EditionRefused
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.storybook.files import read_yaml
from ruimbaan.integrations.storybook.loading import FOLDER

EDITIONS = "edities"
_HEAD = "# SPDX-License-Identifier: EUPL-1.2\n# An edition stays as it is. What each building block leaned on that day.\n"


def load_editions(data: Path = REPOSITORY) -> tuple[Edition, ...]:
    """The oldest first. Raises BookInvalid, and EditionRefused when a number is missing."""
    found = []
    for path in sorted((data / FOLDER / EDITIONS).glob("*.yaml")):
        node = read_yaml(path, "edition")
        found.append(Edition(node["number"], node["day"], dict(node["leans"])))
    found.sort(key=lambda edition: edition.number)
    numbers = [edition.number for edition in found]
    if numbers != list(range(1, len(found) + 1)):
        raise EditionRefused(reason=f"{numbers}")
    return tuple(found)


def keep_edition(edition: Edition, data: Path = REPOSITORY) -> Path:
    """Writes it. Raises EditionRefused when it is there already."""
    path = data / FOLDER / EDITIONS / f"{edition.number:03}.yaml"
    path.parent.mkdir(exist_ok=True)
    node = {"number": edition.number, "day": edition.day, "leans": dict(edition.leans)}
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_HEAD + yaml.safe_dump(node, sort_keys=False))
    except FileExistsError as error:
        raise EditionRefused(reason=path.name) from error
    return path
