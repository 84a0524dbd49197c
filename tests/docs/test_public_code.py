# SPDX-License-Identifier: EUPL-1.2
"""The page about the Standard for Public Code has all sixteen criteria, with evidence that is there,
and counts itself rightly."""

from __future__ import annotations

import re
from collections import Counter

from tests.docs.named_tests import is_there
from tools.paths import ROOT

PAGE = ROOT / "docs" / "reference" / "public-code.md"
TEXT = PAGE.read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if re.match(r"\| \d+ \|", line)
]
CRITERIA = (  # in the order of the standard
    "Code in the open",
    "Bundle policy and source code",
    "Make the codebase reusable and portable",
    "Welcome contributors",
    "Make contributing easy",
    "Maintain version control",
    "Require review of contributions",
    "Document codebase objectives",
    "Document the code",
    "Use plain English",
    "Use open standards",
    "Use continuous integration",
    "Publish with an open license",
    "Make the codebase findable",
    "Use a coherent style",
    "Document codebase maturity",
)
NUMBERS = {"none": 0, "seven": 7, "eight": 8, "nine": 9}


def test_every_criterion_has_its_row():
    assert [(int(row[0]), row[1]) for row in ROWS] == list(enumerate(CRITERIA, 1))


def test_each_row_says_how_far_and_shows_it():
    assert {row[2] for row in ROWS} <= {"met", "partly", "not met"}
    assert [row[1] for row in ROWS if not re.search(r"\]\(|`", row[3])] == []


def test_what_is_not_met_says_what_is_missing():
    assert [row[1] for row in ROWS if row[2] != "met" and not row[4]] == []


def test_files_and_tests_that_are_named_are_there():
    named = re.findall(r"`((?:tests|tools|src|\.ci)/[^`]+)`", TEXT)

    assert named
    assert [name for name in named if not is_there(name)] == []


def test_the_count_below_the_table_is_right():
    said = re.search(r"^(\w+) are met, (\w+) partly, (\w+) not at all\.$", TEXT, re.M)
    counted = Counter(row[2] for row in ROWS)

    assert said
    assert [NUMBERS[word.lower()] for word in said.groups()] == [
        counted["met"],
        counted["partly"],
        counted["not met"],
    ]
