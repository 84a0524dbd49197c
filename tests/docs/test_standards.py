# SPDX-License-Identifier: EUPL-1.2
"""The page about standards names tests that are there, and every rule of the NL API Design Rules."""

from __future__ import annotations

import re

from tests.contract.api.design_rules import CORE, DRAFT
from tests.docs.named_tests import is_there
from tools.paths import ROOT

TEXT = (ROOT / "docs" / "reference" / "standards.md").read_text(encoding="utf-8")
CELLS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in TEXT.splitlines()
    if line.startswith("| ")
]
STANDARDS = [row for row in CELLS if len(row) == 5 and row[0] != "standard"]
RULES = {row[0].strip("`"): row for row in CELLS if row[0].startswith("`/core/")}
FEWEST = 20


def test_every_standard_has_a_version_a_link_and_a_test():
    assert len(STANDARDS) > FEWEST
    assert [row[0] for row in STANDARDS if not row[1]] == []
    assert [row[0] for row in STANDARDS if "](https://" not in row[0]] == []
    assert [row[0] for row in STANDARDS if "`tests/" not in row[3]] == []


def test_every_rule_of_the_design_rules_has_one_answer():
    told = [row[0].strip("`") for row in CELLS if row[0].startswith("`/core/")]

    assert sorted(told) == sorted({*CORE, *DRAFT})
    assert {row[1] for row in RULES.values()} <= {"yes", "no", "but one"}
    assert [rule for rule, row in RULES.items() if not row[2]] == []


def test_tests_that_are_named_are_there():
    named = re.findall(r"`(tests/[^`]+)`", TEXT)

    assert [name for name in named if not is_there(name)] == []


def test_a_rule_that_is_shown_by_our_tests_is_named_in_them():
    missing = [
        (rule, path)
        for rule, row in RULES.items()
        for path in re.findall(r"`(tests/contract/api/test_design_rules\.py)`", row[2])
        if rule not in (ROOT / path).read_text(encoding="utf-8")
        and rule != "/core/date-time/format"
    ]

    assert missing == []
