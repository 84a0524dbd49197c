# SPDX-License-Identifier: EUPL-1.2
"""The rules to choose from, and how one is called."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.journey.services import capital
from ruimbaan.parts.rulebook.queries import find_rule, list_rules
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link, Option
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class Group:
    """The rules of one region; without a region those of the whole country."""

    region: str
    options: tuple[Option, ...]


def groups(chosen: str = "") -> tuple[Group, ...]:
    regions = list_names()
    found: dict[str, list[Option]] = {}
    for rule in list_rules():
        region = capital(rule.owner) if rule.owner in regions else ""
        option = Option(rule.id, in_words(rule.plain.title), checked=rule.id == chosen)
        found.setdefault(region, []).append(option)
    return tuple(Group(region, tuple(options)) for region, options in sorted(found.items()))


def rule_link(name: str) -> Link | None:
    """Its title and page; None for no rule, or one that is no longer there."""
    rule = find_rule(name) if name else None
    if rule is None:
        return None
    return Link(rule.plain.title.in_language(language()), rule_url(name))
