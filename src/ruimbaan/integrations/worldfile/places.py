# SPDX-License-Identifier: EUPL-1.2
"""Where in a file something stands, kept beside the data itself."""

from __future__ import annotations

from typing import Any, NamedTuple


class Place(NamedTuple):
    """A spot in a file, both counted from 1. Line 0 means the file as a whole.

    A tuple, as each value of a world has one and making it is a good part of reading it.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class LocatedMap(dict[str, Any]):
    """A mapping that knows where it begins and where each of its keys stands."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}

    def at(self, key: str) -> Place:
        """The place of a key; of the mapping when the key is not there."""
        return self.keys_at.get(key, self.place)


class LocatedList(list[Any]):
    """A list that knows where it begins and where each of its items stands."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.items_at: list[Place] = []

    def at(self, index: int) -> Place:
        return self.items_at[index]
