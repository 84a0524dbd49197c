# SPDX-License-Identifier: EUPL-1.2
"""Wat kan ik doen?: a form brings who somebody is and what is going on, a page goes back, and
nothing of it stays. The pages for a counter are the same for everybody."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.surroundings import queries, services
from ruimbaan.parts.surroundings.presentation.advice import advice_page
from ruimbaan.parts.surroundings.presentation.asking import question_page, start_page
from ruimbaan.parts.surroundings.presentation.counters import counter_doors, counter_page
from ruimbaan.parts.surroundings.presentation.helped import thanks_page
from ruimbaan.parts.surroundings.sent import Sent, read
from ruimbaan.ui import reader
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.private_form import private_form

SWITCH = "switch"  # the form that brings the same page in the other language


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def ask(request: HttpRequest) -> HttpResponse:
    """The roles, a question, or a card, after what was sent."""
    return _page(request, _sent(request))


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def helped(request: HttpRequest) -> HttpResponse:
    """Counts one answer. Without one of the fixed answers, the page that it belongs to."""
    sent = _sent(request)
    if sent.card is None or sent.helped is None:
        return _page(request, sent)
    services.count_answer(card=sent.step, answer=sent.helped)
    return _render(request, "thanks", sent, thanks_page(sent, reader.language()))


@require_safe
@public_page
def counters(request: HttpRequest) -> HttpResponse:
    return render(
        request, "surroundings/counters.html", {"places": counter_doors(reader.language())}
    )


@require_safe
@public_page
def counter(request: HttpRequest, region: str, name: str) -> HttpResponse:
    """One page for one counter of one region."""
    found = queries.counters().get(name)
    if found is None or region not in list_regions():
        raise Http404
    page = counter_page(found, region, reader.language())
    return render(request, "surroundings/counter.html", {"page": page})


def _sent(request: HttpRequest) -> Sent:
    regions = tuple(list_regions())
    only = regions[0] if len(regions) == 1 else ""
    return read(request.POST, queries.guides(), regions, only)


def _page(request: HttpRequest, sent: Sent) -> HttpResponse:
    language = reader.language()
    if sent.card:
        return _render(request, "advice", sent, advice_page(sent, language))
    if sent.question:
        return _render(request, "question", sent, question_page(sent, language))
    return render(request, "surroundings/start.html", {"page": start_page(language)})


def _render(request: HttpRequest, template: str, sent: Sent, page: object) -> HttpResponse:
    context = {"page": page, "sent": sent, "language_form": SWITCH}
    return render(request, f"surroundings/{template}.html", context)
