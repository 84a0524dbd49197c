# SPDX-License-Identifier: EUPL-1.2
"""Letters of mandate: "this function may say yes to this rule, up to so far, until then"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ruimbaan.core.discretion.mandates_errors import EndBeforeStart, EndPassed, NobodyBendsThis
from ruimbaan.core.rules.rule import Rule

SOON = timedelta(days=28)  # before its last day an organisation sees that a letter lapses


@dataclass(frozen=True, slots=True)
class Term:
    """From the first day up to and with the last. `withdrawn`: the day from which it holds no
    longer, whatever its last day is."""

    starts: date
    until: date
    withdrawn: date | None = None

    def holds(self, on: date) -> bool:
        return self.starts <= on <= self.until and not self._taken_back(on)

    def lapses_soon(self, on: date) -> bool:
        return self.holds(on) and self.until - on <= SOON

    def is_over(self, on: date) -> bool:
        return on > self.until or self._taken_back(on)

    def _taken_back(self, on: date) -> bool:
        return self.withdrawn is not None and self.withdrawn <= on


@dataclass(frozen=True, slots=True)
class Letter:
    """Whoever has this `function` at `organisation` may say yes to `rule`. `up_to` says how far,
    `deputy` which function stands in, `reach` how to reach them. No name stands in it."""

    id: UUID
    rule: str
    organisation: str
    function: str
    up_to: str
    reach: str
    given_by: str
    term: Term
    deputy: str = ""


def valid_on(letters: Iterable[Letter], rule: str, on: date) -> tuple[Letter, ...]:
    """For this rule, the one that holds longest first."""
    found = (one for one in letters if one.rule == rule and one.term.holds(on))
    return tuple(sorted(found, key=lambda one: (-one.term.until.toordinal(), one.id)))


def check_term(term: Term, today: date) -> None:
    """Raises EndBeforeStart and EndPassed."""
    if term.until < term.starts:
        raise EndBeforeStart
    if term.until < today:
        raise EndPassed


def check_rule(rule: Rule | None) -> None:
    """Nobody can promise what only the maker of a rule can change. Raises NobodyBendsThis."""
    if rule is None or not rule.may_bend:
        raise NobodyBendsThis
