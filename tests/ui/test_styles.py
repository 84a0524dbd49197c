# SPDX-License-Identifier: EUPL-1.2
"""The committed style sheet: in step with its sources, complete for the templates, nothing left over."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from frontend import build, sheet, usage

from tools.paths import ROOT, shown

SHEET = build.TARGET.read_text(encoding="utf-8")
MAP_SHEET = build.MAP_TARGET.read_text(encoding="utf-8")
ACCOUNT_SHEET = build.ACCOUNT_TARGET.read_text(encoding="utf-8")
BOOK_SHEET = build.BOOK_TARGET.read_text(encoding="utf-8")
DOCS_SHEET = build.DOCS_TARGET.read_text(encoding="utf-8")
PAPER_SHEETS = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "src/ruimbaan/parts").glob("*/styles/*.css"))
)
# a sheet may stand in two
NAMES = tuple(
    dict.fromkeys(
        build.OWN + build.OF_THE_MAP + build.OF_AN_ACCOUNT + build.OF_THE_BOOK + build.OF_THE_DOCS
    )
)
OWN = [ROOT / "frontend" / "css" / f"{name}.css" for name in NAMES]
OF_THE_MAP = (
    "rulebook",
    "directory",
    "joining",
    "geography",
    "network",
    "may_i",
    *("surroundings", "frictions"),
)  # folders of templates
MOST_BYTES = 16_000  # compressed
FONT_MOST_BYTES = 40_000


def test_the_committed_sheet_is_in_step():
    assert build.build() == SHEET, "run `python -m frontend.build`"
    assert build.build_for_the_map() == MAP_SHEET, "run `python -m frontend.build`"
    assert build.build_for_an_account() == ACCOUNT_SHEET, "run `python -m frontend.build`"
    assert build.build_for_the_book() == BOOK_SHEET, "run `python -m frontend.build`"
    assert build.build_for_the_docs() == DOCS_SHEET, "run `python -m frontend.build`"


@cache
def known_of(css: str) -> frozenset[str]:
    return frozenset(sheet.classes(css))


def is_for_an_account(template: Path) -> bool:
    """It stands in the shell of an account, or in one folder with a page that does, and is no page of
    another shell itself."""
    if template.parent.name == "ui":
        return template.name.startswith("account_")
    text = template.read_text("utf-8")
    if any(f'extends "ui/{shell}.html"' in text for shell in ("base", "map_base")):
        return "ruimbaan/account.css" in text
    return has_a_page_for_an_account(template.parent)


@cache
def has_a_page_for_an_account(folder: Path) -> bool:
    pages = folder.glob("*.html")
    loads = ("ui/account_base.html", "ruimbaan/account.css")
    return any(mark in page.read_text("utf-8") for page in pages for mark in loads)


def unknown_classes(template: str, known: frozenset[str]) -> set[str]:
    return {
        used
        for used in usage.classes(template)
        if used not in known and not any(map(usage.pattern(used).fullmatch, known))
    }


@pytest.mark.parametrize("template", usage.templates(), ids=shown)
def test_every_class_of_a_template_is_in_a_sheet_that_its_pages_load(template: Path):
    known = known_of(SHEET)
    if template.parent.name in OF_THE_MAP or "metro" in template.name:
        known |= known_of(MAP_SHEET)
    if "storybook" in template.parts:
        known |= known_of(BOOK_SHEET)
    if "documentation" in template.parts:
        known |= known_of(DOCS_SHEET)
    if template.parent.name == "paper":  # never a page of the site
        known |= known_of(PAPER_SHEETS)
    if is_for_an_account(template):
        known |= known_of(ACCOUNT_SHEET)

    assert unknown_classes(template.read_text(encoding="utf-8"), known) == set()


def test_no_own_class_is_left_over():
    own = {name for file in OWN for name in sheet.classes(file.read_text(encoding="utf-8"))}
    used = usage.everywhere()

    assert {name for name in own if not used.fullmatch(name)} == set()


def test_the_sheet_and_the_font_are_light():
    font = build.TARGET.parent / "fonts" / "atkinson-hyperlegible-next-latin.woff2"

    for besides in (MAP_SHEET, ACCOUNT_SHEET, BOOK_SHEET, DOCS_SHEET):  # no page loads both
        assert len(gzip.compress((SHEET + besides).encode(), 9)) <= MOST_BYTES
    assert font.stat().st_size <= FONT_MOST_BYTES


def test_the_sheet_carries_its_licences_and_needs_no_other_host():
    assert SHEET.startswith("/*! SPDX-License-Identifier: EUPL-1.2.")
    assert "Frameless B.V." in SHEET.split("*/")[0]
    assert re.findall(r"url\((?!\"?fonts/)", SHEET) == []
    assert (build.TARGET.parent / "fonts" / "LICENSE-OFL.txt").exists()


@pytest.mark.parametrize("path", OWN, ids=shown)
def test_own_sources_know_no_left_and_right(path: Path):
    """Logical properties only, so that a language from right to left needs no second sheet."""
    css = path.read_text(encoding="utf-8")

    found = re.findall(
        r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom"
        r"|(?:min-|max-)?(?:width|height))\s*:",
        re.sub(r"@media[^{]*", "", css),
    )

    assert found == []


def test_thinning_keeps_what_is_used_and_drops_the_rest():
    css = ".a,.b:not(.c){color:red}.c{color:blue}@media print{.c{x:y}.a .b{d:e}}@media x{.c{f:g}}"

    thinned = sheet.thin(css, wanted={"a", "b"}.__contains__)

    assert thinned == ".a,.b:not(.c){color:red}@media print{.a .b{d:e}}"


def test_shortening_changes_no_meaning():
    css = "/* x */ .a  .b , .c > .d { inset: 0 auto ; width: calc(1px + 2px) ; }\n"

    assert sheet.shorten(css) == ".a .b,.c>.d{inset:0 auto;width:calc(1px + 2px)}"


def test_this_test_sees_a_class_that_the_sheet_lacks():
    template = '<p class="rb-card rb-tag--{{ kind }} {% if x %}rb-nothing{% endif %}">'

    assert unknown_classes(template, frozenset({"rb-card", "rb-tag--room"})) == {"rb-nothing"}
