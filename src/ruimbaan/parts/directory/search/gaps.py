# SPDX-License-Identifier: EUPL-1.2
"""What people looked for and nobody offers, counted without anyone in it.

Counted are topics out of our own content: a need, a kind of support, a life domain, a filter. Each
by itself and per week: what was asked together is not kept, so nobody's sentence can be put back
together. What was typed is never written down. A count below `LEAST` is shown to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Sum

from ruimbaan.core.directory.search.question import Question
from ruimbaan.parts.directory.search.daily import daily
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.models import Gap
from ruimbaan.parts.directory.wording import wording

LEAST = 10  # questions before anyone sees a count
KEPT = timedelta(weeks=52)
NEED, WORD, FILTER, UNKNOWN = "need:", "word:", "filter:", "unknown"


@dataclass(frozen=True, slots=True)
class Missed:
    topic: str
    count: int


def topics_of(question: Question, filters: Filters) -> Iterator[str]:
    """The topics of a question: its needs, its daily words, and what was filtered on."""
    for heard in question.heard:
        yield f"{NEED}{heard.need.id}"
    for asked in question.asked:
        leading = sorted(stem for stem in asked.whole if stem in daily().marks)
        yield from (f"{WORD}{stem}" for stem in leading)
    if question.unknown:
        yield UNKNOWN
    for name in filters.chosen:
        value = getattr(filters, name)
        if name == "language" and value not in wording().languages:
            value = None  # out of an address that somebody wrote
        yield f"{FILTER}{name}:{value}" if isinstance(value, str) else f"{FILTER}{name}"


@transaction.atomic
def record(region: str, topics: Iterable[str], on: date) -> None:
    """Count one question to which there was no answer, and let go of what is old."""
    week = on - timedelta(days=on.weekday())
    for topic in sorted(set(topics)):
        gap, _ = Gap.objects.get_or_create(region=region, week=week, topic=topic)
        Gap.objects.filter(pk=gap.pk).update(count=F("count") + 1)
    Gap.objects.filter(region=region, week__lt=on - KEPT).delete()


def forget_old(on: date) -> int:
    """In every region, also one where nobody looks any more. How many counts went."""
    return Gap.objects.filter(week__lt=on - KEPT).delete()[0]


def missed(region: str) -> tuple[Missed, ...]:
    """What was missed often enough to be told, most often first."""
    counted = Gap.objects.filter(region=region).values("topic").annotate(total=Sum("count"))
    often = counted.filter(total__gte=LEAST).order_by("-total", "topic")
    return tuple(Missed(one["topic"], one["total"]) for one in often)
