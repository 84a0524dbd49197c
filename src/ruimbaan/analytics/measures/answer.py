# SPDX-License-Identifier: EUPL-1.2
"""All measures of one log: its tables are made once, each measure asks them, few people are hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.analytics.events.columns import Role, listed
from ruimbaan.analytics.events.errors import NothingUsable
from ruimbaan.analytics.events.log import EventLog
from ruimbaan.analytics.events.reading import rows_of, sql_of
from ruimbaan.analytics.measures import referrals, stays, steps, used
from ruimbaan.analytics.measures.catalogue import MEASURES
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.errors import CutBeforeLog, ServiceNotFound, SinceAfterCut
from ruimbaan.analytics.measures.measure import Lacking, Measure, Outcome, Result, lacks, too_few
from ruimbaan.analytics.measures.question import Question
from ruimbaan.analytics.measures.steps import Step

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """The log counted as complete from `since` up to and with `cut`. `unsure` referrals may belong
    to another answer: another one was open, and the log does not say to whom each was sent."""

    results: tuple[Result, ...]
    since: date
    cut: date
    steps: Mapping[Step, tuple[str, ...]]
    persons: int | None  # None where there are too few
    events: int
    referrals: int
    unsure: int


def measures_of(
    log: EventLog, question: Question, done: Callable[[int], None] | None = None
) -> Answer:
    """Raises NothingUsable, or MeasureRefused when the question does not fit the log."""
    courses = _courses(log, question)
    results = []
    for measure in MEASURES:
        results.append(Result(measure, _outcome(courses, measure), _date(courses.cut)))
        if done is not None:
            done(1)
    events, sent = courses.used, courses.referral
    told = courses.one(events.aggregate(n=events.count(), persons=events.case.nunique()))
    sure = courses.one(sent.aggregate(n=sent.count(), unsure=sent.unsure.sum().fill_null(0)))
    return Answer(
        results=tuple(results),
        since=_date(courses.since),
        cut=_date(courses.cut),
        steps=courses.steps,
        persons=told["persons"] if told["persons"] >= question.fewest else None,
        events=told["n"],
        referrals=sure["n"],
        unsure=sure["unsure"],
    )


def _courses(log: EventLog, question: Question) -> Courses:
    events = log.events
    whole = events.aggregate(
        first=events.complete.min(), last=events.complete.max(), n=events.count()
    )
    edges = rows_of(log.con, whole)[0]
    if not edges["n"]:
        found = log.report.findings
        first = found[0].explain("nl").cause if found else "–"
        raise NothingUsable(rows=log.report.read, first=first)
    begin, end = edges["first"].date(), edges["last"].date()
    cut, since = question.cut or end, question.since or begin
    if cut < begin:
        raise CutBeforeLog(cut=cut, first=begin)
    if since > cut:
        raise SinceAfterCut(since=since, cut=cut)
    _must_be_there(log, question.service)
    parts = steps.resolve(question.steps, _names(log, "activity"))
    columns = frozenset(log.roles)
    courses = Courses(log.con, question, parts, columns, _day(since), _day(cut))
    _build(courses, log)
    return courses


def _build(courses: Courses, log: EventLog) -> None:
    for name, table in (
        (used.USED, used.used(log.events, courses.steps, courses.cut)),
        (stays.STAY, stays.stays(courses.used, courses.question.quiet)),
        (referrals.REFERRAL, referrals.referrals(courses.used)),
    ):
        log.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql_of(table)}")


def _must_be_there(log: EventLog, service: tuple[str, ...]) -> None:
    there = _names(log, "organisation") if service else []
    for name in service:
        if name not in there:
            raise ServiceNotFound(name=name, there=listed(there))


def _names(log: EventLog, column: str) -> list[str]:
    names = log.events.select(name=log.events[column]).distinct().order_by("name")
    return [row["name"] for row in rows_of(log.con, names) if row["name"] is not None]


def _outcome(courses: Courses, measure: Measure) -> Outcome:
    there: set[Step | Role] = {*courses.steps, *courses.columns}
    for need in measure.needs:
        if need not in there:
            return lacks(need)
    if measure.one_of and there.isdisjoint(measure.one_of):
        return lacks(*measure.one_of)
    found, fewest = measure.worked_out(courses), courses.question.fewest
    if isinstance(found, Lacking):
        return found
    if all(value.persons < fewest for value in found):
        return too_few(max(value.persons for value in found), fewest)
    return tuple(value if value.persons >= fewest else value.hidden() for value in found)


def _day(day: date) -> int:
    return (day - EPOCH).days


def _date(day: int) -> date:
    return EPOCH + timedelta(days=day)
