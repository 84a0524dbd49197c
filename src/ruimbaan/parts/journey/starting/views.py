# SPDX-License-Identifier: EUPL-1.2
"""One screen for two, and the phone of the person. Nothing stays with the worker: what is typed
lives in the form, and a file is there only when the person pressed the last button."""

from __future__ import annotations

from http import HTTPStatus

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.recovery import membership_to_confirm
from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.accounts.services import sign_in_as_new
from ruimbaan.parts.journey.starting import drafts
from ruimbaan.parts.journey.starting.errors import NotSaidByThePerson
from ruimbaan.parts.journey.starting.filled import Filled, begin_with, from_text, read
from ruimbaan.parts.journey.starting.once import PRESSED, begin_once
from ruimbaan.parts.journey.starting.presentation import (
    KEY,
    code_page,
    form_page,
    look_page,
    shown_filled,
)
from ruimbaan.ui.private_form import private_form
from ruimbaan.ui.reader import explained

MOST = 60  # signs of a code, with all that somebody may type between them
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def together(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    if membership_to_confirm(actor_of(request), now) is None:
        raise Http404
    if request.method != "POST":
        return render(request, "journey/starting/form.html", form_page())
    filled, wish = read(request), request.POST.get("doe", "")
    if filled.errors:
        page = form_page(filled)
        return render(request, "journey/starting/form.html", page, status=UNPROCESSABLE)
    if wish == "verander":
        return render(request, "journey/starting/form.html", form_page(filled))
    try:
        if wish == "telefoon":
            return _to_phone(request, filled)
        if wish == "hier":
            return _here(request, filled)
    except DomainError as error:
        page = look_page(filled, timezone.localdate(now), now, explained(error))
        return render(request, "journey/starting/look.html", page, status=UNPROCESSABLE)
    page = look_page(filled, timezone.localdate(now), now)
    return render(request, "journey/starting/look.html", page)


def _to_phone(request: HttpRequest, filled: Filled) -> HttpResponse:
    now = timezone.now()
    code = drafts.keep(filled.as_text(), now)
    page = {"paper": code_page(code, now + drafts.LASTS)}
    return render(request, "journey/starting/code.html", page)


def _here(request: HttpRequest, filled: Filled) -> HttpResponse:
    """The worker stays signed in as the worker; the person takes a code on paper along."""
    if request.POST.get("zelf") != "ja":
        raise NotSaidByThePerson
    now = timezone.now()
    paper = begin_once(request.POST.get(PRESSED, "")[:MOST], filled, now)
    page = {"code_name": paper.code_name, "code": paper.code}
    return render(request, "journey/starting/begun.html", page)


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def own_phone(request: HttpRequest) -> HttpResponse:
    """Looking changes nothing; only the button makes it a file."""
    now = timezone.now()
    code = (request.POST if request.method == "POST" else request.GET).get(KEY, "")[:MOST]
    if not code:
        return render(request, "journey/starting/own_code.html")
    text = drafts.find(code, now)
    if text is None:
        return render(request, "accounts/over.html", status=HTTPStatus.NOT_FOUND)
    filled = from_text(text)
    if request.method == "POST" and request.POST.get("doe") == "ja":
        with transaction.atomic():  # what could not begin is still there for the next try
            account = begin_with(filled, now) if drafts.use(code) else None
        if account is None:
            return render(request, "accounts/over.html", status=HTTPStatus.NOT_FOUND)
        sign_in_as_new(request, account)
        return redirect("accounts:welcome")
    parts = shown_filled(filled, timezone.localdate(now), now)
    page = {"code": code, "called": filled.called, "parts": parts}
    return render(request, "journey/starting/own_phone.html", page)
