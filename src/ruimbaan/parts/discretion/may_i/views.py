# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit?: a question comes in by a form, an answer goes back, and nothing stays."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.discretion.may_i.matching import Certainty, Found
from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.discretion.may_i.presentation.answering import answer_page
from ruimbaan.parts.discretion.may_i.presentation.asking import asking
from ruimbaan.parts.discretion.may_i.presentation.cards import card_doors, card_page
from ruimbaan.parts.discretion.may_i.presentation.others import others_page
from ruimbaan.parts.discretion.may_i.sent import REGION, Sent, read, role_in
from ruimbaan.ui import reader
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.private_form import private_form


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def ask(request: HttpRequest) -> HttpResponse:
    """Without a question, the page to ask one. The address may say who asks, and nothing else."""
    if request.method != "POST":
        opened = Sent(role=role_in(request.GET))
        return render(
            request, "may_i/ask.html", {"asking": asking(opened, None, reader.language())}
        )
    sent = read(request.POST, list_regions())
    picked = queries.catalogue().find(sent.picked)
    if picked:
        return _answer(request, sent, picked)
    found = queries.matcher().match(sent.words)
    if found.certainty is Certainty.SURE:
        return _answer(request, sent, found.situations[0], found)
    return render(request, "may_i/ask.html", {"asking": asking(sent, found, reader.language())})


@require_safe
@public_page
def situation(request: HttpRequest, name: str) -> HttpResponse:
    """A situation of the catalogue, for links from rules and routes: the same for everybody."""
    found = queries.catalogue().find(name)
    if found is None:
        raise Http404
    region = request.GET.get(REGION, "")
    here = region if region in list_regions() else ""
    return _answer(request, Sent(picked=name, region=here), found)


@require_safe
@public_page
def others(request: HttpRequest, number: str) -> HttpResponse:
    """How others use the room of one rule."""
    page = others_page(number, reader.language())
    if page is None:
        raise Http404
    return render(request, "may_i/others.html", {"others": page})


@require_safe
@public_page
def cards(request: HttpRequest) -> HttpResponse:
    return render(request, "may_i/cards.html", {"doors": card_doors(reader.language())})


@require_safe
@public_page
def card(request: HttpRequest, name: str) -> HttpResponse:
    found = queries.catalogue().find(name)
    if found is None or not found.precedents:
        raise Http404
    return render(request, "may_i/card.html", {"card": card_page(found, reader.language())})


def _answer(
    request: HttpRequest, sent: Sent, situation: Situation, found: Found | None = None
) -> HttpResponse:
    """With what stands near it, when somebody typed words and may have meant another."""
    language = reader.language()
    context = {
        "asking": asking(sent, found, language),
        "answer": answer_page(situation, sent.role, sent.region, language),
    }
    return render(request, "may_i/answer.html", context)
