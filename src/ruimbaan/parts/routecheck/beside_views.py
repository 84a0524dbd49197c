# SPDX-License-Identifier: EUPL-1.2
"""Beside the route: two ways next to each other, why this way and why not that place, and the way on
the metro map. For who answered and for made-up people."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.journey.answers import Answers
from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.routecheck.answering import Solved, solve_example, solve_for
from ruimbaan.parts.routecheck.presentation.because import because
from ruimbaan.parts.routecheck.presentation.comparing import comparing
from ruimbaan.parts.routecheck.presentation.mapped import mapped
from ruimbaan.parts.routecheck.result_views import (
    BESIDE,
    WAY,
    beside_urls,
    for_answers,
    nearby_page,
)
from ruimbaan.parts.routecheck.sent import language
from ruimbaan.parts.routecheck.travelling import pack
from ruimbaan.parts.routecheck.views import SWITCH
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link
from ruimbaan.ui.private_form import private_form

PLACE = "plek"
COMPARE, WHY = "routecheck/compare.html", "routecheck/why.html"
ON_MAP = "routecheck/metro.html"


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def compare(request: HttpRequest) -> HttpResponse:
    """Two ways for who answered."""

    def show(request: HttpRequest, answers: Answers) -> HttpResponse:
        solved = _solved(request, answers, request.POST.get(BESIDE, ""))
        if solved is None:
            return nearby_page(request, answers)
        page = {"page": comparing(solved, language()), "other": _other(solved)}
        return render(request, COMPARE, page | _own(answers, solved))

    return for_answers(request, show)


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def why(request: HttpRequest) -> HttpResponse:
    """Why this way, and why not one place, for who answered."""

    def show(request: HttpRequest, answers: Answers) -> HttpResponse:
        solved = _solved(request, answers)
        if solved is None:
            return nearby_page(request, answers)
        place = request.POST.get(PLACE, "")
        page = {"page": because(solved, language(), place), "place": place}
        return render(request, WHY, page | _own(answers, solved))

    return for_answers(request, show)


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def on_map(request: HttpRequest) -> HttpResponse:
    """One way, or two, on the metro map of the region, for who answered."""

    def show(request: HttpRequest, answers: Answers) -> HttpResponse:
        beside = request.POST.get(BESIDE)
        solved = _solved(request, answers, beside)
        if solved is None:
            return nearby_page(request, answers)
        page = {"page": mapped(solved, language()), "other": _other(solved)}
        return render(request, ON_MAP, page | _own(answers, solved))

    return for_answers(request, show)


@require_safe
@public_page
def example_on_map(request: HttpRequest, person: str) -> HttpResponse:
    solved = _example(request, person, request.GET.get(BESIDE))
    page = {"page": mapped(solved, language())}
    return render(request, ON_MAP, page | _made_up(person, solved, _("Op de kaart")))


@require_safe
@public_page
def example_compare(request: HttpRequest, person: str) -> HttpResponse:
    solved = _example(request, person, request.GET.get(BESIDE, ""))
    page = {"page": comparing(solved, language()), "other": _other(solved)}
    return render(request, COMPARE, page | _made_up(person, solved, _("Twee wegen naast elkaar")))


@require_safe
@public_page
def example_why(request: HttpRequest, person: str) -> HttpResponse:
    solved = _example(request, person)
    page = {"page": because(solved, language(), request.GET.get(PLACE, ""))}
    return render(request, WHY, page | _made_up(person, solved, _("Waarom deze route?")))


def _solved(request: HttpRequest, answers: Answers, beside: str | None = None) -> Solved | None:
    """None without a wish or a place."""
    wished = queries.wished(answers)
    if wished is None:
        return None
    return solve_for(answers, *wished, request.POST.get(WAY, ""), beside)


def _example(request: HttpRequest, person: str, beside: str | None = None) -> Solved:
    region = queries.region_of_person(person)
    if region is None:
        raise Http404
    return solve_example(region, person, request.GET.get(WAY, ""), beside)


def _other(solved: Solved) -> str:
    return "" if solved.beside is None else str(solved.beside)


def _own(answers: Answers, solved: Solved) -> dict[str, object]:
    return {"answers": pack(answers), "row": str(solved.row), "language_form": SWITCH}


def _made_up(person: str, solved: Solved, title: str) -> dict[str, object]:
    address = reverse("routecheck:example", args=[person])
    back = f"{address}?{WAY}={solved.row}"
    return {
        "person": person,
        "row": str(solved.row),
        "back_url": back,
        "result_url": address,
        "beside": beside_urls(person, solved),
        "crumbs": (
            Link(_("Begin"), reverse("pages:home")),
            Link(_("Jouw routes"), back),
            Link(title),
        ),
    }
