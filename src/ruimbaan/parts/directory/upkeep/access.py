# SPDX-License-Identifier: EUPL-1.2
"""Who may keep the Kaart of a region right: a steward or an editor of an organisation of that region.
For everybody else there is no such page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts.queries import names_of, works_of
from ruimbaan.parts.directory.by import By
from ruimbaan.parts.directory.regions import list_names

P = ParamSpec("P")
MAY_KEEP = frozenset({Role.STEWARD, Role.EDITOR})


def regions_of(request: HttpRequest, now: datetime) -> Mapping[str, By]:
    """The regions that who sent this may keep right, and as whom. Asked anew each time: work that
    ended ends at the very next request."""
    account = request.user.pk
    found: dict[str, By] = {}
    for work in works_of(account, now) if account else ():
        if work.role in MAY_KEEP and work.region in list_names():
            found.setdefault(work.region, By(work.membership, work.organisation))
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Visit:
    """Who is at work in a region they may keep right, and when."""

    region: str
    by: By
    now: datetime


View = Callable[Concatenate[HttpRequest, Visit, P], HttpResponse]


def for_coordinators(view: View[P]) -> Callable[..., HttpResponse]:
    """For pages of one region: the outermost of a view, so that who may not gets the same answer
    whatever they send. Raises Http404 for them, and where there is no such region."""

    @wraps(view)
    def guarded(
        request: HttpRequest, region: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        now = timezone.now()
        by = regions_of(request, now).get(region)
        if by is None:
            raise Http404
        return view(request, Visit(region, by, now), *args, **kwargs)

    return guarded


def called(memberships: set[UUID], now: datetime) -> Mapping[UUID, str]:
    """How the screen calls who did something: name and organisation, never an address. Who is gone
    for good is missing."""
    parties = (Party(PartyKind.MEMBERSHIP, one) for one in memberships)
    found = names_of(parties, now)
    return {party.id: f"{one.name}, {one.organisation}" for party, one in found.items()}
