# SPDX-License-Identifier: EUPL-1.2
"""The pages of the book. No cookie, no form, nothing about a reader."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.parts.advice.services import blocks_of_others
from ruimbaan.parts.storybook.desk.on_shelf import given_links
from ruimbaan.parts.storybook.presentation.changed import changed
from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.presentation.shelf import Shelf, shelf
from ruimbaan.parts.storybook.presentation.what_if import what_if
from ruimbaan.parts.storybook.queries import find_book, list_editions
from ruimbaan.ui import reader
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link

NOTHING: Mapping[str, object] = MappingProxyType({})


@require_safe
@public_page
def book(request: HttpRequest) -> HttpResponse:
    found = find_book()
    own = {block.summary.nl for block in found.blocks} if found else set()
    page = {"shelf": _shelf(), "given": given_links(), "others": blocks_of_others(own)}
    return render(request, "storybook/book.html", page)


@require_safe
@public_page
def colophon(request: HttpRequest) -> HttpResponse:
    crumbs = (to_book(), Link(_("Colofon")))
    context = {
        "shelf": _shelf(),
        "crumbs": crumbs,
        "editions_url": reverse("storybook:editions") if list_editions() else "",
    }
    return render(request, "storybook/colophon.html", context)


@require_safe
@public_page
def story(request: HttpRequest, name: str) -> HttpResponse:
    return _piece(request, reverse("storybook:story", args=[name]))


@require_safe
@public_page
def block(request: HttpRequest, number: int) -> HttpResponse:
    """With what the planner says of its rules now, and what changed since the last edition."""
    book = find_book()
    blocks = {one.number: one for one in book.blocks} if book else {}
    if number not in blocks:
        raise Http404
    url = reverse("storybook:block", args=[number])
    now = {
        "what_if": what_if(blocks[number], reader.language()),
        "changed": changed(blocks[number], reader.language()),
    }
    return _piece(request, url, now)


@require_safe
@public_page
def chapter(request: HttpRequest, name: str) -> HttpResponse:
    return _piece(request, reverse("storybook:chapter", args=[name]))


def _shelf() -> Shelf:
    found = shelf(Medium.SITE, reader.language())
    if found is None:
        raise Http404
    return found


def _piece(request: HttpRequest, url: str, more: Mapping[str, object] = NOTHING) -> HttpResponse:
    """The text at this address, with the one before and the one after."""
    found = _shelf()
    urls = [piece.url for piece in found.pieces]
    if url not in urls:
        raise Http404
    at = urls.index(url)
    piece = found.pieces[at]
    context = {
        **more,
        "shelf": found,
        "piece": piece,
        "before": found.pieces[at - 1] if at else None,
        "after": found.pieces[at + 1] if at + 1 < len(urls) else None,
        "crumbs": (to_book(), Link(piece.kicker or piece.title)),
    }
    return render(request, "storybook/piece.html", context)


def to_book() -> Link:
    return Link(_("Inspiratieboek"), reverse("storybook:book"))
