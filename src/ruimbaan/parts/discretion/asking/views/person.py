# SPDX-License-Identifier: EUPL-1.2
"""Room, for the person: what is asked about them, what they may, and asking oneself."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.discretion.asking import State
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.discretion.asking import answering, choosing, records
from ruimbaan.parts.discretion.asking.presentation.asking import choose_page, form_page
from ruimbaan.parts.discretion.asking.presentation.one import effects, shown
from ruimbaan.parts.discretion.asking.presentation.person import home_page, one_crumbs
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.discretion.asking.views.doing import do
from ruimbaan.parts.discretion.asking.wanting import ask_as_person
from ruimbaan.parts.journey.services import Own, form_id, own_file
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.ui.components import Alert
from ruimbaan.ui.reader import explained


@require_safe
@own_file
def mine(request: HttpRequest, own: Own) -> HttpResponse:
    return render(request, "room_asking/mine.html", home_page(own, request.GET.get("nu", "")))


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@own_file
def ask(request: HttpRequest, own: Own) -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    name = sent.get(choosing.RULE, "")
    rule = find_rule(name) if name else None
    crumbs = {"crumbs": one_crumbs()}
    if rule is None and name != choosing.NO_RULE:
        page = choose_page(reverse("room_asking:own-ask")) | crumbs
        return render(request, "room_asking/own_choose.html", page)
    if request.method != "POST":
        page = form_page(rule, uuid4(), request.GET.dict(), {}, own.today, {}) | crumbs
        return render(request, "room_asking/own_ask.html", page)
    if choosing.is_seeking(sent):
        page = form_page(rule, form_id(sent), choosing.typed_in(sent), {}, own.today, {}) | crumbs
        return render(request, "room_asking/own_ask.html", page)
    choice = choosing.read(request, rule, own.today)
    errors = dict(choice.errors)
    if choice.wanted is not None:
        try:
            made = ask_as_person(own.account, own.journey, choice.wanted, own.now)
            return redirect(f"{reverse('room_asking:own', args=[made])}?nu=ja")
        except DomainError as error:
            errors[choosing.WHAT] = error
    page = form_page(rule, choice.form, choice.typed, errors, own.today, {}) | crumbs
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "room_asking/own_ask.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@own_file
def one(request: HttpRequest, own: Own, asked: UUID) -> HttpResponse:
    """Every request about this person, whoever asked it."""
    found = _mine(own, asked)
    error = ""
    if request.method == "POST":
        try:
            _do(own, found, request)
            return redirect("room_asking:own", asked)
        except DomainError as refused:
            error = explained(refused)
            found = _mine(own, asked)
    page = {
        "crumbs": one_crumbs(),
        "one": shown(found, own.today, to_person=True),
        "effects": effects(),
        "is_new": "nu" in request.GET,
        "error": Alert(error, "error") if error else None,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "room_asking/own.html", page, status=status)


def _do(own: Own, found: Found, request: HttpRequest) -> None:
    button = request.POST.get("doe")
    if button == "mag" and found.kept.request.state is State.PROPOSED:
        answering.agree(found, own.now)
    elif button == "liever-niet" and found.kept.request.state is State.PROPOSED:
        answering.decline(found)
    else:
        do(found, request.POST, own.now)


def _mine(own: Own, asked: UUID) -> Found:
    found = records.find(asked)
    if found is None or found.kept.journey != own.journey:
        raise Http404
    return found
