# SPDX-License-Identifier: EUPL-1.2
"""The contents, a page, and a file beside the pages. No cookie, no form, nothing about a reader."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.parts.documentation.queries import groups, library, shown_on_the_site
from ruimbaan.ui import reader
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link

TYPES = {".png": "image/png", ".svg": "image/svg+xml", ".yaml": "text/plain; charset=utf-8"}


@require_safe
@public_page
def contents(request: HttpRequest) -> HttpResponse:
    if not library().pages:
        raise Http404
    context = {"groups": groups(), "language": reader.language()}
    return render(request, "documentation/contents.html", context)


@require_safe
@public_page
def page(request: HttpRequest, name: str) -> HttpResponse:
    found = library().pages.get(name)
    if found is None:
        raise Http404
    group = next(one for one in groups() if one.kind is found.kind)
    to_contents = reverse("documentation:contents")
    context = {
        "shown": shown_on_the_site(found, reader.language()),
        "crumbs": (
            Link(_("Handleiding"), to_contents),
            Link(group.title, f"{to_contents}#{group.kind}"),
        ),
    }
    return render(request, "documentation/page.html", context)


@require_safe
@public_page
def beside(request: HttpRequest, name: str) -> HttpResponse:
    found = library().files.get(name)
    if found is None:
        raise Http404
    return HttpResponse(found.read_bytes(), content_type=TYPES[found.suffix])
