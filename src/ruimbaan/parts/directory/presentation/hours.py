# SPDX-License-Identifier: EUPL-1.2
"""Opening hours in words: "maandag en dinsdag van 9.00 tot 17.00"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from ruimbaan.core.directory.records.record import Record
from ruimbaan.core.directory.records.translations import text_of
from ruimbaan.core.directory.search.hours import DAY, WEEK, Span, spans_of
from ruimbaan.core.directory.service import Weekday
from ruimbaan.parts.directory.presentation.saying import language, said
from ruimbaan.parts.directory.wording import wording


def hours_words(schedules: Iterable[Record]) -> Iterator[str]:
    """One line for each schedule; one that says no hours is told by its own text."""
    for schedule in schedules:
        spans = tuple(spans_of(schedule))
        line = _line(spans) if spans else ""
        own = said(text_of(schedule, "description"))
        if told := " ".join(filter(None, (line, own))):
            yield told


def _line(spans: tuple[Span, ...]) -> str:
    first = spans[0]
    times = {"days": _days(spans), "opens": _time(first.opens), "closes": _time(first.closes)}
    line = _("%(days)s van %(opens)s tot %(closes)s.") % times
    if first.every == 2:
        return _("Om de week: %(line)s") % {"line": line}
    if first.every > 1:
        return _("Elke %(n)d weken: %(line)s") % {"n": first.every, "line": line}
    return line[0].upper() + line[1:]


def _days(spans: tuple[Span, ...]) -> str:
    if len({span.weekday for span in spans}) == WEEK:
        return _("elke dag")
    if len(spans) == WEEK - 1 and (left := _left_out(spans)) is not None:
        return _("elke dag behalve %(day)s") % {"day": _weekday(left)}
    if len(spans) > 2 and _in_a_row(spans):
        ends = {"first": _day(spans[0]), "last": _day(spans[-1])}
        return _("%(first)s tot en met %(last)s") % ends
    names = [_day(span) for span in spans]
    if len(names) == 1:
        return names[0]
    return _("%(days)s en %(last)s") % {"days": ", ".join(names[:-1]), "last": names[-1]}


def _left_out(spans: tuple[Span, ...]) -> int | None:
    """The one weekday that is not among these six."""
    left = set(range(WEEK)) - {span.weekday for span in spans if not span.nth}
    return left.pop() if len(left) == 1 else None


def _in_a_row(spans: tuple[Span, ...]) -> bool:
    days = [span.weekday for span in spans if span.weekday is not None and not span.nth]
    return len(days) == len(spans) and days == list(range(days[0], days[0] + len(days)))


def _day(span: Span) -> str:
    if span.weekday is None:
        if span.month_day is None:
            return _("elke dag")
        return _("dag %(n)d van de maand") % {"n": span.month_day}
    name = _weekday(span.weekday)
    if not span.nth:
        return name
    words = _("de %(which)s %(day)s van de maand")
    return words % {"which": said(wording().ordinals[span.nth]), "day": name}


def _weekday(number: int) -> str:
    return said(wording().weekdays[list(Weekday)[number].value])


def _time(minutes: int) -> str:
    hour, minute = divmod(minutes % DAY, 60)
    point = ":" if language() == "en" else "."
    return f"{hour}{point}{minute:02}"
