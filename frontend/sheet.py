# SPDX-License-Identifier: EUPL-1.2
"""Reading, thinning and shortening a style sheet, with tinycss2."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import tinycss2  # type: ignore[import-untyped]

GROUPS = frozenset({"media", "supports", "layer", "container"})
NOT = re.compile(r":not\([^)]*\)")
CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
TIGHT_BEFORE = frozenset("{};,>")
TIGHT_AFTER = frozenset("{};:,>")


def thin(css: str, *, wanted: Callable[[str], bool]) -> str:
    """Drop every selector that needs a class for which `wanted` is false, and emptied rules."""
    return "".join(_thin(_rules(css), wanted))


def classes(css: str) -> set[str]:
    """Every class that some selector mentions."""
    return {name for selector in _selectors(_rules(css)) for name in CLASS.findall(selector)}


def shorten(css: str) -> str:
    """The same sheet without comments and without white space that says nothing."""
    return _tight(tinycss2.parse_component_value_list(css, skip_comments=True)).strip()


def _rules(css: str) -> list[Any]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _thin(rules: list[Any], wanted: Callable[[str], bool]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [s for s in _split(rule) if all(map(wanted, CLASS.findall(NOT.sub("", s))))]
            if kept:
                yield f"{','.join(kept)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in GROUPS and rule.content:
            inner = "".join(_thin(_inside(rule), wanted))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()


def _selectors(rules: list[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield tinycss2.serialize(rule.prelude)
        elif rule.type == "at-rule" and rule.lower_at_keyword in GROUPS and rule.content:
            yield from _selectors(_inside(rule))


def _inside(rule: Any) -> list[Any]:
    return list(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def _split(rule: Any) -> list[str]:
    """The selectors of a rule. A comma inside brackets is part of one token, so it stays."""
    parts: list[list[Any]] = [[]]
    for token in rule.prelude:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _tight(tokens: list[Any]) -> str:
    """Join tokens; white space survives only where it separates two things."""
    text = ""
    pending = False
    for token in tokens:
        if token.type == "whitespace":
            pending = True
            continue
        piece = _piece(token)
        if pending and text and text[-1] not in TIGHT_AFTER and piece[0] not in TIGHT_BEFORE:
            text += " "
        pending = False
        text = text.removesuffix(";") + piece if piece == "}" else text + piece
    return text


def _piece(token: Any) -> str:
    if token.type == "{} block":
        return "{" + _tight(token.content).removesuffix(";") + "}"
    return str(token.serialize())
