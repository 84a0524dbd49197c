# SPDX-License-Identifier: EUPL-1.2
"""What somebody takes along of oneself: one structure for the file a program reads and the page a
person reads, so that nothing a person can read stands in only one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from ruimbaan.core.kernel.texts import Text

FORMAT = "ruimbaan-take-along"
VERSION = 1  # goes up when a name goes or means something else; a new name may come at any time
Value = str | int | bool | datetime | date | time | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """`name` and `value` stand in the file and never change; `label` stands on the page, with
    `said` in the words of the reader where the value is a code. Without a label it only means
    something to a program: a number, a mark."""

    name: str
    label: Text | None
    value: Value
    said: str = ""

    @property
    def has_value(self) -> bool:
        """What is empty says nothing on the page."""
        return self.value not in (None, "", ())


@dataclass(frozen=True, slots=True)
class Section:
    """`about_others`: what stands here also tells about somebody else, so take care with it."""

    name: str
    title: Text
    items: tuple[tuple[Fact, ...], ...]
    about_others: bool = False

    def as_json(self) -> dict[str, object]:
        return {
            "about_others": self.about_others,
            "items": [item_as_json(item) for item in self.items],
        }


def item_as_json(item: Iterable[Fact]) -> dict[str, object]:
    return {fact.name: _plain(fact.value) for fact in item}


def _plain(value: Value) -> object:
    """Moments in UTC, so that the file says the same wherever it is read."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return list(value) if isinstance(value, tuple) else value
