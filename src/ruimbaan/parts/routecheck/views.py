# SPDX-License-Identifier: EUPL-1.2
"""Start, question after question, a look at all answers. Every page follows from what was sent."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Page
from ruimbaan.core.journey.wishes import all_pages
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.routecheck.moving import CHECK, START
from ruimbaan.parts.routecheck.presentation.asking import asking
from ruimbaan.parts.routecheck.presentation.checking import checking
from ruimbaan.parts.routecheck.presentation.starting import starting
from ruimbaan.parts.routecheck.sent import Sent, kept_of_broken, language, read
from ruimbaan.parts.routecheck.travelling import Arrived, pack
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Alert
from ruimbaan.ui.private_form import private_form

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
SWITCH = "switch"  # the form that brings the same page in the other language


@require_safe
@public_page
def start(request: HttpRequest) -> HttpResponse:
    return start_page(request)


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def question(request: HttpRequest) -> HttpResponse:
    """One page of questions comes in, the next place goes back."""
    if request.method != "POST":
        return came_without_form(request)
    sent = read(request.POST, queries.questionnaire(), queries.day_0)
    if sent.unpacked.arrived in (Arrived.BROKEN, Arrived.EXPIRED):
        return go_on_page(request, sent)
    if sent.page and sent.must_stay:
        return _ask_again(request, sent, sent.page)
    return _show(request, sent.next_place(queries.questionnaire()), sent)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Nothing was kept here; the browser is asked to forget its part as well."""
    response = render(request, "routecheck/erased.html")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def start_page(
    request: HttpRequest,
    answers: Answers | None = None,
    *alerts: Alert,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    answers = answers or Answers()
    context = {
        "start": starting(queries.questionnaire(), list_regions(), answers, language()),
        "answers": "" if answers.is_empty else pack(answers),
        "alerts": alerts,
    }
    return render(request, "routecheck/start.html", context, status=status)


def came_without_form(request: HttpRequest) -> HttpResponse:
    """Somebody came by an address that only forms go to: by hand, or by an old bookmark."""
    return start_page(
        request, None, Alert(_("Hier begin je opnieuw. We bewaren niets van wat je invulde."))
    )


def go_on_page(request: HttpRequest, sent: Sent) -> HttpResponse:
    """The answers were away too long, or came back broken: what is left, and how to go on."""
    answers = kept_of_broken(sent)
    context = {
        "expired": sent.unpacked.arrived is Arrived.EXPIRED,
        "kept": not answers.is_empty,
        "answers": pack(answers),
        "language_form": SWITCH,
    }
    return render(request, "routecheck/go_on.html", context)


def check_page(request: HttpRequest, answers: Answers, *alerts: Alert) -> HttpResponse:
    found = queries.interpreted(answers)
    context = {
        "check": checking(queries.questionnaire(), answers, found, language()),
        "answers": pack(answers),
        "alerts": alerts,
        "language_form": SWITCH,
    }
    return render(request, "routecheck/check.html", context)


def _show(request: HttpRequest, place: str, sent: Sent) -> HttpResponse:
    if place == START:
        return start_page(request, sent.answers)
    if place != CHECK:
        return _ask(request, place, sent)
    if sent.unpacked.arrived is Arrived.OLDER:
        return check_page(request, sent.answers, Alert(some_are_gone()))
    return check_page(request, sent.answers)


def some_are_gone() -> str:
    return _("Een paar vragen zijn veranderd. Kijk of je antwoorden nog kloppen.")


def _ask(request: HttpRequest, place: str, sent: Sent) -> HttpResponse:
    questionnaire, answers = queries.questionnaire(), sent.answers
    page = next(page for page in all_pages(questionnaire, answers) if page.id == place)
    context = {
        "asking": asking(questionnaire, page, answers, language()),
        "answers": pack(answers),
        "changing": sent.changing,
        "language_form": SWITCH,
    }
    return render(request, "routecheck/question.html", context)


def _ask_again(request: HttpRequest, sent: Sent, page: Page) -> HttpResponse:
    """The same page with what was filled in, and what is wrong with it."""
    shown = asking(
        queries.questionnaire(),
        page,
        sent.unpacked.answers.with_page(page, sent.given.answers),
        language(),
        faults=sent.given.faults,
        typed=sent.typed,
    )
    context = {
        "asking": shown,
        "answers": pack(sent.unpacked.answers),
        "changing": sent.changing,
        "language_form": SWITCH,
    }
    return render(request, "routecheck/question.html", context, status=UNPROCESSABLE)
