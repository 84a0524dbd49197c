# SPDX-License-Identifier: EUPL-1.2
"""The editions of the book in `verhalen/edities/`, written once: what each leaned on, and beside it
its texts as they were read, one file for each language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.editions import Edition, EditionRefused, Kind, sum_of_text
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.storybook.files import Node, checked, read_yaml
from ruimbaan.integrations.storybook.loading import FOLDER
from ruimbaan.integrations.storybook.problems import BookInvalid

EDITIONS = "edities"
_HEAD = "# SPDX-License-Identifier: EUPL-1.2\n# An edition stays as it is. What each building block leaned on that day.\n"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """`html` is the body of a page, whose links lead to `<id>.html` beside it."""

    id: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class KeptText:
    """The book of one edition in one language, in its order."""

    title: str
    pages: tuple[KeptPage, ...]

    def written(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def load_editions(data: Path = REPOSITORY) -> tuple[Edition, ...]:
    """The oldest first. Raises BookInvalid, and EditionRefused when a number is missing."""
    found = [
        _edition(read_yaml(path, "edition"))
        for path in sorted((data / FOLDER / EDITIONS).glob("*.yaml"))
    ]
    found.sort(key=lambda edition: edition.number)
    numbers = [edition.number for edition in found]
    if numbers != list(range(1, len(found) + 1)):
        raise EditionRefused(reason=f"{numbers}")
    return tuple(found)


def _edition(node: Node) -> Edition:
    leans = {
        block: {Kind(kind): dict(said) for kind, said in lean.items()}
        for block, lean in node["leans"].items()
    }
    return Edition(node["number"], node["day"], leans, dict(node["texts"]))


def load_kept_text(edition: Edition, language: Language, data: Path = REPOSITORY) -> KeptText:
    """Raises BookInvalid when the text is gone, or is not the one that was kept."""
    path = _text_path(edition, language, data)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BookInvalid(file=path.name, where="-", what=type(error).__name__) from error
    if sum_of_text(text) != edition.texts[language]:
        raise BookInvalid(file=path.name, where="-", what="an edition was changed")
    node = checked(path, text, "kept_text")
    return KeptText(node["title"], tuple(KeptPage(**page) for page in node["pages"]))


def keep_edition(
    edition: Edition, texts: Mapping[Language, KeptText], data: Path = REPOSITORY
) -> Path:
    """Writes it with its texts. Raises EditionRefused when it is there already."""
    path = data / FOLDER / EDITIONS / f"{edition.number:03}.yaml"
    path.parent.mkdir(exist_ok=True)
    leans = {
        block: {kind.value: dict(said) for kind, said in lean.items()}
        for block, lean in edition.leans.items()
    }
    node = {
        "number": edition.number,
        "day": edition.day,
        "texts": dict(edition.texts),
        "leans": leans,
    }
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_HEAD + yaml.safe_dump(node, sort_keys=False))
    except FileExistsError as error:
        raise EditionRefused(reason=path.name) from error
    for language, text in texts.items():
        _text_path(edition, language, data).write_text(text.written(), encoding="utf-8")
    return path


def _text_path(edition: Edition, language: Language, data: Path) -> Path:
    return data / FOLDER / EDITIONS / f"{edition.number:03}.{language}.json"
