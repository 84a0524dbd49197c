# SPDX-License-Identifier: EUPL-1.2
"""What a counter has to know: three rules that matter there, and what one says and does."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class CounterRule:
    """`rule` is its number in the rulebook, `situation` its name in "Mag ik dit?". `who` says yes
    where the rulebook of a region does not say it."""

    rule: str
    situation: str
    title: Text
    you_see: Text
    rule_says: Text
    source: str
    who: Text
    you_do: Text
    say: Text
    rather_not: Text


@dataclass(frozen=True, slots=True)
class Counter:
    """`call` are kinds on the map; `fill_in` what each counter writes down itself."""

    id: str
    title: Text
    help: Text
    first_sentence: Text
    reviewed: bool
    call: tuple[int, ...]
    rules: tuple[CounterRule, ...]
    always: tuple[Text, ...]
    fill_in: tuple[Text, ...]
