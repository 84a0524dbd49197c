# SPDX-License-Identifier: EUPL-1.2
"""What touches two kinds of support: the frictions between their sides, the rules that play a part in
them or stand at the door of the one that is asked, and what was agreed about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service
from ruimbaan.core.frictions.friction import Friction
from ruimbaan.core.insight.kinds import sides_of
from ruimbaan.core.planner.rulebook_lint import rules_on
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.directory.queries import Region, is_place
from ruimbaan.parts.discretion.queries import agreements_by_touch
from ruimbaan.parts.frictions.queries import catalogue
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.parts.surroundings.queries import rule_here
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words

MOST_FRICTIONS, MOST_RULES = 5, 8
_BOTH, _ONE = 2, 1


@dataclass(frozen=True, slots=True)
class Touching:
    frictions: tuple[Row, ...]
    rules: tuple[Link, ...]
    agreements: tuple[Link, ...]


def touching(region: Region, sender: str, asked: str, today: date) -> Touching:
    places = [one for one in region.world.services.values() if str(one.type) == asked]
    at_door = _at_door(region, places)
    frictions = _frictions(sender, asked, at_door)
    own = {number for one in frictions for number in one.rules}
    numbers = sorted(at_door | own, key=lambda number: (number not in own, number))
    rules = [rule for rule in (rule_here(region.id, one) for one in numbers) if rule][:MOST_RULES]
    return Touching(
        frictions=tuple(
            Row(
                Link(in_words(one.title), reverse("frictions:one", args=[region.id, one.id])),
                in_words(one.what),
            )
            for one in frictions
        ),
        rules=tuple(
            Link(f"{rule.number} · {in_words(rule.plain.title)}", rule_url(rule.id))
            for rule in rules
        ),
        agreements=_agreements(region.id, frictions, rules, places, today),
    )


def _at_door(region: Region, places: Iterable[Service]) -> set[str]:
    """The numbers of the rules on these places, and on the paper that one needs for them."""
    paper = [one for one in region.world.services.values() if not is_place(one)]
    found, new = list(places), list(places)
    while new:
        needed = {fact for one in new for fact in _facts(one.needs)}
        new = [
            one for one in paper if one not in found and needed & {gift.fact for gift in one.gives}
        ]
        found += new
    rules = [region.world.rules[name] for one in found for name in rules_on(one)]
    return {rule.number or rule.id for rule in rules}


def _facts(needs: Iterable[Need]) -> Iterator[str]:
    for need in needs:
        match need:
            case AnyOf(inside) | AllOf(inside):
                yield from _facts(inside)
            case Condition(fact=fact):
                yield fact


def _frictions(sender: str, asked: str, at_door: set[str]) -> list[Friction]:
    """Those between just these two sides go before those that only one of them is in."""
    sides_from, sides_to = sides_of(sender), sides_of(asked)

    def weight(one: Friction) -> int:
        first, second = one.between
        if (first in sides_from and second in sides_to) or (
            second in sides_from and first in sides_to
        ):
            return _BOTH
        return _ONE if (sides_from | sides_to) & {first, second} and at_door & set(one.rules) else 0

    found = [one for one in catalogue().frictions.values() if weight(one)]
    return sorted(found, key=lambda one: (-weight(one), one.id))[:MOST_FRICTIONS]


def _agreements(
    region: str,
    frictions: Iterable[Friction],
    rules: Iterable[RuleText],
    places: Iterable[Service],
    today: date,
) -> tuple[Link, ...]:
    by_touch = agreements_by_touch(region, today)
    codes = [
        *(one.id for one in frictions),
        *(one.id for one in rules),
        *(one.id for one in places),
    ]
    links = (link for code in codes for link in by_touch.get(code, ()))
    return tuple({link.url: link for link in links}.values())
