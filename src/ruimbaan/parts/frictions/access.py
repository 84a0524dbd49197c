# SPDX-License-Identifier: EUPL-1.2
"""Who keeps the frictions of a region together: a steward of an organisation of that region. Who
works at one of two organisations reads what was said about those two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.queries import Work, works_of
from ruimbaan.parts.directory.queries import list_names

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Visit:
    """A steward at work in a region; `by` is the membership."""

    region: str
    by: UUID
    now: datetime


View = Callable[Concatenate[HttpRequest, Visit, P], HttpResponse]


def works_here(request: HttpRequest, now: datetime) -> tuple[Work, ...]:
    """The work of who sent this, asked anew each time."""
    return works_of(request.user.pk, now) if request.user.pk else ()


def stewarded(request: HttpRequest, now: datetime) -> dict[str, UUID]:
    """By region the membership of who sent this, where they are steward now."""
    return {
        work.region: work.membership
        for work in works_here(request, now)
        if work.role is Role.STEWARD and work.region in list_names()
    }


def for_stewards(view: View[P]) -> Callable[..., HttpResponse]:
    """The outermost of a view of one region: who may not, gets the same answer whatever they send.
    Raises Http404 for them, and where there is no such region."""

    @wraps(view)
    def guarded(
        request: HttpRequest, region: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        now = timezone.now()
        by = stewarded(request, now).get(region)
        if by is None:
            raise Http404
        return view(request, Visit(region, by, now), *args, **kwargs)

    return guarded
