# SPDX-License-Identifier: EUPL-1.2
"""Each section of the report, worked out and said. The outcome comes first, then how it is read."""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.analytics.events import EventLog
from ruimbaan.analytics.measures import Question, measures_of
from ruimbaan.analytics.measures.measure import Result, told
from ruimbaan.analytics.waits import Waits, waits_of
from ruimbaan.analytics.waits.errors import NobodyDidIt
from ruimbaan.cli.frictions_waits_words import CAUSES
from ruimbaan.cli.log_report import counting, words
from ruimbaan.cli.log_report.counting import Between, Steps
from ruimbaan.cli.log_report.pieces import Rows, Section
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.ui.pictures.arcs import Arc, ArcPicture, draw_arcs
from ruimbaan.ui.pictures.bars import Bar, BarsPicture, draw_bars
from ruimbaan.ui.pictures.curve import CurveLine, CurvePicture, Reached, draw_curve

MOST_STEPS, MOST_ROWS = 10, 25
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
HALF, NINE = SHARES.index(0.5), SHARES.index(0.9)


def sections(log: EventLog, language: Language) -> Iterator[Section]:
    """In the order in which somebody asks: how it goes, how long, between whom, why, where it chafes."""
    say = Say(language)
    yield _flows(log, say)
    yield _through(log, say)
    yield _handovers(log, say)
    yield _waiting(log, say)
    yield _measures(log, say)
    yield _quality(log, say)


class Say:
    """Texts and numbers in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, text: Text, **values: object) -> str:
        return text.in_language(self.language).format(**values)

    def days(self, days: float) -> str:
        return self._comma(f"{days:.1f}" if days < 10 else f"{days:.0f}")

    def share(self, share: float) -> str:
        return self._comma(f"{share:.1%}")

    def _comma(self, number: str) -> str:
        return number.replace(".", ",") if self.language == "nl" else number


def _flows(log: EventLog, say: Say) -> Section:
    found = counting.steps_of(log, MOST_STEPS)
    if not found.pairs:
        return Section("flows", say(words.FLOWS), (say(words.FEW_PAIRS, few=found.few),))
    first = found.pairs[0]
    lead = say(
        words.FLOWS_LEAD,
        first=first.sender,
        then=first.receiver,
        n=first.n,
        days=say.days(first.median_days),
    )
    return Section(
        id="flows",
        title=say(words.FLOWS),
        lead=(lead,),
        picture=_arcs(found, say),
        tables=(_pairs(found.pairs, words.STEPS_TABLE, say),),
        notes=(say(words.FLOWS_NOTE), *_few(found, say)),
    )


def _arcs(found: Steps, say: Say) -> str:
    place = {name: at for at, name in enumerate(found.names)}
    arcs = tuple(
        Arc(
            place[one.sender],
            place[one.receiver],
            one.n,
            say(words.NOTE, n=one.n, days=say.days(one.median_days)),
            f"{one.sender} → {one.receiver}: "
            + say(words.ARC, n=one.n, days=say.days(one.median_days)),
        )
        for one in found.pairs
    )
    return draw_arcs(ArcPicture(say(words.FLOWS), say(words.FLOWS_PICTURE), found.names, arcs))


def _through(log: EventLog, say: Say) -> Section:
    found = counting.through(log, SHARES)
    lead = say(words.THROUGH_LEAD, half=found.days[HALF], nine=found.days[NINE])
    steps = tuple(
        Reached(float(days), share, share, share)
        for days, share in zip(found.days, found.done, strict=True)
    )
    last = max(found.days[-1], 1)
    curve = CurvePicture(
        title=say(words.THROUGH),
        description=say(words.THROUGH_PICTURE),
        up=say(words.UP),
        along=say(words.ALONG),
        last=float(last),
        marks=tuple(float(round(last * part / 4)) for part in range(5)),
        lines=(CurveLine(say(words.DONE), lead, steps),),
    )
    rows = tuple(
        (say.share(share), str(days)) for days, share in zip(found.days, found.done, strict=True)
    )
    table = Rows(say(words.THROUGH), (say(words.SHARE), say(words.DAYS)), rows)
    notes = (say(words.THROUGH_NOTE),)
    return Section("through", say(words.THROUGH), (lead,), draw_curve(curve), (table,), notes)


def _handovers(log: EventLog, say: Say) -> Section:
    found = counting.handovers_of(log)
    if not found.pairs:
        lead = (say(words.NO_ORGANISATIONS), *_few(found, say))
        return Section("handovers", say(words.HANDOVERS), lead)
    whole = sum(one.n for one in found.pairs)
    lead = (say(words.HANDOVERS_LEAD, pairs=len(found.pairs), n=whole),)
    by_name = tuple(sorted(found.pairs, key=lambda one: (one.sender, one.receiver)))
    table = _pairs(by_name, words.HANDOVERS, say)
    notes = (say(words.HANDOVERS_NOTE), *_few(found, say))
    return Section("handovers", say(words.HANDOVERS), lead, tables=(table,), notes=notes)


def _waiting(log: EventLog, say: Say) -> Section:
    try:
        found: Waits = waits_of(log, (), 0)
    except NobodyDidIt:
        return Section("waiting", say(words.WAITING), (say(words.NO_WAITING),))
    causes = [one for one in found.causes if one.waits]
    rows = tuple(
        (CAUSES[one.cause].in_language(say.language), say.days(one.days), say.share(one.share))
        for one in causes
    )
    most = max(causes, key=lambda one: one.days, default=None)
    if most is None:
        return Section("waiting", say(words.WAITING), (say(words.NO_WAITING),))
    lead = say(
        words.WAITING_LEAD,
        days=say.days(found.waiting_days),
        waits=found.waits,
        cause=CAUSES[most.cause].in_language(say.language),
        share=say.share(most.share),
    )
    head = (say(words.WAITING), say(words.DAYS), say(words.SHARE_OF_WAITING))
    table = Rows(say(words.WAITING), head, rows)
    bars = tuple(
        Bar(name, one.share, one.share, one.share, share)
        for one, (name, _days, share) in zip(causes, rows, strict=True)
    )
    picture = draw_bars(BarsPicture(say(words.WAITING), say(words.WAITING_PICTURE), bars))
    notes = (say(words.WAITING_NOTE),)
    return Section("waiting", say(words.WAITING), (lead,), picture, (table,), notes)


def _measures(log: EventLog, say: Say) -> Section:
    found = measures_of(log, Question()).results
    possible = tuple(_measure(one, say) for one in found if one.lacking is None)
    lacking = tuple(
        (_name(one, say), one.lacking.because.in_language(say.language))
        for one in found
        if one.lacking is not None
    )
    head = (say(words.MEASURE), say(words.VALUE), say(words.INTERVAL), say(words.READING))
    needs = (say(words.MEASURE), say(words.NEEDED))
    tables = (
        Rows(say(words.MEASURES), head, possible),
        Rows(say(words.NOT_POSSIBLE), needs, lacking),
    )
    return Section(
        id="measures",
        title=say(words.MEASURES),
        lead=(say(words.MEASURES_LEAD, possible=len(possible), all=len(found)),),
        tables=tuple(one for one in tables if one.rows),
    )


def _measure(result: Result, say: Say) -> tuple[str, ...]:
    head = result.value(result.measure.head)
    shown = told(head.estimate, head.unit, say.language)
    low, high = (told(one, head.unit, say.language) for one in (head.low, head.high))
    between = "–" if head.low is None else f"{low} – {high}"
    return _name(result, say), shown, between, result.reading(say.language)


def _name(result: Result, say: Say) -> str:
    return result.measure.name.in_language(say.language)


def _quality(log: EventLog, say: Say) -> Section:
    report = log.report
    lead = say(
        words.QUALITY_LEAD, read=report.read, aside=report.set_aside, repaired=report.repaired
    )
    rows = []
    for finding in report.findings:
        explained = finding.explain(say.language)
        rows.append((explained.cause, str(finding.count), explained.advice))
    if not rows:
        return Section("quality", say(words.QUALITY), (lead, say(words.QUALITY_CLEAN)))
    head = (say(words.FINDING), say(words.ROWS), say(words.ADVICE))
    table = Rows(say(words.QUALITY), head, tuple(rows))
    return Section("quality", say(words.QUALITY), (lead,), tables=(table,))


def _pairs(pairs: tuple[Between, ...], title: Text, say: Say) -> Rows:
    head = tuple(map(say, (words.FROM, words.TO, words.TIMES, words.PEOPLE, words.MIDDLE)))
    rows = tuple(
        (one.sender, one.receiver, str(one.n), str(one.people), say.days(one.median_days))
        for one in pairs[:MOST_ROWS]
    )
    return Rows(say(title), head, rows)


def _few(found: Steps, say: Say) -> tuple[str, ...]:
    return (say(words.FEW_PAIRS, few=found.few),) if found.few else ()
