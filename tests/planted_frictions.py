# SPDX-License-Identifier: EUPL-1.2
"""Logs with one friction each, of a size that is planted and stands beside it; days are whole.

Who comes late is cut off on the last day of the log, as in life: the rows after it are not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.planted_courses import FRAMES, LAST_COMER, LAST_DAY, Row

WEEK = 7
LAB, BUDDY = "Laboratorium", "Maatje"

BACK, EMPTY = 0.20, 0.40  # of moves to a third organisation; and of those that go back


def bounces(chance: Random, persons: int) -> list[Row]:
    """From one organisation to the next, with a laboratory in between and a buddy beside it. In an
    empty one somebody is taken on and sent back, and seen by nobody."""
    return _cut(row for number in range(persons) for row in _bounced(f"p{number}", chance))


def _bounced(case: str, chance: Random) -> Iterator[Row]:
    day = begin = chance.randint(0, 300)
    places = chance.sample(list(FRAMES), 2)
    while len(places) < 7:
        others = [one for one in FRAMES if one not in places[-2:]]
        places.append(places[-2] if chance.random() < BACK else chance.choice(others))
    around = zip(["", *places], [*places[1:], ""], strict=False)
    for at, (before, after) in zip(places, around, strict=True):
        day += WEEK
        yield Row(case, day, "aangenomen", at)
        if not before or before != after or chance.random() >= EMPTY:
            yield from (Row(case, day + WEEK * i, "gesprek", at) for i in range(1, 4))
            day += 3 * WEEK
        yield Row(case, day, "verwezen", at)
        yield Row(case, day + 1, "bloedonderzoek", LAB)
    if chance.random() < 0.5:
        yield from (Row(case, one, "maatje", BUDDY) for one in range(begin, day, WEEK))


LONG, SHORT_DAYS, LONG_DAYS = 0.30, (1, 10), (15, 100)
STAY_DAYS, STAYS = 28, 4


def gaps(chance: Random, persons: int, last_comer: int = LAST_COMER) -> list[Row]:
    """Four stays of four weeks; each is closed and after a gap another begins, until a goal is
    reached."""
    rows = []
    for number in range(persons):
        day = chance.randint(0, last_comer)
        for left, at in enumerate(chance.sample(list(FRAMES), STAYS), start=1 - STAYS):
            rows += [
                Row(f"p{number}", day + i, "gesprek", at) for i in range(0, STAY_DAYS + 1, WEEK)
            ]
            day += STAY_DAYS
            rows.append(Row(f"p{number}", day, "afgesloten" if left else "doel bereikt", at))
            day += chance.randint(*(LONG_DAYS if chance.random() < LONG else SHORT_DAYS))
    return _cut(rows)


def longer_than(days: int) -> float:
    long = range(LONG_DAYS[0], LONG_DAYS[1] + 1)
    return LONG * sum(day > days for day in long) / len(long)


def uncovered() -> float:
    gap = LONG * sum(LONG_DAYS) / 2 + (1 - LONG) * sum(SHORT_DAYS) / 2
    return (STAYS - 1) * gap / (STAYS * STAY_DAYS + (STAYS - 1) * gap)


MORE, TIMES = 0.40, 3


def intakes(chance: Random, persons: int) -> list[Row]:
    """An intake, and within a year up to three more elsewhere, each with this chance."""
    rows = []
    for number in range(persons):
        first, *others = chance.sample(list(FRAMES), TIMES + 1)
        day = chance.randint(0, LAST_COMER)
        rows.append(Row(f"p{number}", day, "intake", first))
        for i, other in enumerate(others, start=1):
            if chance.random() < MORE:
                rows.append(Row(f"p{number}", day + 100 * i, "intake", other))
    return _cut(rows)


AT_ONCE, LATER = 0.20, 0.10


def rework(chance: Random, persons: int) -> list[Row]:
    """Three things in order; the first at once again, or again at the end."""
    rows = []
    for number in range(persons):
        done = ["aanvraag", "overleg", "besluit"]
        if chance.random() < AT_ONCE:
            done.insert(0, "aanvraag")
        if chance.random() < LATER:
            done.append("aanvraag")
        rows += [Row(f"p{number}", day, one, "Wijkteam") for day, one in enumerate(done)]
    return rows


SAME = 0.80


def visits(chance: Random, persons: int) -> list[Row]:
    """Ten contacts, each time with this chance the organisation of the time before."""
    rows = []
    for number in range(persons):
        at = chance.choice(list(FRAMES))
        for week in range(10):
            rows.append(Row(f"p{number}", WEEK * week, "gesprek", at))
            if chance.random() >= SAME:
                at = chance.choice([one for one in FRAMES if one != at])
    return rows


NEVER, WAIT_DAYS, ROOM, ROOM_DAY = 0.30, (10, 80), 0.25, 5


def blocks(chance: Random, persons: int) -> list[Row]:
    """Refused by a rule. For some room is made on day 5, and they are in the day after; some are
    never in, the others after some time."""
    rows = []
    for number in range(persons):
        case, day = f"p{number}", chance.randint(0, 500)
        rows += [
            Row(case, day, "verwezen", "Brijder", "Wijkteam"),
            Row(case, day, "afgewezen", "Wijkteam", rule=chance.choice(("leeftijd", "regio"))),
        ]
        drawn = chance.random()
        if drawn < ROOM:
            rows.append(Row(case, day + ROOM_DAY, "uitzondering", "Brijder"))
            day += ROOM_DAY + 1
        elif drawn < ROOM + NEVER:
            continue
        else:
            day += chance.randint(*WAIT_DAYS)
        rows.append(Row(case, day, "verwezen", "Brijder", "Herstelhuis"))
        rows.append(Row(case, day, "aangenomen", "Herstelhuis"))
    return _cut(rows)


def waited(horizon: int) -> float:
    """On average, up to this horizon."""
    return ROOM * (ROOM_DAY + 1) + NEVER * horizon + (1 - ROOM - NEVER) * (sum(WAIT_DAYS) / 2)


SILENT, WEEKS = 0.30, (3, 70)


def silences(chance: Random, persons: int) -> list[Row]:
    """Weekly contact for some time; then nothing more, or an agreed end."""
    rows = []
    for number in range(persons):
        day = chance.randint(0, LAST_COMER)
        for _ in range(chance.randint(*WEEKS)):
            rows.append(Row(f"p{number}", day, "gesprek", "Wijkteam"))
            day += WEEK
        if chance.random() >= SILENT:
            rows.append(Row(f"p{number}", day, "afgesloten", "Wijkteam"))
    return _cut(rows)


def silent_within(days: int) -> float:
    seen = range(WEEKS[0], WEEKS[1] + 1)
    return SILENT * sum(WEEK * (weeks - 1) <= days for weeks in seen) / len(seen)


REGISTERED_FROM, LONGEST_WAIT = 300, 40


def registered(chance: Random, persons: int) -> list[Row]:
    """Everybody is met within 40 days, each day as likely. But the register was begun on day 300,
    and who was met before that never came into it."""
    rows = []
    for number in range(persons):
        case, sent = f"p{number}", chance.randint(260, 360)
        met = sent + chance.randint(1, LONGEST_WAIT)
        if met >= REGISTERED_FROM:
            rows.append(Row(case, sent, "verwezen", "Brijder", "Wijkteam"))
            rows.append(Row(case, met, "gesprek", "Wijkteam"))
    return rows


STARTED, ENGAGED = 0.70, 0.50  # the second: of who started
WITHIN_7, WITHIN_30 = 0.60, 0.80


def starts(chance: Random, persons: int) -> list[Row]:
    """An intake; a contact within two weeks, or later; then two more soon, or one. Then a
    detoxification, and a contact within a week, within a month, or none."""
    rows = []
    for number in range(persons):
        case, day = f"p{number}", chance.randint(70, LAST_COMER)
        rows.append(Row(case, day, "intake", "Brijder"))
        started = chance.random() < STARTED
        day += chance.randint(1, 14) if started else chance.randint(15, 40)
        rows.append(Row(case, day, "gesprek", "Brijder"))
        more = 2 if chance.random() < ENGAGED else 1
        rows += [Row(case, day + 10 * i, "gesprek", "Brijder") for i in range(1, more + 1)]
        day += 40
        rows.append(Row(case, day, "ontgifting", "Kliniek"))
        drawn = chance.random()
        if drawn < WITHIN_30:
            day += chance.randint(1, 7) if drawn < WITHIN_7 else chance.randint(8, 30)
            rows.append(Row(case, day, "gesprek", "Brijder"))
    return _cut(rows)


def _cut(rows: Iterator[Row] | list[Row]) -> list[Row]:
    return [row for row in rows if row.day <= LAST_DAY]
