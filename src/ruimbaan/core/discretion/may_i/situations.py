# SPDX-License-Identifier: EUPL-1.2
"""Situations people meet, in their own words, and the rules that stand there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ruimbaan.core.discretion.may_i.kinds import Kind, Role
from ruimbaan.core.kernel.texts import Language, Text


@dataclass(frozen=True, slots=True)
class Precedent:
    """Room as it was given before, in a made-up story: never to be traced to anybody. `event` is its
    place in that journey."""

    where: Text
    event: str
    did: Text
    led_to: Text


@dataclass(frozen=True, slots=True)
class Situation:
    """`rules` are numbers, the one that decides first; none when we know of no rule. `beside`: the
    rule does not reach this, although people think so. `leave`: the room is to leave something
    undone. `who` and `account` (for who works) are said where the rule alone would name others than
    those who decide this. `reach` are kinds of support on the map where one finds who decides, or who helps."""

    id: str
    title: Text
    rules: tuple[str, ...]
    kinds: Mapping[Role, Kind]
    does: Text
    says: Mapping[Language, tuple[str, ...]]
    say: Text = Text("")
    who: Text = Text("")
    account: Text = Text("")
    beside: bool = False
    leave: bool = False
    reach: tuple[int, ...] = ()
    precedents: tuple[Precedent, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """Every way of saying it that we know, in both languages."""
        return (self.title.nl, self.title.en, *self.says["nl"], *self.says["en"])


@dataclass(frozen=True, slots=True)
class Words:
    """`same` are groups of words that mean the same here; `verbs` have odd forms; `danger` are stems
    that together say that somebody is in danger: then help comes before any rule. `small` words say
    nothing about a situation."""

    same: tuple[tuple[str, ...], ...] = ()
    verbs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    danger: tuple[str, ...] = ()
    small: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """All situations, in the order in which they are shown when somebody picks one."""

    situations: tuple[Situation, ...] = ()
    words: Words = Words()
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, name: str) -> Situation | None:
        return next((one for one in self.situations if one.id == name), None)

    def with_rule(self, number: str) -> tuple[Situation, ...]:
        """Those in which this rule decides, and then those in which it plays a part."""
        first = [one for one in self.situations if one.rules[:1] == (number,)]
        return (*first, *(one for one in self.situations if number in one.rules[1:]))
