# SPDX-License-Identifier: EUPL-1.2
"""Editions of the book, and what has changed under a text since the last one.

A building block leans on rules, on waits of the map and on figures that the planner works out. At
each edition all of these are kept beside it; when one is another today, somebody has to read the
block again before it is relied on. An edition also keeps the sum of its own texts, for these stay
as they were read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

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


class Kind(StrEnum):
    """What a building block can lean on."""

    RULE = "rule"
    WAIT = "wait"
    FIGURE = "figure"


Said = Mapping[str, str]  # by name, what it said; the name of a wait or figure begins with a region
Lean = Mapping[Kind, Said]


@dataclass(frozen=True, slots=True)
class Edition:
    """`leans` holds for each building block, by its id, what it leaned on; `texts` the sum of the
    kept texts of each language."""

    number: int
    day: date
    leans: Mapping[str, Lean]
    texts: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """`before` and `now` are empty for what was not there then, or is not there now."""

    kind: Kind
    name: str
    before: str
    now: str


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


def changed_since(
    edition: Edition, today: Mapping[str, Lean], regions: Container[str]
) -> Mapping[str, tuple[Change, ...]]:
    """By block, what it leans on that is another now; a block without changes is not in it, a new
    block is in it without any. What an edition says of a region that is not here is left aside."""
    found: dict[str, tuple[Change, ...]] = {}
    for block, lean in sorted(today.items()):
        kept = edition.leans.get(block)
        if kept is None:
            found[block] = ()
        elif changes := tuple(_changes(kept, lean, regions)):
            found[block] = changes
    return found


def _changes(kept: Lean, now: Lean, regions: Container[str]) -> Iterator[Change]:
    for kind in Kind:
        before, after = kept.get(kind, {}), now.get(kind, {})
        for name in sorted(before.keys() | after.keys()):
            was, is_ = before.get(name, ""), after.get(name, "")
            if was != is_ and (kind is Kind.RULE or name.partition("/")[0] in regions):
                yield Change(kind, name, was, is_)


def sum_of_text(text: str) -> str:
    """Of the kept texts of an edition, to see that they stay as they are."""
    return hashlib.sha256(text.encode()).hexdigest()


def next_edition(
    editions: Iterable[Edition], day: date, today: Mapping[str, Lean], texts: Said
) -> Edition:
    """Raises EditionRefused when its day lies before that of the last one."""
    known = sorted(editions, key=lambda edition: edition.number)
    if known and day < known[-1].day:
        raise EditionRefused(reason=f"{day} < {known[-1].day}")
    return Edition(known[-1].number + 1 if known else 1, day, dict(today), dict(texts))
