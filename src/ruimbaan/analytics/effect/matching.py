# SPDX-License-Identifier: EUPL-1.2
"""A small trial for each use: who used room beside people in the same state who had not, that day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.effect.followed import CUT, NEVER, Followed, Whole

Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trials:
    """A row for each person in each trial, followed from the day of use on. The compared of one
    trial weigh 1 together. `uses` is how many there were, `matched` for how many anybody was
    found."""

    person: Whole
    room: Whole  # 1 for who used it, 0 for who is compared
    time: Whole  # microseconds from the day of use
    end: Whole
    stratum: Whole
    weight: Real
    uses: int
    matched: int


def trials_of(people: Followed, controls: int, chance: np.random.Generator) -> Trials:
    """At most `controls` compared for each use, drawn by chance, each at most once in a trial. A
    compared person is followed until their own use, if that comes first."""
    users = np.flatnonzero(people.used < NEVER)
    pools = _Pools.of(people)
    rows: list[tuple[Whole, int, int, int]] = []
    for user in users.tolist():
        at = int(people.used[user])
        state = pools.state_of(user, at)
        found = pools.at_risk(state, at)
        if len(found):
            drawn = chance.choice(found, min(controls, len(found)), replace=False)
            rows.append((drawn, user, at, state))
    return _laid_out(people, rows, len(users))


@dataclass(frozen=True, slots=True)
class _Pools:
    """Of each state who was in it, from when until when, while at risk and without room."""

    people: Followed
    until: Whole
    of_state: dict[int, Whole]

    @classmethod
    def of(cls, people: Followed) -> _Pools:
        stop = np.minimum(people.leave, people.used)[people.person]
        last = np.append(people.person[1:] != people.person[:-1], [True])
        until = np.minimum(np.where(last, NEVER, np.append(people.since[1:], NEVER)), stop)
        order = np.argsort(people.state, kind="stable")
        starts = np.flatnonzero(np.diff(people.state[order], prepend=-1))
        parts = np.split(order, starts[1:])
        return cls(people, until, {int(people.state[part[0]]): part for part in parts})

    def state_of(self, person: int, at: int) -> int:
        first, after = np.searchsorted(self.people.person, (person, person + 1))
        changed = np.searchsorted(self.people.since[first:after], at, side="right")
        return int(self.people.state[first + changed - 1])

    def at_risk(self, state: int, at: int) -> Whole:
        pool = self.of_state[state]
        there = (self.people.since[pool] <= at) & (self.until[pool] > at)
        return self.people.person[pool[there]]


def _laid_out(people: Followed, rows: list[tuple[Whole, int, int, int]], uses: int) -> Trials:
    many = np.array([len(drawn) for drawn, *_ in rows], dtype=np.int64)
    user = np.array([one for _, one, _, _ in rows], dtype=np.int64)
    at = np.array([one for _, _, one, _ in rows], dtype=np.int64)
    state = np.array([one for *_, one in rows], dtype=np.int64)
    other = np.concatenate([drawn for drawn, *_ in rows]) if rows else user
    stop = np.minimum(people.leave[other], people.used[other])
    ended = np.where(people.used[other] < people.leave[other], CUT, people.end[other])
    return Trials(
        person=np.concatenate((user, other)),
        room=np.repeat(np.array([1, 0]), (len(user), len(other))),
        time=np.concatenate((people.leave[user] - at, stop - np.repeat(at, many))),
        end=np.concatenate((people.end[user], ended)),
        stratum=np.concatenate((state, np.repeat(state, many))),
        weight=np.concatenate((np.ones(len(user)), np.repeat(1 / many, many))),
        uses=uses,
        matched=len(rows),
    )
