# SPDX-License-Identifier: EUPL-1.2
"""Who works asks for room: only where somebody else must say yes."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.discretion.asking_needed import way_of
from ruimbaan.core.discretion.may_i.kinds import Kind
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.discretion.asking import choosing, records
from ruimbaan.parts.discretion.asking.presentation.asking import (
    choose_page,
    form_page,
    no_need_page,
)
from ruimbaan.parts.discretion.asking.presentation.one import effects, shown
from ruimbaan.parts.discretion.asking.views.doing import do
from ruimbaan.parts.discretion.asking.views.worker import Worker, working
from ruimbaan.parts.discretion.asking.wanting import ask_as_worker, people_of
from ruimbaan.parts.journey.services import form_id
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.ui.components import Alert
from ruimbaan.ui.reader import explained


@require_safe
@working
def asked(request: HttpRequest, me: Worker) -> HttpResponse:
    rows = tuple(shown(one, me.today, to_person=False) for one in records.asked_by(me.account))
    return render(request, "room_asking/asked.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@working
def ask(request: HttpRequest, me: Worker) -> HttpResponse:
    """First the rule; within the own room it ends there, and nothing is asked."""
    sent = request.POST if request.method == "POST" else request.GET
    name = sent.get(choosing.RULE, "")
    rule = find_rule(name) if name else None
    if rule is None and name != choosing.NO_RULE:
        return render(request, "room_asking/choose.html", choose_page(reverse("room_asking:ask")))
    way = way_of(rule) if rule else Kind.ASK
    if rule and way is not Kind.ASK:
        return render(request, "room_asking/no_need.html", no_need_page(rule, way))
    people = people_of(me.actor, me.now)
    if request.method != "POST":
        page = form_page(rule, uuid4(), request.GET.dict(), {}, me.today, people)
        return render(request, "room_asking/ask.html", page)
    if choosing.is_seeking(sent):
        page = form_page(rule, form_id(sent), choosing.typed_in(sent), {}, me.today, people)
        return render(request, "room_asking/ask.html", page)
    choice = choosing.read(request, rule, me.today)
    errors = dict(choice.errors)
    if choice.wanted is not None:
        try:
            made = ask_as_worker(me.actor, me.account, choice.wanted, me.now)
            return redirect(f"{reverse('room_asking:work', args=[made])}?nu=ja")
        except DomainError as error:
            errors[choosing.ABOUT] = error
    page = form_page(rule, choice.form, choice.typed, errors, me.today, people)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "room_asking/ask.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
@working
def one(request: HttpRequest, me: Worker, asked: UUID) -> HttpResponse:
    """Only of who asked it."""
    found = records.find(asked)
    if found is None or found.kept.own or found.kept.account != me.account:
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            do(found, request.POST, me.now)
            return redirect("room_asking:work", asked)
        except DomainError as refused:
            error = explained(refused)
            found = records.find(asked) or found
    page = {
        "one": shown(found, me.today, to_person=False),
        "effects": effects(),
        "is_new": "nu" in request.GET,
        "error": Alert(error, "error") if error else None,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "room_asking/work.html", page, status=status)
