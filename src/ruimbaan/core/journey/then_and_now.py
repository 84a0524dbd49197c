# SPDX-License-Identifier: EUPL-1.2
"""Two moments of one person beside each other. Nothing is counted, compared or judged: what changed
is for the person to see and to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class MomentUnknown(DomainError):
    code = "RB-JOURNEY-045"
    cause = Text("Dit moment staat er niet.", "This moment is not there.")
    advice = Text("Kies een ander moment.", "Choose another moment.")


@dataclass(frozen=True, slots=True)
class Moment:
    """How it was at one time: a mark by domain of life, without those that were left out. `title`
    is what the person calls it, or empty."""

    id: UUID
    at: datetime
    title: str
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One domain at both moments; None where the person rather said nothing."""

    domain: str
    then: str | None
    lately: str | None


def chosen(
    moments: Sequence[Moment], then: UUID | None, now: UUID | None
) -> tuple[Moment | None, Moment | None]:
    """The earlier and the later one of the two that were asked for. What was not asked for is the
    first there is, and the last. With one moment there is only a now; with none there is nothing.
    Raises MomentUnknown."""
    known = {moment.id: moment for moment in moments}
    if {one for one in (then, now) if one is not None} - set(known):
        raise MomentUnknown
    if not known:
        return None, None
    line = sorted(moments, key=lambda moment: (moment.at, moment.id))
    first = known[then] if then else line[0]
    last = known[now] if now else line[-1]
    if first == last:
        return None, last
    earlier, later = sorted((first, last), key=lambda moment: (moment.at, moment.id))
    return earlier, later


def rows(domains: Sequence[str], then: Moment | None, now: Moment) -> Iterator[Row]:
    """Only the domains of which something was said at one of the two, in the order given."""
    for domain in domains:
        row = Row(domain, then.marks.get(domain) if then else None, now.marks.get(domain))
        if row.then or row.lately:
            yield row
