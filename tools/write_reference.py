# SPDX-License-Identifier: EUPL-1.2
"""`make docs`: write the reference pages that follow from the code. tests/docs compares them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tools.asvs_page import asvs_page
from tools.dependencies_page import dependencies_page
from tools.events_page import events_page
from tools.findings_page import findings_page
from tools.handoff_page import handoff_page
from tools.interface_page import interface_page
from tools.law_page import REGISTER, register_page
from tools.measures_page import measures_page
from tools.paths import ROOT, shown
from tools.rule_types_page import rule_types_page

REFERENCE = ROOT / "docs" / "reference"
TERMS = REFERENCE / "terms.yaml"
WIDE = "1000"  # characters; the page wraps, not the terminal


def pages() -> dict[Path, str]:
    """Each page that follows from the code, and what it should hold."""
    return {
        REFERENCE / "commands.md": commands_page(),
        REFERENCE / "terms.md": terms_page(),
        REFERENCE / "directory-findings.md": findings_page(),
        REFERENCE / "asvs.md": asvs_page(),
        REFERENCE / "handoff-fhir.md": handoff_page(),
        REFERENCE / "measures.md": measures_page(),
        REFERENCE / "dependencies.md": dependencies_page(),
        REGISTER: register_page(),
        REFERENCE / "events.md": events_page(),
        REFERENCE / "rule-types.md": rule_types_page(),
        REFERENCE / "interface.md": interface_page(),
    }


def commands_page() -> str:
    """What `ruimbaan --help` and its subcommands say, as one page."""
    what = ["ruimbaan.cli.main", "utils", "docs", "--name", "ruimbaan", "--title", "Commands"]
    run = subprocess.run(
        [sys.executable, "-m", "typer", *what],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": WIDE, "NO_COLOR": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    return run.stdout.strip() + "\n"


def terms(part: str = "terms") -> list[dict[str, Any]]:
    """The words that are tied to the code, or with `field` those that are not."""
    found: list[dict[str, Any]] = yaml.safe_load(TERMS.read_text(encoding="utf-8"))[part]
    return found


def terms_page() -> str:
    rows = [
        f"| {term['nl']} | {term['en']} | `{term['code']}` | {term['means']['en']} |"
        for term in terms()
    ]
    field = [f"| {term['nl']} | {term['en']} | {term['means']['en']} |" for term in terms("field")]
    head = """# Words

Code is English, the screen is Dutch, and one word means one thing.
Written by `make docs` from [terms.yaml](terms.yaml).

| Dutch | English | in the code | what it means |
|---|---|---|---|
"""
    of_the_field = """
## Words of the field
Words of care, law and counters that our texts use; they have no code.
Words that we do not use about people stand in [words.yaml](../../src/ruimbaan/integrations/language/words.yaml).

| Dutch | English | what it means |
|---|---|---|
"""
    return head + "\n".join(rows) + "\n" + of_the_field + "\n".join(field) + "\n"


def main() -> int:
    for path, text in pages().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {shown(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
