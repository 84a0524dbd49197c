# SPDX-License-Identifier: EUPL-1.2
"""The book of this installation, read once per process, and the rules it names."""

from __future__ import annotations

from functools import lru_cache

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.core.storybook.contents import Block, Book
from ruimbaan.core.storybook.editions import Edition, changed_since, sum_of
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.integrations.situations import load_situations
from ruimbaan.integrations.storybook.editions import load_editions
from ruimbaan.integrations.storybook.loading import has_book, load_book
from ruimbaan.parts.rulebook.queries import list_rules


@lru_cache(maxsize=1)
def find_book() -> Book | None:
    """None where an installation has no book."""
    return load_book() if has_book() else None


@lru_cache(maxsize=1)
def _by_number() -> dict[str, tuple[RuleText, ...]]:
    found: dict[str, tuple[RuleText, ...]] = {}
    for rule in list_rules():
        found[rule.number] = (*found.get(rule.number, ()), rule)
    return found


def rule_numbered(number: str, region: str = "") -> RuleText | None:
    """The law itself, or the version of this region, or the first there is: its plain words are
    the same everywhere."""
    versions = _by_number().get(number, ())
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


@lru_cache(maxsize=1)
def leans_today() -> dict[str, str]:
    """What each building block leans on, as the rulebook has it now."""
    book = find_book()
    return {block.id: _lean(block) for block in book.blocks} if book else {}


def _lean(block: Block) -> str:
    return sum_of(rule for number in block.rules for rule in _by_number().get(number, ()))


def changed_blocks() -> tuple[str, ...]:
    """The ids of the blocks whose rules are other ones than at the last edition."""
    editions = list_editions()
    return changed_since(editions[-1], leans_today()) if editions else ()
