# SPDX-License-Identifier: EUPL-1.2
"""How much each may ask, counted in memory: a bucket that holds so many turns and fills up again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Bucket:
    turns: float
    at: float  # seconds


class Buckets:
    """`size` turns at once, `a_second` turns come back each second. Of at most `most` askers, those
    who asked last: who is forgotten begins with a full bucket, as everybody does who waits."""

    def __init__(self, size: float, a_second: float, most: int) -> None:
        self._size, self._a_second, self._most = size, a_second, most
        self._buckets: OrderedDict[bytes, _Bucket] = OrderedDict()
        self._one_by_one = threading.Lock()

    def take(self, who: bytes, turns: float, now: float) -> float:
        """0 when there were so many turns, and then they are taken; else the seconds to wait. `now`
        is of a clock that never goes back, in seconds."""
        with self._one_by_one:
            found = self._buckets.pop(who, None) or _Bucket(self._size, now)
            there = min(self._size, found.turns + (now - found.at) * self._a_second)
            wait = max(0.0, (turns - there) / self._a_second)
            self._buckets[who] = _Bucket(there if wait else there - turns, now)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        return wait

    def __len__(self) -> int:
        return len(self._buckets)
