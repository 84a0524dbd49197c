# SPDX-License-Identifier: EUPL-1.2
"""Every kind of event and every closed list of the rules stands in the reference, value by value."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from enum import StrEnum

import pytest

from ruimbaan.core import rules
from ruimbaan.core.handoff import states
from tools import events_page, rule_types_page
from tools.closed_lists import ListBehind, table
from tools.paths import SOURCE

EVENTS = re.compile(r"^class (Event|EventKind|Action|Because)\(StrEnum\)", re.M)
OTHERS = {states.Profile}  # which rules of play hold: docs/reference/handoff-fhir.md


def lists_of(package: object) -> set[type[StrEnum]]:
    found = set()
    for one in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):  # type: ignore[attr-defined]
        for _, kind in inspect.getmembers(importlib.import_module(one.name), inspect.isclass):
            if issubclass(kind, StrEnum) and kind.__module__ == one.name:
                found.add(kind)
    return found


def test_every_closed_list_of_the_rules_has_its_words():
    assert lists_of(rules) - rule_types_page.listed() == set()


def test_every_kind_of_event_has_its_words():
    told = {(kind.__module__, kind.__name__) for kind in events_page.listed()}
    written = {
        (".".join(path.relative_to(SOURCE.parent).with_suffix("").parts), name)
        for path in SOURCE.rglob("*.py")
        for name in EVENTS.findall(path.read_text(encoding="utf-8"))
    }
    of_handoff = {
        kind
        for _, kind in inspect.getmembers(states, inspect.isclass)
        if issubclass(kind, StrEnum) and kind is not StrEnum
    }

    assert written - told == set()
    assert of_handoff - OTHERS - events_page.listed() == set()


class Two(StrEnum):
    ONE = "one"
    OTHER = "other"


@pytest.mark.parametrize("words", [{"one": "1"}, {"one": "1", "other": "2", "third": "3"}])
def test_words_that_do_not_fit_the_list_stop_the_page(words: dict[str, str]):
    with pytest.raises(ListBehind):
        table(Two, words)


def test_a_list_is_told_in_the_order_of_the_code():
    rows = table(Two, {"other": "2", "one": "1"}).splitlines()[-2:]

    assert rows == ["| `one` | 1 |", "| `other` | 2 |"]
