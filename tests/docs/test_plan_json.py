# SPDX-License-Identifier: EUPL-1.2
"""The page about the answer of `plan --json` has every key of it, and no other."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import Any

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from ruimbaan.core.planner.answer import Clash, PlanLoss
from tools.paths import ROOT

PAGE = (ROOT / "docs" / "reference" / "plan-json.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (?P<title>.+)\n(?P<rows>(?:(?!## ).*\n)*)", re.MULTILINE)
ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
TOLD = {found["title"]: set(ROW.findall(found["rows"])) for found in SECTION.finditer(PAGE)}
JAMMED = ("--person", "zonder-begeleid-wonen")
ONLY_WHEN_ASKED = {"how_sure"}


def answer(*more: str) -> dict[str, Any]:
    world = str(ROOT / "demo" / "voorbeeld")
    found: dict[str, Any] = json.loads(
        CliRunner().invoke(app, ["plan", "--world", world, "--json", *more]).stdout
    )
    return found


def test_the_page_has_the_keys_of_the_answer():
    whole, jammed = answer(), answer(*JAMMED)
    step = next(step for step in whole["practice"]["steps"] if step["needs"])

    assert {
        "The answer": set(whole) | ONLY_WHEN_ASKED,
        "A way": set(whole["practice"]),
        "A step": set(step),
        "A need": set(step["needs"][0]),
        "A loss": {one.name for one in fields(PlanLoss)},
        "A clash": {one.name for one in fields(Clash)},
        "A deadlock": set(jammed["deadlock"]),
        "A finding": set(jammed["findings"][0]),
        "A rung": set(whole["ladder"][0]),
    } == TOLD
