# SPDX-License-Identifier: EUPL-1.2
"""Every error that somebody can meet stands in the reference, with its own code."""

from __future__ import annotations

import re

from tools.paths import ROOT, SOURCE, shown

CODE = re.compile(r'^    code(?:: ClassVar\[str\])? = "(RB-[A-Z]+-\d+)"', re.MULTILINE)
PAGE = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
CODES = {
    code: shown(file)
    for file in sorted(SOURCE.rglob("*.py"))
    for code in CODE.findall(file.read_text(encoding="utf-8"))
}


def test_every_error_stands_in_the_reference():
    assert len(CODES) > 200
    assert {code: file for code, file in CODES.items() if f"| {code} |" not in PAGE} == {}


def test_no_code_is_of_two_errors():
    found = [
        code
        for file in SOURCE.rglob("*.py")
        for code in CODE.findall(file.read_text(encoding="utf-8"))
    ]

    assert sorted(found) == sorted(set(found))
