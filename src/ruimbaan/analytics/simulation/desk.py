# SPDX-License-Identifier: EUPL-1.2
"""A service with so many places at a time: who asked first is first, and whoever cannot begin when
it is their turn is passed over and keeps their turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Any

from simpy import Environment

# Told that a place is free. Answers for how many days it is taken, or None to be passed over.
Turn = Callable[[], float | None]


class Desk:
    """`places` is `inf` when everybody can begin at once. Days are those of the environment; whole
    ones are not asked for."""

    __slots__ = ("_back", "_numbers", "env", "free", "line")

    def __init__(self, env: Environment, places: float = inf) -> None:
        self.env = env
        self.free = places
        self.line: deque[tuple[int, Turn]] = deque()
        self._back: list[tuple[int, Turn]] = []  # passed over before, and now ready
        self._numbers = count()

    def ask(self, turn: Turn) -> int:
        """Join the end of the line. Gives the number with which one may come back."""
        number = next(self._numbers)
        self.line.append((number, turn))
        self._serve()
        return number

    def come_back(self, number: int, turn: Turn) -> None:
        """Who was passed over stands before everybody who asked later."""
        heappush(self._back, (number, turn))
        self._serve()

    def fill(self, taken: Iterable[float]) -> None:
        """These places are taken already, each for so many days more."""
        for days in taken:
            self.free -= 1
            self._until_it_ends(days)

    def add(self, places: int) -> None:
        self.free += places
        self._serve()

    def _serve(self) -> None:
        while self.free > 0 and (self.line or self._back):
            back, line = self._back, self.line
            if back and (not line or back[0] < line[0]):
                _, turn = heappop(back)
            else:
                _, turn = line.popleft()
            self.free -= 1  # first: the turn may ask for other things at this very desk
            length = turn()
            if length is None:
                self.free += 1
            else:
                self._until_it_ends(length)

    def _until_it_ends(self, days: float) -> None:
        self.env.timeout(days).callbacks.append(self._ended)

    def _ended(self, _event: Any) -> None:
        self.free += 1
        self._serve()
