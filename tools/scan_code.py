# SPDX-License-Identifier: EUPL-1.2
"""bandit over the whole package: every finding is mended, justified on its own line, or settled here.

A line is justified by the mark that ruff asks for too (`# noqa: S608 -- why`): bandit's B608 is its
S608. What ruff does not know, or finds harmless, is settled below, with the reason.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from tools.paths import ROOT, SOURCE, shown

BANDIT = Path(sys.executable).parent / "bandit"
SAME_AS = {"B703": "S308"}  # both are about text that is not escaped again
SETTLED: Mapping[tuple[str, str], str] = {
    ("B101", "src/ruimbaan/core/*"): "an assert there states what the lines above prove",
    ("B404", "src/ruimbaan/*"): "importing it does nothing; each call is justified on its line",
    ("B405", "src/ruimbaan/analytics/events/*"): "only its types; defusedxml parses",
    ("B105", "src/ruimbaan/parts/handoff/reaching.py"): "an empty text is no secret",
    ("B107", "src/ruimbaan/parts/discretion/asking/kept.py"): "an empty text is no secret",
    ("B308", "src/ruimbaan/parts/routes/presentation/how_sure.py"): "an empty text, written there",
    ("B308", "src/ruimbaan/parts/routes/presentation/words.py"): "a constant, written there",
}


def scan(folder: Path = SOURCE) -> list[dict[str, Any]]:
    """What bandit finds, all of it."""
    run = subprocess.run(
        [BANDIT, "--quiet", "--recursive", "--format", "json", "--exit-zero", folder],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    found: list[dict[str, Any]] = json.loads(run.stdout)["results"]
    return found


def open_findings(found: Iterable[Mapping[str, Any]]) -> list[str]:
    """Those that nothing justifies, as `path:line id what`."""
    return [
        f"{_path(one)}:{one['line_number']} {one['test_id']} {one['issue_text']}"
        for one in found
        if not _justified(one) and not _settled(one)
    ]


def left_over(found: Iterable[Mapping[str, Any]]) -> list[str]:
    """What is settled here and no longer found."""
    seen = list(found)
    return [
        f"{test} in {where}: {why}"
        for (test, where), why in SETTLED.items()
        if not any(one["test_id"] == test and fnmatch(_path(one), where) for one in seen)
    ]


def _path(one: Mapping[str, Any]) -> str:
    path = Path(str(one["filename"])).resolve()
    return shown(path) if path.is_relative_to(ROOT) else str(path)


def _justified(one: Mapping[str, Any]) -> bool:
    mark = SAME_AS.get(one["test_id"], f"S{one['test_id'][1:]}")
    lines = Path(one["filename"]).read_text(encoding="utf-8").splitlines()
    said = lines[min(one["line_range"]) - 1 : max(one["line_range"])]
    return any(re.search(rf"# noqa:[^#]*\b{mark}\b", line) for line in said)


def _settled(one: Mapping[str, Any]) -> bool:
    return any(one["test_id"] == test and fnmatch(_path(one), where) for test, where in SETTLED)


def main() -> int:
    found = scan()
    wrong = [*open_findings(found), *(f"settled, not found: {one}" for one in left_over(found))]
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
