# SPDX-License-Identifier: EUPL-1.2
"""Which days of the log are asked for, and from where to read on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

SINCE, UNTIL, DAY, WHO, BEFORE, PAGE = "van", "tot", "dag", "wie", "voor", "bladzij"
USUAL = timedelta(days=91)
MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Both days are in it. `who`: only the looks of this one, each by itself; `before`: read on from
    that moment; pages are numbered from 1."""

    since: date
    until: date
    who: str = ""
    before: datetime | None = None
    page: int = 1
    faulty: bool = False

    def moments(self) -> tuple[datetime, datetime]:
        """From the beginning of the first day until the end of the last."""
        zone = timezone.get_current_timezone()
        end = datetime.combine(self.until + timedelta(days=1), time(), zone)
        begin = datetime.combine(self.since, time(), zone)
        return begin, end if self.before is None else min(self.before, end)

    def reading_on(self, before: datetime) -> Asked:
        return replace(self, before=before, page=1)

    def address(self, page: int = 1) -> str:
        """Of another page of the same."""
        usual = {SINCE: self.since.isoformat(), UNTIL: self.until.isoformat()}
        query = {DAY: self.since.isoformat(), WHO: self.who} if self.who else usual
        if self.before is not None:
            query[BEFORE] = self.before.isoformat()
        if page > 1:
            query[PAGE] = str(page)
        return f"{reverse('journey:log')}?{urlencode(query)}"


def asked(query: QueryDict, today: date) -> Asked:
    """The last three months, until something else is asked for that can be."""
    usual = Asked(today - USUAL, today)
    one_day = query.get(DAY, "")
    typed = (one_day or query.get(SINCE, ""), one_day or query.get(UNTIL, ""))
    try:
        since = date.fromisoformat(typed[0]) if typed[0] else usual.since
        until = date.fromisoformat(typed[1]) if typed[1] else usual.until
        before = datetime.fromisoformat(moment) if (moment := query.get(BEFORE)) else None
        page = int(query.get(PAGE, "1"))
    except ValueError:
        return replace(usual, faulty=True)
    if since > until or since.year < 2000 or until.year > 2999 or not 1 <= page <= MOST_PAGES:
        return replace(usual, faulty=True)
    if before is not None and before.tzinfo is None:
        return replace(usual, faulty=True)
    return Asked(since, until, query.get(WHO, "") if one_day else "", before, page)
