# SPDX-License-Identifier: EUPL-1.2
"""The rule of the how-to "Write a rule" can be copied as it stands: the rulebook takes it, and the lint
asks for nothing."""

from __future__ import annotations

from pathlib import Path

from ruimbaan.core.rules.remarks import Severity
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.rulebook.lint import lint_rulebook
from tests.docs.markdown import blocks
from tools.paths import ROOT

PAGE = ROOT / "docs" / "how-to" / "write-a-rule.md"


def test_the_example_is_a_whole_rule(tmp_path: Path):
    written = next(one for one in blocks(PAGE.read_text(encoding="utf-8")) if one.info == "yaml")
    (tmp_path / "waalstad").mkdir()
    (tmp_path / "waalstad" / "new.yaml").write_text(written.body, encoding="utf-8")

    rulebook = load_rulebook([ROOT / "regels" / "nl", tmp_path / "waalstad"])
    remarks = [one for one in lint_rulebook(rulebook) if one.about == "R90-W"]

    assert len(rulebook.versions["R90-W"]) == 1
    assert [one for one in remarks if one.severity is not Severity.NOTE] == []
