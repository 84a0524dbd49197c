# SPDX-License-Identifier: EUPL-1.2
"""Start, question after question, a look at all answers. Every page follows from what was sent."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Page
from ruimbaan.core.journey.wishes import all_pages
from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.partial import answer_with, first_in_time
from ruimbaan.core.planner.solve import Solver
from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.routecheck.guard import private_form
from ruimbaan.parts.routecheck.moving import CHECK, START
from ruimbaan.parts.routecheck.presentation.asking import asking, who_choices
from ruimbaan.parts.routecheck.presentation.checking import checking
from ruimbaan.parts.routecheck.sent import Sent, kept_of_broken, read
from ruimbaan.parts.routecheck.travelling import Arrived, pack
from ruimbaan.parts.routes.services import Shown
from ruimbaan.parts.routes.services import page as route_page
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Alert

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@require_safe
@public_page
def start(request: HttpRequest) -> HttpResponse:
    return _start(request, Answers())


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def question(request: HttpRequest) -> HttpResponse:
    """One page of questions comes in, the next place goes back."""
    if request.method != "POST":
        return _start(request, Answers(), lost=True)
    questionnaire = queries.questionnaire()
    sent = read(request.POST, questionnaire, queries.day_0)
    if sent.unpacked.arrived in (Arrived.BROKEN, Arrived.EXPIRED):
        return go_on(request, sent)
    if sent.page and sent.must_stay:
        return _ask_again(request, sent, sent.page)
    return _show(request, sent.next_place(questionnaire), sent)


def go_on(request: HttpRequest, sent: Sent) -> HttpResponse:
    """The answers were away too long, or came back broken: what is left, and how to go on."""
    answers = kept_of_broken(sent)
    context = {
        "expired": sent.unpacked.arrived is Arrived.EXPIRED,
        "kept": not answers.is_empty,
        "answers": pack(answers),
    }
    return render(request, "routecheck/go_on.html", context)


def _show(request: HttpRequest, place: str, sent: Sent) -> HttpResponse:
    if place == START:
        return _start(request, sent.answers)
    if place == CHECK:
        older = sent.unpacked.arrived is Arrived.OLDER
        return check_page(request, sent.answers, older=older)
    return _ask(request, place, sent)


def _ask(request: HttpRequest, place: str, sent: Sent) -> HttpResponse:
    questionnaire, answers = queries.questionnaire(), sent.answers
    page = next(page for page in all_pages(questionnaire, answers) if page.id == place)
    changing = sent.changing or sent.page is None
    context = {
        "asking": asking(questionnaire, page, answers, language()),
        "answers": pack(answers),
        "changing": changing,
    }
    return render(request, "routecheck/question.html", context)


def _ask_again(request: HttpRequest, sent: Sent, page: Page) -> HttpResponse:
    """The same page with what was filled in, and what is wrong with it."""
    shown = sent.unpacked.answers.with_page(page, sent.given.answers)
    context = {
        "asking": asking(
            queries.questionnaire(),
            page,
            shown,
            language(),
            faults=sent.given.faults,
            typed=sent.typed,
        ),
        "answers": pack(sent.unpacked.answers),
        "changing": sent.changing,
    }
    return render(request, "routecheck/question.html", context, status=UNPROCESSABLE)


def check_page(request: HttpRequest, answers: Answers, *, older: bool = False) -> HttpResponse:
    questionnaire = queries.questionnaire()
    found = queries.interpreted(answers)
    has_region = queries.region_of(answers) is not None
    changed = _("Een paar vragen zijn veranderd. Kijk of je antwoorden nog kloppen.")
    context = {
        "check": checking(questionnaire, answers, found, language(), has_region=has_region),
        "answers": pack(answers),
        "alert": Alert(changed) if older else None,
    }
    return render(request, "routecheck/check.html", context)


def _start(request: HttpRequest, answers: Answers, *, lost: bool = False) -> HttpResponse:
    """`lost`: somebody came by an address that only forms go to."""
    alerts = []
    if lost:
        alerts.append(Alert(_("Hier begin je opnieuw. We bewaren niets van wat je invulde.")))
    if not queries.list_regions():
        alerts.append(Alert(_("Er staan nog geen gemeenten op deze site.")))
    context = {
        "who": who_choices(queries.questionnaire().who, answers, language()),
        "answers": "" if answers.is_empty else pack(answers),
        "alerts": alerts,
        "can_begin": bool(queries.list_regions()),
    }
    return render(request, "routecheck/start.html", context)


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def result(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _start(request, Answers(), lost=True)
    sent = read(request.POST, queries.questionnaire(), queries.day_0)
    if sent.unpacked.arrived in (Arrived.BROKEN, Arrived.EXPIRED):
        return go_on(request, sent)
    region = queries.region_of(sent.answers)
    if region is None:
        return _show(request, "address", sent)
    found = queries.interpreted(sent.answers)
    solver = Solver(region.world, found.situation)
    row = first_in_time(solver)
    chosen = request.POST.get("way", "")
    if chosen in {str(n) for n in range(len(solver.points))}:
        row = int(chosen)
    answer = answer_with(solver, {row})
    shown = Shown(region.world, found.situation, answer, row, language())
    context = {"page": route_page(shown, str), "answers": pack(sent.answers), "tag": None}
    return render(request, "routecheck/result.html", context)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Nothing was kept here; the browser is asked to forget its part as well."""
    response = render(request, "routecheck/erased.html")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def language() -> Language:
    return "en" if get_language() == "en" else "nl"
