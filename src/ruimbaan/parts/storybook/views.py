# SPDX-License-Identifier: EUPL-1.2
"""The pages of the book. No cookie, no form, nothing about a reader."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.presentation.shelf import Shelf, shelf
from ruimbaan.ui import reader
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link


@require_safe
@public_page
def book(request: HttpRequest) -> HttpResponse:
    return render(request, "storybook/book.html", {"shelf": _shelf()})


@require_safe
@public_page
def colophon(request: HttpRequest) -> HttpResponse:
    crumbs = (_to_book(), Link(_("Colofon")))
    return render(request, "storybook/colophon.html", {"shelf": _shelf(), "crumbs": crumbs})


@require_safe
@public_page
def story(request: HttpRequest, name: str) -> HttpResponse:
    return _piece(request, reverse("storybook:story", args=[name]))


@require_safe
@public_page
def block(request: HttpRequest, number: int) -> HttpResponse:
    return _piece(request, reverse("storybook:block", args=[number]))


@require_safe
@public_page
def chapter(request: HttpRequest, name: str) -> HttpResponse:
    return _piece(request, reverse("storybook:chapter", args=[name]))


def _shelf() -> Shelf:
    found = shelf(Medium.SITE, reader.language())
    if found is None:
        raise Http404
    return found


def _piece(request: HttpRequest, url: str) -> HttpResponse:
    """The text at this address, with the one before and the one after."""
    found = _shelf()
    urls = [piece.url for piece in found.pieces]
    if url not in urls:
        raise Http404
    at = urls.index(url)
    piece = found.pieces[at]
    context = {
        "shelf": found,
        "piece": piece,
        "before": found.pieces[at - 1] if at else None,
        "after": found.pieces[at + 1] if at + 1 < len(urls) else None,
        "crumbs": (_to_book(), Link(piece.kicker or piece.title)),
    }
    return render(request, "storybook/piece.html", context)


def _to_book() -> Link:
    return Link(_("Inspiratieboek"), reverse("storybook:book"))
