# SPDX-License-Identifier: EUPL-1.2
"""Who may say yes, by a link: three sentences and three buttons. Opening it never answers, because
scanners of mail open links too. No account, no cookie; after the answer it is the address of nothing."""

from __future__ import annotations

from http import HTTPStatus
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.discretion.asking import SAID_YES, State
from ruimbaan.core.discretion.asking_errors import NotNow
from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.discretion.asking import answering
from ruimbaan.parts.discretion.asking.choosing import MOST
from ruimbaan.parts.discretion.asking.presentation.one import shown
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.journey.services import form_id
from ruimbaan.ui.components import Alert
from ruimbaan.ui.private_form import private_form
from ruimbaan.ui.reader import explained

BUTTONS = {"ja": State.YES, "ja-maar": State.YES_BUT, "nee": State.NO}
WORDS_OF = {"ja-maar": "maar", "nee": "want"}  # the field beside each button
BACK = "terug"


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def link(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    if request.method == "POST":
        return _pressed(request, token)
    found = answering.open_link(token, now)
    if found is None:
        raise Http404
    return _page(request, found, token)


def _pressed(request: HttpRequest, token: str) -> HttpResponse:
    now, button = timezone.now(), request.POST.get("doe", "")
    try:
        done = _answered(request, token, button)
    except DomainError as error:
        found = answering.open_link(token, now)
        if found is None:
            raise Http404 from None
        return _page(request, found, token, explained(error))
    if done is None:
        raise Http404
    page = {"one": shown(done, timezone.localdate(now), to_person=False), "back": button == BACK}
    return render(request, "room_asking/thanks.html", page)


def _answered(request: HttpRequest, token: str, button: str) -> Found | None:
    now, form = timezone.now(), form_id(request.POST)
    words = request.POST.get(WORDS_OF.get(button, BACK), "").strip()
    check_words(words, most=MOST, must=False)
    if button == BACK:
        return answering.take_back(token, words, form, now)
    if button in BUTTONS:
        return answering.answer(token, BUTTONS[button], words if button != "ja" else "", form, now)
    raise NotNow


def _page(request: HttpRequest, found: Found, token: str, error: str = "") -> HttpResponse:
    page = {
        "one": shown(found, timezone.localdate(), to_person=False),
        "key": token,
        "form_id": uuid4(),
        "comes_back": found.kept.request.state in SAID_YES,
        "error": Alert(error, "error") if error else None,
        "most": MOST,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "room_asking/link.html", page, status=status)
