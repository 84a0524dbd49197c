# SPDX-License-Identifier: EUPL-1.2
"""The texts of this installation, read once per process, and what may be shown of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.core.surroundings.counter import Counter
from ruimbaan.core.surroundings.roles import Guide
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.integrations.surroundings import load_counters, load_guides
from ruimbaan.parts.rulebook.queries import list_rules
from ruimbaan.parts.surroundings.models import HelpedTally
from ruimbaan.parts.surroundings.store import rounds_of


@lru_cache(maxsize=1)
def guides() -> Mapping[str, Guide]:
    return load_guides()


@lru_cache(maxsize=1)
def counters() -> Mapping[str, Counter]:
    return load_counters()


def shown_answers(card: str) -> Rounds:
    """With what waits for its round, that no page shows."""
    return rounds_of(HelpedTally.objects.filter(card=card).first())


def has_answers() -> bool:
    """Whether anybody ever said whether something helped."""
    return HelpedTally.objects.exists()


def rule_here(region: str, number: str) -> RuleText | None:
    """The version of this region, or else of the law."""
    versions = {rule.owner: rule for rule in list_rules() if rule.number == number}
    return versions.get(region) or versions.get(NATIONAL)
