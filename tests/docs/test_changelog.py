# SPDX-License-Identifier: EUPL-1.2
"""Every note for the changelog can be released as it stands: in Dutch and in English."""

from __future__ import annotations

import re

from tools.paths import ROOT

NOTES = [path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
NAME = re.compile(r"^\d+[a-z]?\.(added|changed|fixed|removed|security)\.md$")
TEXT = re.compile(r"nl: \S.*\nen: \S.*\n")


def test_every_note_has_an_issue_and_a_kind():
    assert [path.name for path in NOTES if not NAME.match(path.name)] == []


def test_every_note_is_in_both_languages():
    unfinished = [p.name for p in NOTES if not TEXT.fullmatch(p.read_text(encoding="utf-8"))]

    assert unfinished == []
