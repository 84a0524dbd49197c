# SPDX-License-Identifier: EUPL-1.2
"""The page docs/reference/asvs.md: how many requirements of ASVS are tested, by design, not applicable
or open, and all that is open."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from tools.paths import ROOT

MAP = ROOT / "docs" / "reference" / "asvs.yaml"
IDS = ROOT / "tests" / "docs" / "asvs_ids.txt"
STATUSES = ("tested", "by design", "not applicable", "open")
CHAPTERS = {
    "V1": "encoding and cleaning",
    "V2": "checking and business logic",
    "V3": "in the browser",
    "V4": "interfaces",
    "V5": "files",
    "V6": "who somebody is",
    "V7": "sessions",
    "V8": "what somebody may",
    "V9": "tokens",
    "V10": "OAuth and OpenID Connect",
    "V11": "cryptography",
    "V12": "connections",
    "V13": "configuration",
    "V14": "data",
    "V15": "code and libraries",
    "V16": "logs and errors",
}
HEAD = """# OWASP ASVS 5.0.0

What we do about each requirement of the [Application Security Verification Standard](https://owasp.org/www-project-application-security-verification-standard/): all of level 1 and 2 except V17 (WebRTC, which we do not have), and V8 and V16 with level 3.
Written by `make docs` from [asvs.yaml](asvs.yaml), which has for every id a sentence of ours and the tests or files that show it; a test fails when an id or one of those is missing.
This is our own word: nobody else has looked yet.

"""


def answers(path: Path = MAP) -> dict[str, dict[str, Any]]:
    """Per id: `status`, `how`, and for most `where`."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def levels() -> dict[str, int]:
    """Every id that must be answered, with its level."""
    lines = IDS.read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if not line.startswith("#"))
    return {uid: int(level) for uid, level in pairs}


def asvs_page() -> str:
    found, level = answers(), levels()
    by_level = Counter((level[uid], one["status"]) for uid, one in found.items())
    by_chapter = Counter((uid.split(".")[0], one["status"]) for uid, one in found.items())
    rows = [_row(f"level {number}", by_level, number) for number in (1, 2, 3)]
    rows += [_row(f"{uid} {name}", by_chapter, uid) for uid, name in CHAPTERS.items()]
    still = [
        f"* **{uid}** (level {level[uid]}): {one['how']}"
        for uid, one in found.items()
        if one["status"] == "open"
    ]
    titles = f"| | {' | '.join(STATUSES)} | all |\n|---|" + "---|" * (len(STATUSES) + 1)
    return f"{HEAD}{titles}\n" + "\n".join(rows) + "\n\n## Open\n" + "\n".join(still) + "\n"


def _row(name: str, counts: Counter[tuple[Any, str]], key: object) -> str:
    cells = [counts[key, status] for status in STATUSES]
    return f"| {name} | {' | '.join(map(str, [*cells, sum(cells)]))} |"
