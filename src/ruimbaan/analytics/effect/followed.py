# SPDX-License-Identifier: EUPL-1.2
"""People of a log as they are followed: from their beginning until the outcome, another end, or the
day of the cut; when they used room; and in what state they were meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.effect.errors import MatchUnclear, NoSuchActivity, SameActivity
from ruimbaan.analytics.events import Role
from ruimbaan.analytics.events.log import EVENT, EventLog

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]
NEVER = np.iinfo(np.int64).max
CUT, REACHED, OTHERWISE = 0, 1, 2  # how following somebody ends
MATCHES = ("need", "frame", "quarter")
MICROSECONDS_A_DAY = 86_400_000_000
SHOWN = 10  # activities that a refusal names
State = tuple[str, str, int]
Told = tuple[str, int, int | None, int | None, int | None]  # case, begun, reached, ended, used


@dataclass(frozen=True, slots=True)
class Followed:
    """One number for each person: when they leave and use room, in microseconds from their own
    beginning, and how they leave. `state` holds from `since` on, until the next of that `person`;
    sorted by person and time, the first of each at 0. A use at or after leaving is none."""

    leave: Whole
    end: Whole
    used: Whole
    person: Whole
    since: Whole
    state: Whole


@dataclass(frozen=True, slots=True)
class Story:
    """Which activities tell it; each is how the name begins, whatever the capitals. `match` holds
    words of `MATCHES`, None for all that the log can tell."""

    use: str
    outcome: str
    begins: str | None = None
    ends: tuple[str, ...] = ()
    need: str | None = None
    match: tuple[str, ...] | None = None
    cut: date | None = None


def followed(log: EventLog, story: Story) -> Followed:
    """Raises NoSuchActivity, SameActivity or MatchUnclear."""
    match = _match(log, story)
    people = _people(log, story)
    place = {case: at for at, (case, *_) in enumerate(people)}
    begin = [row[1] for row in people]
    states: list[dict[int, dict[str, str]]] = [{0: {}} for _ in people]
    for what, changes in _changes(log, story, match).items():
        for case, moment, value in changes:
            if (at := place.get(case)) is not None:
                states[at].setdefault(max(0, moment - begin[at]), {})[what] = value
    quarters = [_quarter(one) if "quarter" in match else 0 for one in begin]
    return _laid_out(people, states, quarters)


def _match(log: EventLog, story: Story) -> tuple[str, ...]:
    there = {"need": story.need is not None, "frame": Role.FRAME in log.roles, "quarter": True}
    for word in story.match or ():
        if not there.get(word, False):
            raise MatchUnclear(given=word)
    return tuple(w for w in MATCHES if there[w]) if story.match is None else story.match


def _people(log: EventLog, story: Story) -> list[tuple[str, int, int, int, int]]:
    """Case, beginning, leaving, how, and use, of everybody who was followed for some time."""
    use = _named(log, story.use, "--use")
    outcome = _named(log, story.outcome, "--outcome")
    if both := set(use) & set(outcome):
        raise SameActivity(name=min(both), one="--use", other="--outcome")
    begins = _named(log, story.begins, "--from") if story.begins else []
    ends = [name for one in story.ends for name in _named(log, one, "--ends")]
    begin = (
        "min(epoch_us(complete)) FILTER (activity IN (SELECT unnest($begins)))"
        if begins
        else 'min(epoch_us("start"))'
    )
    rows = log.con.execute(
        f'WITH told AS (SELECT "case", {begin} AS begun,'  # noqa: S608
        ' min(epoch_us("start")) FILTER (activity IN (SELECT unnest($outcome))) AS reached,'
        " min(epoch_us(complete)) FILTER (activity IN (SELECT unnest($ends))) AS ended,"
        " min(epoch_us(complete)) FILTER (activity IN (SELECT unnest($use))) AS used"
        f' FROM {EVENT} GROUP BY "case")'
        f' SELECT * FROM told WHERE begun IS NOT NULL ORDER BY "case"',
        {"outcome": outcome, "ends": ends, "use": use} | ({"begins": begins} if begins else {}),
    ).fetchall()
    cut = _cut(log, story)
    return [one for row in rows if (one := _one(row, cut)) is not None]


def _one(row: Told, cut: int) -> tuple[str, int, int, int, int] | None:
    """What falls together counts as reached before it counts as ended."""
    case, begun, reached, ended, used = row
    leave, _, end = min(
        (cut, 2, CUT),
        (cut + 1 if reached is None else reached, 0, REACHED),
        (cut + 1 if ended is None else ended, 1, OTHERWISE),
    )
    if leave <= begun:
        return None
    given = NEVER if used is None or not begun <= used < leave else used - begun
    return case, begun, leave - begun, end, given


def _cut(log: EventLog, story: Story) -> int:
    if story.cut is not None:
        return (story.cut - date(1970, 1, 1)).days * MICROSECONDS_A_DAY + MICROSECONDS_A_DAY
    last = log.con.execute(f"SELECT max(epoch_us(complete)) FROM {EVENT}").fetchall()  # noqa: S608
    return int(last[0][0])


def _named(log: EventLog, prefix: str, option: str) -> list[str]:
    names = [
        name
        for (name,) in log.con.execute(
            f"SELECT DISTINCT activity FROM {EVENT} ORDER BY activity"  # noqa: S608
        ).fetchall()
    ]
    found = [name for name in names if name.casefold().startswith(prefix.casefold())]
    if not found:
        there = ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
        raise NoSuchActivity(prefix=prefix, option=option, there=there)
    return found


def _changes(
    log: EventLog, story: Story, match: Sequence[str]
) -> dict[str, list[tuple[str, int, str]]]:
    """Case, moment and value of all that changes in the states, in order of time."""
    found = {}
    if "need" in match and story.need is not None:
        found["need"] = log.con.execute(
            f'SELECT "case", epoch_us(complete), activity FROM {EVENT}'  # noqa: S608
            ' WHERE activity IN (SELECT unnest($need)) ORDER BY "case", complete, seq',
            {"need": _named(log, story.need, "--need")},
        ).fetchall()
    if "frame" in match:
        found["frame"] = log.con.execute(
            f'SELECT "case", epoch_us("start"), frame FROM {EVENT}'  # noqa: S608
            ' WHERE frame IS NOT NULL ORDER BY "case", "start", seq'
        ).fetchall()
    return found


def _quarter(moment: int) -> int:
    day = date.fromordinal(date(1970, 1, 1).toordinal() + moment // MICROSECONDS_A_DAY)
    return day.year * 4 + (day.month - 1) // 3


def _laid_out(
    people: Sequence[tuple[str, int, int, int, int]],
    states: Sequence[dict[int, dict[str, str]]],
    quarters: Sequence[int],
) -> Followed:
    codes: dict[State, int] = {}
    rows: list[tuple[int, int, int]] = []
    for at, changes in enumerate(states):
        now: dict[str, str] = {}
        for since in sorted(changes):
            now = now | changes[since]
            state = (now.get("need", ""), now.get("frame", ""), quarters[at])
            rows.append((at, since, codes.setdefault(state, len(codes))))
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    told = np.array([row[2:] for row in people], dtype=np.int64).reshape(-1, 3)
    return Followed(told[:, 0], told[:, 1], told[:, 2], table[:, 0], table[:, 1], table[:, 2])
