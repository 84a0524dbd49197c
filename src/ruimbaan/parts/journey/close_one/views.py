# SPDX-License-Identifier: EUPL-1.2
"""A close one reads about support, writes notes for nobody else, and stops when they want to."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.journey.own_words import WordsWithoutShape
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.journey.close_one import notes
from ruimbaan.parts.journey.close_one.presentation import (
    note_page,
    notes_page,
    stop_page,
    support_page,
)
from ruimbaan.parts.journey.filling_in import came_whole, form_id, version_in
from ruimbaan.parts.trust.queries import files_that_know, owner_of
from ruimbaan.parts.trust.services import step_back
from ruimbaan.ui.reader import explained

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
reads_and_takes = require_http_methods(["GET", "HEAD", "POST"])


def account_of(request: HttpRequest) -> UUID:
    account = actor_of(request).account
    if account is None:
        raise Http404
    return account


@require_safe
def support(request: HttpRequest) -> HttpResponse:
    return render(
        request, "journey/close_one/support.html", support_page(request.GET.get("regio", ""))
    )


@sensitive_post_parameters()
@reads_and_takes
@sensitive_variables()
def own_notes(request: HttpRequest) -> HttpResponse:
    account, now = account_of(request), timezone.now()
    if request.method != "POST":
        page = notes_page(notes.of_account(account), uuid4(), now)
        return render(request, "journey/close_one/notes.html", page)
    form, text = form_id(request.POST), request.POST.get("words", "")
    try:
        _demand_whole(request)
        notes.add(account, form, text, now)
    except DomainError as error:
        page = notes_page(notes.of_account(account), form, now, text, explained(error))
        return render(request, "journey/close_one/notes.html", page, status=UNPROCESSABLE)
    return redirect("close_one:notes")


@sensitive_post_parameters()
@reads_and_takes
@sensitive_variables()
def own_note(request: HttpRequest, note: UUID) -> HttpResponse:
    """Changing it, and with `doe=weg` taking it away."""
    account = account_of(request)
    there = notes.find(account, note)
    if there is None:
        raise Http404
    if request.method != "POST":
        return render(request, "journey/close_one/note.html", note_page(there))
    if request.POST.get("doe") == "weg":
        notes.remove(account, note)
        return redirect("close_one:notes")
    text = request.POST.get("words", "")
    try:
        _demand_whole(request)
        notes.change(account, note, version_in(request.POST), text, timezone.now())
    except DomainError as error:
        page = note_page(there, text, explained(error))
        return render(request, "journey/close_one/note.html", page, status=UNPROCESSABLE)
    return redirect("close_one:notes")


@reads_and_takes
def stop(request: HttpRequest, journey: UUID) -> HttpResponse:
    """Not being known to this person any more. Whose file is not known answers as one of nobody."""
    me = Party(PartyKind.ACCOUNT, account_of(request))
    owner = owner_of(journey) if journey in files_that_know(me) else None
    if owner is None:
        raise Http404
    if request.method == "POST" and request.POST.get("doe") == "ja":
        step_back(actor_of(request), journey, me, timezone.now())
        return redirect("journey:with-me")
    return render(request, "journey/close_one/stop.html", dict(stop_page(journey, owner)))


def _demand_whole(request: HttpRequest) -> None:
    if not came_whole(request):
        raise WordsWithoutShape
