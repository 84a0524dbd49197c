# SPDX-License-Identifier: EUPL-1.2
"""Room as a resource: hours outside production, small budgets, and cover promised beforehand; and
how the planner counts on what was promised.

Only what reaches every place counts: when one organisation stands behind a rule that also holds at
another, somebody there must still be asked, and the route says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service
from ruimbaan.core.discretion.mandates import Letter, Term, valid_on
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import DEFAULT_ASKS, Rule, RuleClass

OF_AUTHORITY = frozenset({RuleClass.LAW, RuleClass.ORDINANCE, RuleClass.POLICY})
MUNICIPALITY = "gemeente "  # how the name of one begins


class Kind(StrEnum):
    HOURS = "hours"  # a month, outside production
    BUDGET = "budget"  # whole euros a year, for what is small
    COVER = "cover"  # "I stand behind you for this rule, also on Friday"


@dataclass(frozen=True, slots=True)
class Promise:
    """What `by` (a function) at `organisation` promised to the workers of a team. `amount` is hours
    a month or euros a year; `rule` is what cover is for. `in_routes`: others may know, so that
    routes may count on it."""

    id: UUID
    kind: Kind
    organisation: str
    team: str
    by: str
    term: Term
    rule: str = ""
    amount: int = 0
    in_routes: bool = False


def counting_on(
    rules: Mapping[str, Rule],
    services: Iterable[Service],
    promises: Iterable[Promise],
    letters: Iterable[Letter],
    on: date,
) -> Mapping[str, Rule]:
    """The rules as a planner should read them on this day. With cover at every place a rule asks no
    more than a habit; with a letter at every place, no more than a procedure of the house. A right
    stays a right. Without promises these are the very same rules."""
    cover, letters = _cover(promises, on), tuple(letters)
    if not cover and not letters:
        return rules
    places = _places(services)
    return {
        name: _counted(rule, _deciding(rule, places), cover.get(name, {}), letters, on)
        for name, rule in rules.items()
    }


def partly_covered(
    rules: Mapping[str, Rule],
    services: Iterable[Service],
    promises: Iterable[Promise],
    on: date,
) -> Mapping[str, tuple[Promise, ...]]:
    """Cover that no plan counts on: the rule also stands at a place where nobody promised it, at a
    step on paper that is of no organisation, or it is for an authority to decide. By rule; it is to
    be said, not counted."""
    promises, places = tuple(promises), _places(services)
    found: dict[str, tuple[Promise, ...]] = {}
    for name, by in _cover(promises, on).items():
        decide = _deciding(rules[name], places) if name in rules else frozenset()
        if not decide or not decide <= by.keys():
            found[name] = tuple(one for one in promises if _counts(one, on) and one.rule == name)
    return found


def _deciding(rule: Rule, places: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """All the places whose word counts for this rule. None where an authority decides and no desk of
    a municipality is among them: a clinic cannot stand behind what the municipality must bend."""
    found = places.get(rule.id, frozenset())
    if rule.rule_class in OF_AUTHORITY and not any(one.startswith(MUNICIPALITY) for one in found):
        return frozenset()
    return found


def _counted(
    rule: Rule,
    places: frozenset[str],
    cover: Mapping[str, str],
    letters: Iterable[Letter],
    on: date,
) -> Rule:
    if not rule.may_bend or rule.is_right or not places:
        return rule
    mandated = {_plain(one.organisation): one for one in reversed(valid_on(letters, rule.id, on))}
    if places <= mandated.keys():
        who = Text("; ".join(_holder(mandated[place]) for place in sorted(places)))
        rule = replace(rule, mandate=who, talk_to=who, asks=_at_most(rule, RuleClass.PROCEDURE))
    if places <= cover.keys():
        by = Text("; ".join(cover[place] for place in sorted(places)))
        rule = replace(rule, covered_by=by, asks=_at_most(rule, RuleClass.HABIT))
    return rule


def _holder(letter: Letter) -> str:
    return f"{letter.function}, {letter.organisation}"


def _at_most(rule: Rule, like: RuleClass) -> int:
    """Of who bends a rule that may bend, and of a class below the law: both have a number."""
    return min(one for one in (rule.asks, DEFAULT_ASKS[like]) if one is not None)


def _cover(promises: Iterable[Promise], on: date) -> dict[str, dict[str, str]]:
    """Per rule and organisation, who stands behind it."""
    found: dict[str, dict[str, str]] = {}
    for one in promises:
        if _counts(one, on):
            by = found.setdefault(one.rule, {})
            by[_plain(one.organisation)] = f"{one.by}, {one.organisation}"
    return found


def _counts(promise: Promise, on: date) -> bool:
    return promise.kind is Kind.COVER and promise.in_routes and promise.term.holds(on)


def _places(services: Iterable[Service]) -> dict[str, frozenset[str]]:
    """Per rule the organisations at which it stands. "Gemeente Waalstad, schuldhulp" is a desk of
    Gemeente Waalstad."""
    found: dict[str, set[str]] = {}
    for service in services:
        for rule in rules_at(service):
            found.setdefault(rule, set()).add(_plain(service.provider.partition(",")[0]))
    return {rule: frozenset(places) for rule, places in found.items()}


def rules_at(service: Service) -> frozenset[str]:
    """Every rule that stands between somebody and this service."""
    named = [service.wait.rule, service.opens.rule if service.opens else None]
    named += [gift.rule for gift in service.gives]
    named += [loss.rule for loss in service.takes]
    named += [other.rule for other in service.excludes]
    named += [need.rule for one in service.needs for need in _conditions(one)]
    return frozenset(rule for rule in named if rule)


def _conditions(need: Need) -> Iterator[Condition]:
    match need:
        case Condition():
            yield need
        case AnyOf(options=parts) | AllOf(parts=parts):
            for part in parts:
                yield from _conditions(part)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
