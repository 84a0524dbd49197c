# SPDX-License-Identifier: EUPL-1.2
"""The person chooses, looks, and then prints it or makes a link."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.parts.journey import links
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.summary import choosing
from ruimbaan.parts.journey.summary.presentation import (
    ask_page,
    check_page,
    made_page,
    paper_page,
)
from ruimbaan.parts.trust.queries import LinkKind
from ruimbaan.parts.trust.services import make_link

PAPER, LINK = "papier", "link"


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@own_file
@sensitive_variables()
def compose(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method != "POST":
        return render(request, "journey/summary/ask.html", ask_page(own))
    try:
        typed = links.typed_of(request, choosing.NAMES)
        parts = choosing.parts_of(typed)
    except DomainError as error:
        return _again(request, "journey/summary/ask.html", ask_page(own, error=error))
    if request.POST.get("doe") == PAPER:
        return render(request, "journey/summary/paper.html", paper_page(own, parts))
    if request.POST.get("doe") != LINK:
        return render(request, "journey/summary/check.html", check_page(own, parts, uuid4()))
    wanted, errors = choosing.read(request, typed, parts, own.now)
    if wanted is None:
        page = check_page(own, parts, uuid4(), typed, errors)
        return _again(request, "journey/summary/check.html", page)
    try:
        with own.open(*parts, action=Action.SHARE) as opening:
            made = make_link(opening, wanted, own.now)
    except DomainError as error:
        page = check_page(own, parts, uuid4(), typed, {choosing.question_of(error): error})
        return _again(request, "journey/summary/check.html", page)
    return render(request, "journey/summary/made.html", made_page(request, own, made))


@require_POST
@own_file
def stop(request: HttpRequest, own: Own, link: UUID) -> HttpResponse:
    links.stop(own, LinkKind.SUMMARY, link)
    return redirect("summary:compose")


def _again(request: HttpRequest, template: str, page: dict[str, object]) -> HttpResponse:
    return render(request, template, page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
