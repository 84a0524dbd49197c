# SPDX-License-Identifier: EUPL-1.2
"""Twelve short stories, written before the planner was asked: what came out, and is it right?"""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.stories.golden_files import days, golden
from tests.stories.judging import judge
from tools.paths import ROOT

WRITTEN = {
    story["id"]: story
    for story in yaml.safe_load((ROOT / "demo" / "vignettes.yaml").read_text("utf-8"))["vignettes"]
}
CAME_OUT = golden("vignettes")
VERDICTS = {"agrees", "planner-wrong", "world-wrong", "vignette-wrong"}


def expected(name: str) -> list[dict[str, Any]]:
    return [WRITTEN[name]["expect"], *WRITTEN[name].get("also", ())]


def every(table: Any) -> list[Any]:
    return [
        pytest.param(name, line, id=f"{name} {line['goal']}")
        for name in WRITTEN
        for line in table(name)
    ]


def test_every_expectation_has_an_outcome():
    assert {name: [line["goal"] for line in expected(name)] for name in WRITTEN} == {
        name: [line["goal"] for line in lines] for name, lines in CAME_OUT.items()
    }


@pytest.mark.parametrize(("name", "line"), every(CAME_OUT.__getitem__))
def test_what_came_out(name, line):
    found = judge(name, line["goal"])

    assert (found.kind, list(found.bent)) == (line["kind"], line["bent"])
    assert list(found.then) == days(line["then"])
    assert found.says == line.get("says")


@pytest.mark.parametrize(("name", "line"), every(expected))
def test_what_was_expected(name, line):
    """A difference is allowed when it was judged: then `judged` says who is wrong."""
    outcome = next(found for found in CAME_OUT[name] if found["goal"] == line["goal"])
    found = judge(name, line["goal"])

    differences = {
        "kind": found.kind != line["kind"],
        "circle": found.finding is not None
        and not set(line.get("contains", ())) <= set(found.finding.facts),
        "no way out": "rules_any" in line and not set(line["rules_any"]) & set(found.bent),
        "needless rule": bool(set(line.get("not_rules", ())) & set(found.bent)),
    }
    differs = any(differences.values())
    assert differs == (outcome["judged"] != "agrees"), differences
    assert outcome["judged"] in VERDICTS
    assert len(outcome["judgement"].split()) >= 4
