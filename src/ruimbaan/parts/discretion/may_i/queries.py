# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of this installation, read once per process, with the rules that stand there."""

from __future__ import annotations

from functools import lru_cache

from ruimbaan.core.discretion.may_i.matching import Matcher, matcher_of
from ruimbaan.core.discretion.may_i.situations import Catalogue
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.integrations.situations import load_situations
from ruimbaan.parts.rulebook.queries import find_rule, list_rules

__all__ = ["NATIONAL", "catalogue", "find_rule", "matcher", "rule_in", "versions_of"]


def catalogue() -> Catalogue:
    return matcher().catalogue


@lru_cache(maxsize=1)
def matcher() -> Matcher:
    return matcher_of(load_situations())


def versions_of(number: str) -> tuple[RuleText, ...]:
    """A rule of the law has one; a local rule has one for each region that has it."""
    return tuple(rule for rule in list_rules() if rule.number == number)


def rule_in(region: str, number: str) -> RuleText | None:
    """The version that holds here. Where no region is chosen, or this one has no such rule of its
    own, the first there is: its plain words are the same everywhere."""
    versions = versions_of(number)
    here = (rule for rule in versions if rule.owner == region)
    return next(here, None) or next(iter(versions), None)
