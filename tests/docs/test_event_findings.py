# SPDX-License-Identifier: EUPL-1.2
"""The table of findings about event logs says what the catalogue in the code says, word for word."""

from __future__ import annotations

from ruimbaan.analytics.events.catalogue import KINDS
from ruimbaan.analytics.events.kinds import Kind
from ruimbaan.core.kernel.texts import Text
from tools.paths import ROOT

PAGE = ROOT / "docs" / "reference" / "frictions.md"


def test_every_finding_has_its_row_and_no_row_is_left_over():
    rows = [row for row in PAGE.read_text(encoding="utf-8").splitlines() if "| RB-EVENT-" in row]

    assert rows == [_row(kind) for _, kind in sorted(KINDS.items())]


def _row(kind: Kind) -> str:
    return f"| {kind.code} | {kind.treatment.value} | {_both(kind.cause)} | {_both(kind.advice)} |"


def _both(text: Text) -> str:
    return f"{text.nl}<br>*{text.en}*".replace("|", "\\|")
