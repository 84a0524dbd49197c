# SPDX-License-Identifier: EUPL-1.2
"""Looking back: what one can look back on, and what the person said about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import QueryDict

from ruimbaan.core.journey.kept_route_progress import progress_of
from ruimbaan.core.journey.own_words import MOST_IN_A_LINE
from ruimbaan.parts.handoff.queries import taken_up
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.entries import Values
from ruimbaan.parts.journey.filling_in import NotAChoice
from ruimbaan.parts.journey.now.kinds import IN_TIME, LOOKING_BACK, TIME, TOLD, TOLD_ONCE, WHAT
from ruimbaan.parts.journey.now.sketches import SKIPPED
from ruimbaan.parts.journey.presentation.saying import in_words
from ruimbaan.parts.journey.route.store import route_of
from ruimbaan.parts.trust.walls import Opening

ANSWERS = {TIME: IN_TIME, TOLD: TOLD_ONCE}


@dataclass(frozen=True, slots=True)
class Subject:
    """A step that began, or a handoff that was taken up. `who` may be empty."""

    id: UUID
    what: str
    who: str


def subjects(opening: Opening, now: datetime) -> tuple[Subject, ...]:
    """Those of the route first, in its order."""
    return (*_steps(opening), *_handoffs(opening, now))


def _steps(opening: Opening) -> Iterator[Subject]:
    stored = route_of(opening)
    for step in stored.route.steps if stored else ():
        progress = progress_of(stored.route, step) if stored else None
        if progress and (progress.began or progress.done):
            yield Subject(step.id, in_words(step.what), step.who)


def _handoffs(opening: Opening, now: datetime) -> Iterator[Subject]:
    for one in taken_up(opening, now):
        yield Subject(one.id, one.goal, one.receiver)


def said(opening: Opening, subject: UUID) -> Values:
    """What the person said about this; empty when nothing."""
    told = entries.find(opening, LOOKING_BACK, entries.row_of(opening, LOOKING_BACK, subject))
    return told.values if told else {}


def read(sent: QueryDict) -> Mapping[str, str]:
    """The two answers, without what was skipped. Raises NotAChoice."""
    found = {}
    for name, answers in ANSWERS.items():
        given = sent.get(name, SKIPPED)
        if given not in {SKIPPED, *answers}:
            raise NotAChoice
        if given != SKIPPED:
            found[name] = given
    return found


def keep(opening: Opening, subject: Subject, given: Mapping[str, str], at: datetime) -> None:
    """The last word counts. With nothing said any more there is nothing to keep either."""
    row = entries.row_of(opening, LOOKING_BACK, subject.id)
    there = entries.find(opening, LOOKING_BACK, row)
    values = {WHAT: subject.what[:MOST_IN_A_LINE], **given}
    if not given:
        entries.remove(opening, LOOKING_BACK, row)
    elif there is None:
        entries.add(opening, LOOKING_BACK, subject.id, values, at)
    else:
        entries.change(opening, LOOKING_BACK, row, there.version, values, at)
