# SPDX-License-Identifier: EUPL-1.2
"""Who may say yes answers by a link, once; and everything that ends or follows a request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.discretion import asking
from ruimbaan.core.discretion.asking import SAID_YES, WAITING, Effect, State
from ruimbaan.core.discretion.asking_errors import ActedMeanwhile
from ruimbaan.parts.contributing.services import Step
from ruimbaan.parts.contributing.services import note as count_step
from ruimbaan.parts.discretion.asking import letters, records
from ruimbaan.parts.discretion.asking.kept import Kept
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.trust.queries import is_closed
from ruimbaan.parts.trust.services import new_token


def open_link(token: str, at: datetime) -> Found | None:
    """The request that this link is for now: to answer, or to come back on a yes. None when there is
    none, it ended, or the person closed the file for everybody."""
    found = records.by_link(token)
    if found is None or _closed(found):
        return None
    today, request = timezone.localdate(at), found.kept.request
    comes_back = request.state in SAID_YES and today <= request.until
    return found if request.answerable(today) or comes_back else None


def answer(token: str, said: State, words: str, form: UUID, at: datetime) -> Found | None:
    """The same page sent twice, also at the same moment, is one answer. None: this link is of
    nothing. Raises what the core raises."""
    found = open_link(token, at)
    if found is None or found.kept.request.state not in WAITING:
        return _answered_by(token, form)
    back = new_token() if said in SAID_YES else ""

    def change(kept: Kept) -> Kept:
        request = asking.answer(kept.request, said, words, timezone.localdate(at))
        return replace(kept.moved(request, back), form=str(form))

    try:
        with transaction.atomic():
            after = records.put(found, change, used=token)
            letters.stop(after)
            letters.answered(after, at)
            if said in SAID_YES:
                count_step(after.kept.owner, Step.ROOM, "", timezone.localdate(at))
    except ActedMeanwhile:
        if (there := _answered_by(token, form)) is not None:
            return there
        raise
    return after


def take_back(token: str, reason: str, form: UUID, at: datetime) -> Found | None:
    """By who said yes. None: this link is of nothing. Raises ReasonNeeded."""
    found = open_link(token, at)
    if found is None or found.kept.request.state not in SAID_YES:
        return _answered_by(token, form)

    def change(kept: Kept) -> Kept:
        return replace(kept.moved(asking.take_back(kept.request, reason)), form=str(form))

    with transaction.atomic():
        after = records.put(found, change, used=token)
        letters.changed(after, "back", at)
    return after


def agree(found: Found, at: datetime) -> None:
    """The person: it may leave."""
    today = timezone.localdate(at)
    with transaction.atomic():
        after = records.put(
            found, lambda kept: kept.moved(asking.agree(kept.request, today), new_token())
        )
        letters.ask(after, at)


def decline(found: Found) -> None:
    records.put(found, lambda kept: kept.moved(asking.decline(kept.request)))


def withdraw(found: Found, at: datetime) -> None:
    """Who had the question hears that it is over."""
    with transaction.atomic():
        records.put(found, lambda kept: kept.moved(asking.withdraw(kept.request)))
        letters.stop(found)
        if found.kept.request.state in WAITING:
            letters.withdrawn(found, at)


def look_back_on(found: Found, day: date) -> None:
    records.put(found, lambda kept: _same_link(kept, asking.look_back_on(kept.request, day)))


def what_it_did(found: Found, effect: Effect) -> None:
    records.put(found, lambda kept: _same_link(kept, asking.what_it_did(kept.request, effect)))


def _same_link(kept: Kept, request: asking.Request) -> Kept:
    return kept.moved(request, kept.token)


def _answered_by(token: str, form: UUID) -> Found | None:
    found = records.by_used_link(token)
    return found if found is not None and found.kept.form == str(form) else None


def _closed(found: Found) -> bool:
    return found.kept.journey is not None and is_closed(found.kept.journey)
