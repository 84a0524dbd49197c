# SPDX-License-Identifier: EUPL-1.2
"""Silence: it is reminded of once, then what was agreed beforehand happens, and never a yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.discretion.asking import WAITING, State, after_silence
from ruimbaan.core.discretion.asking_errors import ActedMeanwhile
from ruimbaan.parts.discretion.asking import letters, records
from ruimbaan.parts.discretion.asking.kept import Kept
from ruimbaan.parts.discretion.asking.models import RequestRecord
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.trust.services import destroyed, new_token


@dataclass(slots=True)
class Reminded:
    """How many were reminded of, went to the deputy, ended without an answer, and were cleared away
    because nobody can read them any more."""

    again: int = 0
    deputy: int = 0
    ended: int = 0
    cleared: int = 0


def remind(now: datetime) -> Reminded:
    """Can be run as often as one likes, and several at once; what was missed is made up for."""
    done, today = Reminded(), timezone.localdate(now)
    _clear(done)
    for request in RequestRecord.objects.filter(due__lte=today).values_list("pk", flat=True):
        found = records.find(request)
        if found is not None:
            _move(found, now, done)
    return done


def _move(found: Found, now: datetime, done: Reminded) -> None:
    """One step: what is late goes to the deputy first, who gets the days that were agreed."""
    try:
        with transaction.atomic():
            after = records.put(found, lambda kept: _changed(kept, now))
            if after is not found:
                _tell(found, after, now, done)
    except ActedMeanwhile:
        return  # somebody answered, or another run was first


def _changed(kept: Kept, now: datetime) -> Kept:
    request = after_silence(kept.request, timezone.localdate(now))
    if request == kept.request:
        return kept
    if request.state is State.WITH_DEPUTY and not kept.by_deputy:
        return replace(kept.moved(request, new_token()), by_deputy=True)
    return kept.moved(request, kept.token if request.state in WAITING else "")


def _tell(before: Found, after: Found, now: datetime, done: Reminded) -> None:
    if after.kept.by_deputy and not before.kept.by_deputy:
        letters.stop(before)
        letters.ask(after, now, "deputy")
        letters.changed(after, "to-deputy", now)
        done.deputy += 1
    elif after.kept.request.state is State.UNANSWERED:
        letters.stop(after)
        letters.changed(after, "silent", now)
        done.ended += 1
    else:
        letters.ask(after, now, "deputy-again" if after.kept.by_deputy else "again")
        done.again += 1


def _clear(done: Reminded) -> None:
    """What belonged to a file or an account that was erased."""
    for request in records.belonging_to(destroyed()):
        with transaction.atomic():
            records.remove(request)
        done.cleared += 1
