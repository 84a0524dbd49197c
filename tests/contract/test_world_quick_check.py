# SPDX-License-Identifier: EUPL-1.2
"""The quick check of a world's shape, against the JSON Schema itself."""

from __future__ import annotations

import json
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ruimbaan.integrations.worldfile.problems import Problems
from ruimbaan.integrations.worldfile.quick_check import UnknownKeyword, compiled
from ruimbaan.integrations.worldfile.reading import Source
from ruimbaan.integrations.worldfile.structure import schema
from ruimbaan.integrations.worldfile.yaml_tree import parse
from tools.paths import ROOT

QUICK = compiled(schema())
WHOLE = Draft202012Validator(schema())
FILES = [
    json.loads(json.dumps(parse(Source(file.name, file.read_text("utf-8")), Problems())))
    for folder in ("demo/voorbeeld", "demo/waalstad", "regels/waalstad")
    for file in sorted((ROOT / folder).rglob("*.yaml"))
]
SMALL = {
    "rules": {"r": {"title": "a", "class": "habit", "valid_from": "2026-01-01"}},
    "facts": {"f": {"label": {"nl": "a"}, "again": True}},
    "services": [
        {
            "id": "s",
            "needs": [{"any_of": [{"fact": "f", "within": 3}, {"all_of": [{"fact": "f"}]}]}],
            "wait": {"days": "unknown", "rule": "r", "shorten_to": "2w"},
            "gives": [{"fact": "f", "valid": "3m", "while_receiving": False}],
            "opens": {"weekdays": ["mon"]},
        }
    ],
    "region": {"id": "x", "horizon": 100, "as_of": "2026-01-01"},
}
PIECES = [None, True, False, 0, 1, -1, 10**9, "", "unknown", "never", "3w", [], {}, ["a"], {"a": 1}]


def broken(tree: Any, rng: Random) -> Any:
    """The tree with one thing in it left out, added or replaced."""
    tree = deepcopy(tree)
    spots = list(_spots(tree))
    holder, key = rng.choice(spots)
    other, name = rng.choice(spots)
    match rng.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[rng.choice(["fact", "id", "rule", "nonsense", ""])] = rng.choice(PIECES)
        case 2:
            holder[key] = deepcopy(other[name])
        case _:
            holder[key] = rng.choice(PIECES)
    return tree


def _spots(tree: Any) -> Any:
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield tree, key
        if isinstance(value, dict | list):
            yield from _spots(value)


@given(st.sampled_from([SMALL, *FILES]), st.integers(0, 2**32), st.integers(0, 2))
def test_it_says_what_the_schema_says(tree: Any, seed: int, times: int) -> None:
    rng = Random(seed)
    for _ in range(times):
        tree = broken(tree, rng)

    assert QUICK(tree) is WHOLE.is_valid(tree)


def test_both_answers_occur() -> None:
    assert QUICK(SMALL)
    said = [QUICK(broken(SMALL, Random(seed))) for seed in range(300)]
    assert said.count(True) > 30
    assert said.count(False) > 30


def test_a_keyword_that_it_does_not_know_is_no_guess() -> None:
    with pytest.raises(UnknownKeyword, match="uniqueItems"):
        compiled({"type": "array", "uniqueItems": True})


def test_a_value_of_no_known_kind_gets_no_quick_yes() -> None:
    assert not compiled({})(1.5)
