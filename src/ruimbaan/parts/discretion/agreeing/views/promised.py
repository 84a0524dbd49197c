# SPDX-License-Identifier: EUPL-1.2
"""What a team may count on: letters of mandate and promised room, for who works there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.discretion.mandates_errors import NotFromTheList
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import Work, actor_of, works_of
from ruimbaan.parts.discretion.agreeing import forms, holders, promises
from ruimbaan.parts.discretion.agreeing.access import SPEAKS, speaks_for, works_at
from ruimbaan.parts.discretion.agreeing.presentation.promised import (
    form_page,
    letter_page,
    team_page,
)
from ruimbaan.parts.journey.services import refused_is_not_found
from ruimbaan.ui.reader import explained

Give = Callable[[Actor, UUID, QueryDict, datetime], object]


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@refused_is_not_found
def team(request: HttpRequest) -> HttpResponse:
    actor, now, error = actor_of(request), timezone.now(), ""
    if request.method == "POST":
        try:
            promises.take_back(actor, _given(request.POST), now)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect(f"{reverse('agreeing:team')}?nu=ja")
    places = works_at(actor, now)
    page = team_page(
        promises.letters_of(places),
        promises.promises_of(places),
        holders.names_in(places),
        timezone.localdate(now),
        may_give=bool(speaks_for(actor, now)),
        error=error,
        done="nu" in request.GET,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "room_agreeing/team.html", page, status=status)


@require_safe
@sensitive_variables()
def letter(request: HttpRequest, letter: UUID) -> HttpResponse:
    """On one page of paper, with the name: for who works there."""
    places = works_at(actor_of(request), timezone.now())
    found = next((one for one in promises.letters_of(places) if one.id == letter), None)
    if found is None:
        raise Http404
    name = holders.names_in(places).get(letter, "")
    page = letter_page(found, name, timezone.localdate())
    return render(request, "room_agreeing/letter.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@refused_is_not_found
def give_letter(request: HttpRequest) -> HttpResponse:
    return _form(request, "room_agreeing/give_letter.html", _give_letter)


@require_http_methods(["GET", "HEAD", "POST"])
@refused_is_not_found
def promise(request: HttpRequest) -> HttpResponse:
    return _form(request, "room_agreeing/promise.html", _promise)


def _give_letter(actor: Actor, organisation: UUID, posted: QueryDict, now: datetime) -> None:
    wanted, name = forms.letter_of(posted)
    promises.give_letter(actor, organisation, wanted, name, now)


def _promise(actor: Actor, organisation: UUID, posted: QueryDict, now: datetime) -> None:
    promises.promise(actor, organisation, forms.promise_of(posted), now)


def _form(request: HttpRequest, template: str, give: Give) -> HttpResponse:
    """For who speaks for an organisation; for everybody else there is no such page."""
    actor, now, error = actor_of(request), timezone.now(), ""
    mine = _organisations(actor, now)
    if not mine:
        raise Http404
    if request.method == "POST":
        try:
            give(actor, forms.organisation_of(request.POST, mine), request.POST, now)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect(f"{reverse('agreeing:team')}?nu=ja")
    page = form_page(mine, _region(actor, now), request.POST, timezone.localdate(now), error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, template, page, status=status)


def _organisations(actor: Actor, now: datetime) -> Mapping[UUID, str]:
    """The names of the organisations for which this actor speaks."""
    speaks = speaks_for(actor, now)
    names = {work.membership: work.organisation for work in _works(actor, now)}
    return {one: names[membership] for one, membership in speaks.items() if membership in names}


def _region(actor: Actor, now: datetime) -> str:
    return next((work.region for work in _works(actor, now) if work.role in SPEAKS), "")


def _works(actor: Actor, now: datetime) -> tuple[Work, ...]:
    return works_of(actor.account, now) if actor.account else ()


def _given(posted: QueryDict) -> UUID:
    """Raises NotFromTheList."""
    try:
        return UUID(posted.get("terug", ""))
    except ValueError:
        raise NotFromTheList from None
