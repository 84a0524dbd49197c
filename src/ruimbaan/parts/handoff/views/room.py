# SPDX-License-Identifier: EUPL-1.2
"""Places ask each other whether there is room, and answer."""

from __future__ import annotations

from datetime import date, datetime
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.handoff import capacity
from ruimbaan.parts.handoff.answering import works_with_people
from ruimbaan.parts.handoff.errors import NothingChosen
from ruimbaan.parts.handoff.presentation.capacity import room_page
from ruimbaan.parts.journey.services import refused_is_not_found
from ruimbaan.ui.reader import explained


@require_http_methods(["GET", "HEAD", "POST"])
@refused_is_not_found
def room(request: HttpRequest) -> HttpResponse:
    actor, now, error = actor_of(request), timezone.now(), ""
    if not works_with_people(actor, now):
        raise Http404
    if request.method == "POST":
        try:
            _do(actor, request.POST, now)
        except DomainError as refused:
            error = explained(refused)
        else:
            return redirect(f"{reverse('handoff:room')}?nu=ja")
    page = room_page(actor, now, request.GET.get("nu", ""), error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "handoff/room.html", page, status=status)


def _do(actor: Actor, sent: QueryDict, now: datetime) -> None:
    try:
        match sent.get("doe"):
            case "vraag":
                month = date.fromisoformat(sent.get("maand", ""))
                what, whom = Ask(sent.get("soort", "")), UUID(sent.get("wie", ""))
                capacity.ask(actor, whom, what, month, now)
            case "ja" | "nee" as said:
                text = sent.get("vanaf", "") if said == "ja" else ""
                since = date.fromisoformat(text) if text else None
                question = UUID(sent.get("vraag", ""))
                capacity.answer(actor, question, room=said == "ja", since=since, at=now)
            case _:
                raise NothingChosen
    except ValueError:
        raise NothingChosen from None
