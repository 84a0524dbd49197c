# SPDX-License-Identifier: EUPL-1.2
"""The list of rules and the page of one rule. No cookie, nothing about a reader."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from ruimbaan.core.rules.rulebook import Status
from ruimbaan.parts.rulebook import queries
from ruimbaan.parts.rulebook.presentation.in_practice import in_practice
from ruimbaan.parts.rulebook.presentation.listing import groups, layer_options
from ruimbaan.parts.rulebook.presentation.page import rule_page
from ruimbaan.parts.rulebook.searching import MOST_LETTERS, Search
from ruimbaan.ui import reader
from ruimbaan.ui.caching import public_page, searchable_page
from ruimbaan.ui.components import Link

WORDS, LAYER = "zoek", "laag"


@require_safe
@searchable_page
@sensitive_variables()
def rules(request: HttpRequest) -> HttpResponse:
    search = Search.of(request.GET.get(WORDS, ""), request.GET.get(LAYER, ""))
    every = queries.list_rules()
    found = groups(search.find(every), reader.language())
    context = {
        "search": search,
        "most_letters": MOST_LETTERS,
        "layers": layer_options(search, reader.language()),
        "groups": found,
        "some_made_up": any(rule.status is Status.FICTIONAL for rule in every),
        "count": sum(len(group.rows) for group in found),
    }
    return render(request, "rulebook/list.html", context)


@require_safe
@public_page
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """A rule that is not in force on the day of the data has no page."""
    found = queries.find_rule(name)
    if found is None:
        raise Http404
    context = {
        "rule": rule_page(
            found, queries.day_of(found), queries.list_twins(found), reader.language()
        ),
        "here": in_practice(found, timezone.localdate(), reader.language()),
        "crumbs": (Link(_("Regels in gewone taal"), reverse("rulebook:rules")), Link(found.number)),
    }
    return render(request, "rulebook/rule.html", context)
