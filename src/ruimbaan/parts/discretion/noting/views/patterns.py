# SPDX-License-Identifier: EUPL-1.2
"""Giving a pattern: a choice apart, from closed lists. Nothing of who gives it is kept or logged."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.discretion.noting import Situation
from ruimbaan.core.discretion.noting_errors import NotFromTheList
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.discretion.asking.choosing import day_from
from ruimbaan.parts.discretion.asking.views.worker import Worker, working
from ruimbaan.parts.discretion.noting.models import By
from ruimbaan.parts.discretion.noting.patterns import Given, give
from ruimbaan.parts.discretion.noting.presentation import notes as shown
from ruimbaan.parts.journey.services import Own, form_id, own_file
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.ui.components import Link


@require_http_methods(["GET", "HEAD", "POST"])
@working
def work(request: HttpRequest, me: Worker) -> HttpResponse:
    if request.method == "POST":
        try:
            _give(request.POST, By.WORKER, me.today)
            return render(request, "room_noting/given.html")
        except DomainError as error:
            return _again(request, "room_noting/pattern.html", error)
    page = shown.pattern_page(request.GET.dict(), {})
    return render(request, "room_noting/pattern.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def own(request: HttpRequest, own: Own) -> HttpResponse:
    """The person may add the own dates, of which the week is kept."""
    if request.method == "POST":
        try:
            _give(request.POST, By.PERSON, own.today)
            return redirect(f"{reverse('room_asking:mine')}?nu=gegeven")
        except DomainError as error:
            return _again(request, "room_noting/own_pattern.html", error)
    page = shown.pattern_page(request.GET.dict(), {}) | {"crumbs": _crumbs()}
    return render(request, "room_noting/own_pattern.html", page)


def _give(sent: QueryDict, by: By, today: date) -> None:
    give(form_id(sent), _given(sent), by, today)


def _given(sent: QueryDict) -> Given:
    rule = find_rule(sent.get(shown.RULE, ""))
    try:
        situation = Situation(sent.get(shown.SITUATION, ""))
        effect = Effect(sent.get(shown.EFFECT, ""))
    except ValueError:
        raise NotFromTheList from None
    if rule is None:
        raise NotFromTheList
    return Given(
        rule.id,
        situation,
        effect,
        day_from(sent.get(shown.BEGAN, "")),
        day_from(sent.get(shown.ENDED, "")),
    )


def _again(request: HttpRequest, template: str, error: DomainError) -> HttpResponse:
    form: UUID = form_id(request.POST)
    page = shown.pattern_page(request.POST.dict(), {shown.RULE: error}, form)
    page |= {"crumbs": _crumbs()}
    return render(request, template, page, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _crumbs() -> tuple[Link, ...]:
    return (
        Link(_("Mijn reis"), reverse("journey:home")),
        Link(_("Wat mag ik?"), reverse("room_asking:mine")),
        Link(_("Zonder naam vertellen")),
    )
