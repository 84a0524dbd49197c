# SPDX-License-Identifier: EUPL-1.2
"""The inbox of who works, and one handoff: as receiver with an answer, as sender to keep an eye on."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.handoff import able, answering, answers
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presentation.receiver import page_of, receiver_page
from ruimbaan.parts.handoff.presentation.sender import open_page, sender_page
from ruimbaan.parts.handoff.presentation.work import today_of
from ruimbaan.parts.handoff.records import find
from ruimbaan.parts.journey.services import refused_is_not_found
from ruimbaan.ui.reader import explained

TAKE = "wij"


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    if not answering.works_with_people(actor, now):
        raise Http404
    return render(request, "handoff/inbox.html", {"today": today_of(actor, now)})


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@refused_is_not_found
def one(request: HttpRequest, handoff: UUID) -> HttpResponse:
    """Who may not see it gets what an address of nothing gets."""
    actor, now = actor_of(request), timezone.now()
    row = find(handoff)
    if row is None:
        raise Http404
    if answering.is_receiver(actor, row, now):
        return _received(request, actor, row)
    if any(one.id == row.sender and one.in_force(now) for one in actor.memberships):
        return render(request, "handoff/sent.html", sender_page(actor, row, now))
    mine = able.able(row, answering.works_with_people(actor, now))
    if not mine:
        raise Http404
    if request.method == "POST" and request.POST.get("doe") == TAKE:
        return _taken(request, actor, row, min(mine))
    return render(request, "handoff/open.html", open_page(row, now))


def _received(request: HttpRequest, actor: Actor, row: HandoffRecord) -> HttpResponse:
    error, typed = "", None
    if request.method == "POST":
        try:
            step = answers.step_of(request.POST, timezone.now())
            answering.answer(actor, row.id, step, said=answers.said_of(request.POST))
            return redirect(f"{reverse('handoff:work', args=[row.id])}?nu=ja")
        except DomainError as refused:
            error, typed = explained(refused), answers.typed_of(request.POST)
    done, now = "nu" in request.GET, timezone.now()
    page = receiver_page(actor, page_of(row.id), now, error=error, typed=typed, done=done)
    answering.seen(actor, row, timezone.now())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "handoff/received.html", page, status=status)


def _taken(
    request: HttpRequest, actor: Actor, row: HandoffRecord, organisation: UUID
) -> HttpResponse:
    """The first one is the one; who comes second reads that it is taken."""
    try:
        answering.take(actor, row.id, organisation, timezone.now())
    except DomainError as error:
        page = open_page(page_of(row.id), timezone.now(), explained(error))
        return render(request, "handoff/open.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("handoff:inbox")
