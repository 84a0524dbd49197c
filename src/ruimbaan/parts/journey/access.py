# SPDX-License-Identifier: EUPL-1.2
"""What a page about a file begins with: who asks, whose file, and the same "not found" for all that
may not be seen. That somebody is signed in at all is guarded by the address."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.services import Refused, begin, open_file
from ruimbaan.parts.trust.walls import Opening
from ruimbaan.ui.private_form import is_proven_from_here
from ruimbaan.ui.typed_text import typed_in

P = ParamSpec("P")
BEGIN = "reis-begint"


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody in the own file."""

    actor: Actor
    account: UUID
    journey: UUID
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def open(self, *parts: Part, action: Action = Action.LOOK) -> AbstractContextManager[Opening]:
        """Without parts: the whole file."""
        wanted = frozenset(parts or Part)
        return open_file(self.actor, self.journey, wanted, action=action, now=self.now)


def own_file(
    view: Callable[Concatenate[HttpRequest, Own, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For a page in the own file. Who has none yet is brought to where it begins."""
    return _with_file(view, lambda _request, _account: redirect("journey:home"))


def own_file_may_begin(
    view: Callable[Concatenate[HttpRequest, Own, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The same for where something arrives that somebody made without a login: who has no file yet
    is asked whether it begins here, and what was sent comes along."""
    return _with_file(view, _begin_here)


def _with_file(
    view: Callable[Concatenate[HttpRequest, Own, P], HttpResponse],
    without: Callable[[HttpRequest, UUID], UUID | HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor = actor_of(request)
        if actor.account is None:
            raise Http404
        journey = file_of(actor.account) or without(request, actor.account)
        if isinstance(journey, HttpResponse):
            return journey
        own = Own(actor, actor.account, journey, timezone.now())
        return refused_is_not_found(view)(request, own, *args, **kwargs)

    return guarded


def _begin_here(request: HttpRequest, account: UUID) -> UUID | HttpResponse:
    """A file begins with the very form whose button says so. Of that form nothing is read here: a
    page may want to read what is in it its own way."""
    if request.method == "POST" and BEGIN in request.GET and is_proven_from_here(request):
        return begin(account, timezone.now())
    typed = typed_in(request)
    if typed is None:
        return redirect("journey:home")
    address = f"{request.path}?{urlencode({**request.GET.dict(), BEGIN: 'ja'})}"
    return render(request, "journey/begin.html", {"typed": replace(typed, address=address)})


def refused_is_not_found(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """That a file exists is private too."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(*args, **kwargs)
        except Refused:
            raise Http404 from None

    return guarded
