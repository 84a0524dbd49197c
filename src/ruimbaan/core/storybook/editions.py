# SPDX-License-Identifier: EUPL-1.2
"""Editions of the book, and what has changed under a text since the last one.

A building block leans on rules. At each edition the sum of what it leaned on is kept beside it;
when that sum is another one today, somebody has to read the block again before it is relied on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText


class EditionRefused(DomainError):
    code = "RB-BOOK-006"
    cause = Text(
        "Deze editie kan er niet bij: {reason}.", "This edition cannot be added: {reason}."
    )
    advice = Text(
        "Elke editie krijgt het volgende nummer en blijft daarna zoals ze is.",
        "Each edition gets the next number and then stays as it is.",
    )


@dataclass(frozen=True, slots=True)
class Edition:
    """`leans` holds the sum for each building block, by its id."""

    number: int
    day: date
    leans: Mapping[str, str]


def sum_of(rules: Iterable[RuleText]) -> str:
    """What these rules say, as one sum: another layer, source, way out, mandate or certainty gives
    another one; the order in which they are named does not."""
    return _digest(sorted(_digest(_said(rule)) for rule in rules))


def _said(rule: RuleText) -> list[str]:
    sources = [source.cited.nl + source.link for source in rule.sources]
    mandates = [f"{one.who.nl}|{one.deputy.nl}|{one.up_to.nl}" for one in rule.mandates]
    hook = [rule.hook.strength, rule.hook.article, rule.hook.says.nl]
    sure = [rule.status or "", rule.plain.title.nl, rule.plain.who_can_say_yes.nl]
    return [rule.id, rule.layer or "", rule.effect or "", *sources, *mandates, *hook, *sure]


def _digest(parts: Iterable[str]) -> str:
    """Each part with its length before it, so that no two lists are written alike."""
    written = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def changed_since(edition: Edition, today: Mapping[str, str]) -> tuple[str, ...]:
    """The blocks to read again: they lean on something else now, or are new."""
    return tuple(sorted(name for name, now in today.items() if edition.leans.get(name) != now))


def next_edition(editions: Iterable[Edition], day: date, today: Mapping[str, str]) -> Edition:
    """Raises EditionRefused when its day lies before that of the last one."""
    known = sorted(editions, key=lambda edition: edition.number)
    if known and day < known[-1].day:
        raise EditionRefused(reason=f"{day} < {known[-1].day}")
    return Edition(known[-1].number + 1 if known else 1, day, dict(today))
