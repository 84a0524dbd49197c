# SPDX-License-Identifier: EUPL-1.2
"""The book of this installation, read once per process, and the rules it names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.db import connection

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.core.storybook.contents import Book
from ruimbaan.core.storybook.editions import Edition
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.integrations.situations import load_situations
from ruimbaan.integrations.storybook.editions import load_editions
from ruimbaan.integrations.storybook.loading import has_book, load_book
from ruimbaan.parts.directory.queries import Region, list_regions
from ruimbaan.parts.rulebook.queries import list_rules


@lru_cache(maxsize=1)
def find_book() -> Book | None:
    """None where an installation has no book."""
    return load_book() if has_book() else None


def regions_here() -> Mapping[str, Region]:
    """None where there is no database yet: a book on paper can be made without one."""
    return list_regions() if connection.introspection.table_names() else {}


def rules_numbered(number: str) -> tuple[RuleText, ...]:
    """Every version of it: national law, or one for each region."""
    return tuple(rule for rule in list_rules() if rule.number == number)


def rule_numbered(number: str, region: str = "") -> RuleText | None:
    """The law itself, or the version of this region, or the first there is: its plain words are
    the same everywhere."""
    versions = rules_numbered(number)
    wanted = {NATIONAL, region}
    return next((rule for rule in versions if rule.owner in wanted), next(iter(versions), None))


@lru_cache(maxsize=1)
def situation_titles() -> dict[str, Text]:
    """What the situations of "Mag ik dit?" are called, by name."""
    return {situation.id: situation.title for situation in load_situations().situations}


@lru_cache(maxsize=1)
def list_editions() -> tuple[Edition, ...]:
    """The oldest first."""
    return load_editions() if has_book() else ()
