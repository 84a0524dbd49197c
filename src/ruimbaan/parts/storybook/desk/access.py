# SPDX-License-Identifier: EUPL-1.2
"""Who may be at the desk: an editor of the region, and for guessing an experience expert of it too. For
everybody else there is nothing, and a try at something that is there stands in its log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.parties import Actor, Role
from ruimbaan.parts.accounts.queries import actor_of, works_of
from ruimbaan.parts.storybook.desk.rows import Kept, kept
from ruimbaan.parts.storybook.models import Gift, Story
from ruimbaan.parts.trust.services import log_given

P = ParamSpec("P")
WRITES = frozenset({Role.EDITOR})
GUESSES = WRITES | {Role.EXPERIENCE_EXPERT}


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at the desk, and for which regions."""

    actor: Actor
    account: UUID
    regions: frozenset[str]
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def story(self, story: UUID, action: Action = Action.LOOK) -> Kept:
        """On disk in the log of every gift in it before it is shown. Raises Http404, LogDown."""
        row = Story.objects.filter(pk=story).first()
        if row is None:
            raise Http404
        one = kept(row)
        self._log(one.living, row.region, action)
        return one

    def gift(self, gift: UUID) -> Gift:
        """Raises Http404 also for what was taken back."""
        row = Gift.objects.filter(pk=gift, taken_back=None).first()
        if row is None:
            raise Http404
        self._log((row.id,), row.region, Action.LOOK)
        return row

    def _log(self, gifts: tuple[UUID, ...], region: str, action: Action) -> None:
        because = Because.GRANT if region in self.regions else _why_not(self)
        log_given(self.actor, gifts, action=action, because=because, now=self.now)
        if region not in self.regions:
            raise Http404


View = Callable[Concatenate[HttpRequest, Visit, P], HttpResponse]


def at_desk(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For who writes."""
    return _for_roles(WRITES, view)


def guessing(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    return _for_roles(GUESSES, view)


def _for_roles(
    roles: frozenset[Role], view: View[P]
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor, now = actor_of(request), timezone.now()
        if actor.account is None:
            raise Http404
        works = [work for work in works_of(actor.account, now) if work.role in roles]
        visit = Visit(actor, actor.account, frozenset(one.region for one in works) - {""}, now)
        if not visit.regions:
            _try_to_look(visit, kwargs)
            raise Http404
        return view(request, visit, *args, **kwargs)

    return guarded


def _try_to_look(visit: Visit, asked: dict[str, object]) -> None:
    """Nobody without this work gets further, whatever the address names. Raises Http404."""
    story, gift = asked.get("story"), asked.get("gift")
    if isinstance(story, UUID):
        visit.story(story)
    elif isinstance(gift, UUID):
        visit.gift(gift)


def _why_not(visit: Visit) -> Because:
    return Because.NO_GRANT if visit.regions else Because.ROLE_SEES_NO_FILES
