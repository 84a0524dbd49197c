# SPDX-License-Identifier: EUPL-1.2
"""The routes of who answered, and of made-up people; on a page and on paper."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.journey.answers import Answers
from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.routecheck.answering import (
    Solved,
    chosen_options,
    solve_example,
    solve_for,
)
from ruimbaan.parts.routecheck.presentation.checking import at_odds, told
from ruimbaan.parts.routecheck.presentation.nearby import nearby
from ruimbaan.parts.routecheck.presentation.paper import paper
from ruimbaan.parts.routecheck.presentation.result import result
from ruimbaan.parts.routecheck.sent import language, read
from ruimbaan.parts.routecheck.travelling import Arrived, pack
from ruimbaan.parts.routecheck.views import SWITCH, came_without_form, go_on_page
from ruimbaan.parts.routes.services import ASKED, HowSure, Shown, how_sure
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link, Tag
from ruimbaan.ui.private_form import private_form

WAY, BESIDE = "weg", "naast"
Show = Callable[[HttpRequest, Answers], HttpResponse]


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def routes(request: HttpRequest) -> HttpResponse:
    """The answers come in, the routes go back."""
    return for_answers(request, _routes_page)


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def routes_on_paper(request: HttpRequest) -> HttpResponse:
    return for_answers(request, _paper_page)


@require_safe
@public_page
def example(request: HttpRequest, person: str) -> HttpResponse:
    """A made-up person's routes: what one would see with these answers."""
    solved = _solved_example(request, person)
    address = reverse("routecheck:example", args=[person])
    shown = result(
        solved, queries.questionnaire(), (), language(), lambda way: f"{address}?{WAY}={way}#route"
    )
    name = solved.situation.name or person.capitalize()
    context = {
        "result": shown,
        "page": shown.page,
        "tag": Tag(_("Voorbeeld: %(name)s") % {"name": name}),
        "paper_url": f"{reverse('routecheck:example-paper', args=[person])}?{WAY}={solved.row}",
        "beside": beside_urls(person, solved),
        "how_sure": _how_sure(solved) if request.GET.get(ASKED) else None,
        "how_sure_url": f"{address}?{WAY}={solved.row}&{ASKED}=ja#{ASKED}",
        "crumbs": (Link(_("Begin"), reverse("pages:home")), Link(_("Jouw routes"))),
    }
    return render(request, "routecheck/result.html", context)


@require_safe
@public_page
def example_on_paper(request: HttpRequest, person: str) -> HttpResponse:
    solved = _solved_example(request, person)
    context = {
        "paper": paper(solved, language()),
        "back_url": f"{reverse('routecheck:example', args=[person])}?{WAY}={solved.row}",
    }
    return render(request, "routecheck/paper.html", context)


def beside_urls(person: str, solved: Solved) -> dict[str, str]:
    """What one can look at beside the way of a made-up person."""
    way = f"?{WAY}={solved.row}"
    return {
        "compare": f"{reverse('routecheck:example-compare', args=[person])}{way}",
        "why": f"{reverse('routecheck:example-why', args=[person])}{way}",
        "map": f"{reverse('routecheck:example-map', args=[person])}{way}",
    }


def _solved_example(request: HttpRequest, person: str) -> Solved:
    region = queries.region_of_person(person)
    if region is None:
        raise Http404
    return solve_example(region, person, request.GET.get(WAY, ""))


def for_answers(request: HttpRequest, show: Show) -> HttpResponse:
    if request.method != "POST":
        return came_without_form(request)
    sent = read(request.POST, queries.questionnaire(), queries.day_0)
    if sent.unpacked.arrived in (Arrived.BROKEN, Arrived.EXPIRED):
        return go_on_page(request, sent)
    return show(request, sent.answers)


def _routes_page(request: HttpRequest, answers: Answers) -> HttpResponse:
    wished = queries.wished(answers)
    if wished is None:
        return nearby_page(request, answers)
    region, found = wished
    solved = solve_for(answers, region, found, request.POST.get(WAY, ""))
    options = chosen_options(queries.questionnaire(), answers)
    shown = result(solved, queries.questionnaire(), options, language(), str)
    context = {
        "result": shown,
        "page": shown.page,
        "answers": pack(answers),
        "row": str(solved.row),
        "how_sure": _how_sure(solved) if request.POST.get(ASKED) else None,
        "assumptions": told(found.assumptions, language()),
        "clashes": at_odds(queries.questionnaire(), found, language()),
        "language_form": SWITCH,
    }
    return render(request, "routecheck/result.html", context)


def _how_sure(solved: Solved) -> HowSure:
    way = Shown(solved.world, solved.situation, solved.answer, solved.row, language())
    return how_sure(way)


def _paper_page(request: HttpRequest, answers: Answers) -> HttpResponse:
    wished = queries.wished(answers)
    if wished is None:
        return nearby_page(request, answers)
    region, found = wished
    solved = solve_for(answers, region, found, request.POST.get(WAY, ""))
    context = {
        "paper": paper(solved, language()),
        "answers": pack(answers),
        "row": str(solved.row),
        "language_form": SWITCH,
    }
    return render(request, "routecheck/paper.html", context)


def nearby_page(request: HttpRequest, answers: Answers) -> HttpResponse:
    """No wish or no place: where one can walk in."""
    chosen = queries.region_of(answers)
    regions = [chosen] if chosen else list(queries.regions_on().values())
    situation = queries.interpreted(answers).situation
    context = {
        "regions": [nearby(region, situation, language()) for region in regions],
        "no_region": chosen is None,
        "no_wish": not situation.goals,
        "answers": pack(answers),
        "language_form": SWITCH,
    }
    return render(request, "routecheck/nearby.html", context)
