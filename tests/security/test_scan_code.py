# SPDX-License-Identifier: EUPL-1.2
"""The scan of our code sees a weak spot, takes a reason on the line, and no other. The whole of the
code is scanned by `make check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.scan_code import SETTLED, left_over, open_findings, scan

WEAK = "import hashlib\n\n\ndef digest(text):\n    return hashlib.md5(text){mark}\n"


def found_in(folder: Path, mark: str) -> list[str]:
    (folder / "weak.py").write_text(WEAK.format(mark=mark), encoding="utf-8")
    return open_findings(scan(folder))


def test_a_weak_spot_is_found(tmp_path: Path):
    (found,) = found_in(tmp_path, "")

    assert "weak.py:5 B324" in found


@pytest.mark.parametrize(
    ("mark", "open_ones"), [("  # noqa: S324 -- an id, no lock", 0), ("  # noqa: S608", 1)]
)
def test_only_a_reason_for_this_very_thing_counts(tmp_path: Path, mark: str, open_ones: int):
    assert len(found_in(tmp_path, mark)) == open_ones


def test_what_is_settled_and_no_longer_found_is_told():
    assert len(left_over([])) == len(SETTLED)
