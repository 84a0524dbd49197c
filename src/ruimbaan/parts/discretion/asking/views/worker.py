# SPDX-License-Identifier: EUPL-1.2
"""Somebody who works with people, on a page of their own. Everybody else gets what an address of
nothing gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.discretion.asking.wanting import works_with_people

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Worker:
    actor: Actor
    account: UUID
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)


def working(
    view: Callable[Concatenate[HttpRequest, Worker, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor, now = actor_of(request), timezone.now()
        if actor.account is None or not works_with_people(actor, now):
            raise Http404
        return view(request, Worker(actor, actor.account, now), *args, **kwargs)

    return guarded
