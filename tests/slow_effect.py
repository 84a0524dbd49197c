# SPDX-License-Identifier: EUPL-1.2
"""The slow, obvious twins of the effect of room: the likelihood of Efron written out, and whom each use
may be compared with, person by person."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from ruimbaan.analytics.effect.followed import CUT, NEVER, Followed

Row = Sequence[float]  # time, whether the outcome was reached, room, stratum, weight
Seen = tuple[int, int, int, int, int]  # person, room, time, end, state


def log_likelihood(rows: Sequence[Row], log_ratio: float) -> float:
    """Efron (1977): who reach it at one moment leave one after another, each by its part."""
    found = 0.0
    for stratum in {row[3] for row in rows}:
        mine = [row for row in rows if row[3] == stratum]
        for time in {row[0] for row in mine if row[1]}:
            there = [row for row in mine if row[0] >= time]
            gone = [row for row in there if row[0] == time and row[1]]
            whole = sum(row[4] * exp(log_ratio * row[2]) for row in there)
            going = sum(row[4] * exp(log_ratio * row[2]) for row in gone)
            mean = sum(row[4] for row in gone) / len(gone)
            found += sum(row[4] * log_ratio * row[2] for row in gone)
            for place in range(len(gone)):
                found -= mean * log(whole - going * place / len(gone))
    return found


def state_at(people: Followed, person: int, moment: int) -> int:
    told = zip(people.person.tolist(), people.since.tolist(), people.state.tolist(), strict=True)
    return int([state for one, since, state in told if one == person and since <= moment][-1])


def trials(people: Followed) -> list[list[Seen]]:
    """Of each use that finds anybody: who used room, and everybody it may be compared with."""
    found = []
    count = len(people.leave)
    leave, end, used = (column.tolist() for column in (people.leave, people.end, people.used))
    for user in range(count):
        if used[user] == NEVER:
            continue
        day = used[user]
        state = state_at(people, user, day)
        rows = [(user, 1, leave[user] - day, end[user], state)]
        for other in range(count):
            if leave[other] > day and used[other] > day and state_at(people, other, day) == state:
                own = used[other] < leave[other]
                until = used[other] if own else leave[other]
                rows.append((other, 0, until - day, CUT if own else end[other], state))
        if len(rows) > 1:
            found.append(rows)
    return found
