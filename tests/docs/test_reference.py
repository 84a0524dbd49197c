# SPDX-License-Identifier: EUPL-1.2
"""The reference is never behind: what follows from the code is what the page says."""

from __future__ import annotations

import re
from dataclasses import fields

from ruimbaan.project.environment import Environment
from tools.paths import ROOT, shown
from tools.write_reference import pages

SETTINGS = ROOT / "docs" / "reference" / "settings.md"
ROW = re.compile(r"^\| `(RUIMBAAN_\w+)` \|", re.M)


def test_pages_written_from_the_code_are_in_step():
    behind = [
        shown(path)
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]

    assert behind == [], "run `make docs`"


def test_the_settings_of_commands_alone_are_named_too():
    told = SETTINGS.read_text(encoding="utf-8")
    commands = (SETTINGS.parent / "commands.md").read_text(encoding="utf-8")

    assert set(re.findall(r"env var: (RUIMBAAN_\w+)", commands)) <= set(
        re.findall(r"RUIMBAAN_\w+", told)
    )


def test_every_setting_has_one_row_and_no_row_is_left_over():
    rows = ROW.findall(SETTINGS.read_text(encoding="utf-8"))

    assert sorted(rows) == sorted(f"RUIMBAAN_{field.name.upper()}" for field in fields(Environment))
