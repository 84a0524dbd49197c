# SPDX-License-Identifier: EUPL-1.2
"""The committed style sheet: in step with its sources, complete for the templates, nothing left over."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from frontend import build, sheet

from tools.paths import ROOT, SOURCE, shown

SHEET = build.TARGET.read_text(encoding="utf-8")
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
OWN = [ROOT / "frontend" / "css" / f"{name}.css" for name in build.OWN]
CLASS_ATTRIBUTE = re.compile(r'\bclass="((?:[^"{]|{{.*?}}|{%.*?%})*)"')
TAG = re.compile(r"{%.*?%}")
VALUE = re.compile(r"{{.*?}}")
MOST_BYTES = 16_000  # compressed
FONT_MOST_BYTES = 40_000
RUNTIME = {"rb-ic"}  # written by ui/icons.py, not by a template


def used_classes(template: str) -> set[str]:
    """A class with a value in it keeps a `*` there."""
    attributes = " ".join(CLASS_ATTRIBUTE.findall(template))
    return set(VALUE.sub("*", TAG.sub(" ", attributes)).split())


def is_known(used: str, known: set[str]) -> bool:
    pattern = re.compile(re.escape(used).replace(r"\*", r"\w+"))
    return any(pattern.fullmatch(name) for name in known)


def test_the_committed_sheet_is_in_step():
    assert build.build() == SHEET, "run `python -m frontend.build`"


@pytest.mark.parametrize("template", TEMPLATES, ids=shown)
def test_every_class_of_a_template_is_in_the_sheet(template: Path):
    known = sheet.classes(SHEET)

    unknown = {
        used
        for used in used_classes(template.read_text(encoding="utf-8"))
        if not is_known(used, known)
    }

    assert unknown == set()


def test_no_own_class_is_left_over():
    used = {name for file in TEMPLATES for name in used_classes(file.read_text(encoding="utf-8"))}
    own = {name for file in OWN for name in sheet.classes(file.read_text(encoding="utf-8"))}

    left = {
        name for name in own - RUNTIME if not any(is_known(pattern, {name}) for pattern in used)
    }

    assert left == set()


def test_the_sheet_and_the_font_are_light():
    font = build.TARGET.parent / "fonts" / "atkinson-hyperlegible-next-latin.woff2"

    assert len(gzip.compress(SHEET.encode(), 9)) <= MOST_BYTES
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
    template = '<p class="rb-card rb-card--{{ kind }} {% if x %}rb-nothing{% endif %}">'
    known = {"rb-card", "rb-card--mist"}

    unknown = {name for name in used_classes(template) if not is_known(name, known)}

    assert unknown == {"rb-nothing"}
