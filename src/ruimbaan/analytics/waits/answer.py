# SPDX-License-Identifier: EUPL-1.2
"""The waiting of one log, by cause: days, share, and what the whole would be without that cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.events import Role
from ruimbaan.analytics.events.errors import NothingUsable
from ruimbaan.analytics.events.log import EventLog
from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY
from ruimbaan.analytics.waits.batches import filled
from ruimbaan.analytics.waits.courses import Events, Whole, enabled, events_of
from ruimbaan.analytics.waits.errors import NobodyDidIt
from ruimbaan.analytics.waits.open_items import OpenItem, opened
from ruimbaan.analytics.waits.splitting import CAUSES, EXTRANEOUS, Ready, split
from ruimbaan.analytics.waits.weekdays import Closed
from ruimbaan.analytics.waits.work import Work


@dataclass(frozen=True, slots=True)
class CauseOfWaiting:
    """`waits` are those in which it had a part. `efficiency_without` is the share of work in all
    time once this cause is gone, None when the log knows no time of work."""

    cause: str
    days: float
    share: float
    waits: int
    efficiency_without: float | None

    def as_json(self) -> dict[str, object]:
        return {
            "cause": self.cause,
            "group": "extraneous" if self.cause in EXTRANEOUS else self.cause,
            "days": self.days,
            "share": self.share,
            "waits": self.waits,
            "efficiency_without": self.efficiency_without,
        }


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """The waiting before one activity: how often, how long, and the cause with the most days."""

    activity: str
    waits: int
    days: float
    most: str

    def as_json(self) -> dict[str, object]:
        return {
            "activity": self.activity,
            "waits": self.waits,
            "days": self.days,
            "most": self.most,
        }


@dataclass(frozen=True, slots=True)
class Waits:
    """`by` says who the work is taken to be done by. Days are calendar days."""

    by: str
    events: int
    courses: int
    waits: int
    work_days: float
    waiting_days: float
    causes: tuple[CauseOfWaiting, ...]
    activities: tuple[WaitingFor, ...]

    @property
    def efficiency(self) -> float | None:
        """Cycle time efficiency, CTE = sum P / (sum P + sum W); None when there is no P."""
        return _efficiency(self.work_days, self.waiting_days)

    def as_json(self) -> dict[str, object]:
        """The published form; its names never change."""
        return {
            "by": self.by,
            "events": self.events,
            "courses": self.courses,
            "waits": self.waits,
            "work_days": self.work_days,
            "waiting_days": self.waiting_days,
            "efficiency": self.efficiency,
            "causes": [one.as_json() for one in self.causes],
            "activities": [one.as_json() for one in self.activities],
        }


def waits_of(log: EventLog, items: Sequence[OpenItem] = (), gap: int = 0) -> Waits:
    """Between two of a batch lie at most `gap` microseconds. Raises NothingUsable, NobodyDidIt or
    OpenItemNowhere."""
    if not log.size:
        found = log.report.findings
        first = found[0].explain("nl").cause if found else "–"
        raise NothingUsable(rows=log.report.read, first=first)
    if Role.ORGANISATION not in log.roles and Role.RESOURCE not in log.roles:
        raise NobodyDidIt
    by = Role.RESOURCE if Role.RESOURCE in log.roles else Role.ORGANISATION
    events, rows = split_of(events_of(log.con, by_organisation=by is Role.ORGANISATION), items, gap)
    return _summed(by.value, events, rows)


def split_of(events: Events, items: Sequence[OpenItem], gap: int) -> tuple[Events, Whole]:
    """The events that are work, and the causes of the wait before each of them."""
    moments = np.unique(np.concatenate((events.start, events.complete)))
    found = opened(events, items)
    left = events.only(~found.no_work)
    ready, known = enabled(left)
    work = Work.of(left, ready, Closed.of(left), moments)
    full = filled(left, ready, known, work, gap)
    return left, split(left, Ready(ready, full, known), work, found)


def _summed(by: str, events: Events, rows: Whole) -> Waits:
    days = rows / MICROSECONDS_A_DAY
    each, whole = days.sum(axis=0), float(days.sum())
    work = float(((events.complete - events.start) / MICROSECONDS_A_DAY).sum())
    causes = tuple(
        CauseOfWaiting(
            cause=cause,
            days=float(each[at]),
            share=float(each[at]) / whole if whole else 0.0,
            waits=int((rows[:, at] > 0).sum()),
            efficiency_without=_efficiency(work, whole - float(each[at])),
        )
        for at, cause in enumerate(CAUSES)
    )
    return Waits(
        by=by,
        events=len(events.start),
        courses=len(np.unique(events.course)),
        waits=int((rows.sum(axis=1) > 0).sum()),
        work_days=work,
        waiting_days=whole,
        causes=causes,
        activities=_activities(events, rows),
    )


def _activities(events: Events, rows: Whole) -> tuple[WaitingFor, ...]:
    """Most days first, then by name."""
    days = np.zeros((len(events.names), len(CAUSES)))
    np.add.at(days, events.activity, rows / MICROSECONDS_A_DAY)
    waited = np.bincount(events.activity[rows.sum(axis=1) > 0], minlength=len(events.names))
    found = [
        WaitingFor(name, int(waited[at]), float(days[at].sum()), CAUSES[int(days[at].argmax())])
        for at, name in enumerate(events.names)
        if waited[at]
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, one.activity)))


def _efficiency(work: float, waiting: float) -> float | None:
    return work / (work + waiting) if work else None
