# SPDX-License-Identifier: EUPL-1.2
"""Handoffs of a made-up region, the same for the same seed, and a plain slow count of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product
from random import Random

from ruimbaan.core.insight.courses import SELF, WAYS, Course

FIRST = date(2024, 1, 1)  # a Monday
WEIGHTS = (3, 5, 6, 6, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 8, 4, 6, 5, 20)  # of WAYS


def made_courses(
    seed: int = 1, count: int = 1000, weeks: int = 130, kinds: int = 3
) -> tuple[Course, ...]:
    """Spread over so many weeks of asking; some pairs are common and some are rare."""
    chance = Random(seed)
    codes = [str(number) for number in range(4, 4 + kinds)]
    senders = [*codes, SELF]
    often = {pair: chance.random() ** 2 for pair in product(senders, codes)}
    found = []
    for van, naar in chance.choices(list(often), list(often.values()), k=count):
        way = chance.choices(WAYS, WEIGHTS)[0]
        asked = FIRST + timedelta(weeks=chance.randrange(weeks))
        place = chance.choice("ab")
        sender = "" if van == SELF else f"place-{van}-{place}"
        found.append(Course(van, naar, asked, way, sender, f"place-{naar}-{chance.choice('ab')}"))
    return tuple(found)


def slow_count(
    courses: Iterable[Course], first: date, end: date, *, van: str, naar: str, ways: Iterable[str]
) -> int:
    """One by one; `*` is everybody."""
    wanted, found = set(ways), 0
    for one in courses:
        if van not in ("*", one.van) or naar not in ("*", one.naar):
            continue
        if first <= one.asked < end and one.way in wanted:
            found += 1
    return found
