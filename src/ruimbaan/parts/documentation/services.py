# SPDX-License-Identifier: EUPL-1.2
"""All pages of `docs/` as files that need no site: links between them are relative."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.translation import override

from ruimbaan import ui
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.integrations.documentation import Page
from ruimbaan.parts.documentation.queries import groups, library, show

CONTENTS = "index.html"
STYLE, FONT = "docs.css", "atkinson.woff2"
_FONT = Path(ui.__file__).parent / "static/ruimbaan/fonts/atkinson-hyperlegible-next-latin.woff2"


class NoDocumentation(DomainError):
    code = "RB-DOCS-001"
    cause = Text("Deze installatie heeft geen map docs/.", "This installation has no folder docs/.")
    advice = Text(
        "Installeer het hele pakket, of werk in de map van de broncode.",
        "Install the whole package, or work in the folder of the source.",
    )


@dataclass(frozen=True, slots=True)
class MadeFile:
    """`name` is a path inside the folder."""

    name: str
    content: bytes


def make_files(language: Language) -> Iterator[MadeFile]:
    """Every file, the contents first; `language` is of what stands around a page. Raises
    NoDocumentation."""
    if not library().pages:
        raise NoDocumentation
    with override(language):
        yield _made(CONTENTS, "contents", language, {"groups": groups()})
        for page in library().pages.values():
            yield _made(file_of(page.name), "page", language, {"shown": _shown(page, language)})
    for name, path in library().files.items():
        yield MadeFile(name, path.read_bytes())
    yield MadeFile(STYLE, files(__package__).joinpath("styles/files.css").read_bytes())
    yield MadeFile(FONT, _FONT.read_bytes())


def file_of(name: str) -> str:
    """The file of a page, or the file itself; without a name that of the contents."""
    if not name:
        return CONTENTS
    return name if name in library().files else f"{name}.html"


def _shown(page: Page, language: Language) -> object:
    here = posixpath.dirname(page.name)
    return show(page, language, lambda name: posixpath.relpath(file_of(name), here or "."))


def _made(name: str, template: str, language: Language, context: dict[str, object]) -> MadeFile:
    root = "../" * name.count("/")
    html = render_to_string(
        f"documentation/paper/{template}.html",
        {"language": language, "root": root, "style": STYLE, "contents": CONTENTS, **context},
    )
    return MadeFile(name, html.strip().encode())
