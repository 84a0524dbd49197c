# SPDX-License-Identifier: EUPL-1.2
"""The editions of the book: which there are, and each text as it was read then."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.editions import Edition
from ruimbaan.integrations.storybook.editions import KeptText, load_kept_text
from ruimbaan.parts.storybook.presentation.changed import edition_words
from ruimbaan.parts.storybook.presentation.pages import safe
from ruimbaan.parts.storybook.presentation.paper import CONTENTS
from ruimbaan.parts.storybook.presentation.shelf import cite
from ruimbaan.parts.storybook.queries import list_editions
from ruimbaan.parts.storybook.views import to_book
from ruimbaan.ui import reader
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link


@dataclass(frozen=True, slots=True)
class EditionRow:
    link: Link
    cite: str


@require_safe
@public_page
def editions(request: HttpRequest) -> HttpResponse:
    language = reader.language()
    if not list_editions():
        raise Http404
    rows = tuple(_row(one, language) for one in reversed(list_editions()))
    crumbs = (to_book(), Link(_("Uitgaven")))
    return render(request, "storybook/editions.html", {"rows": rows, "crumbs": crumbs})


@require_safe
@public_page
def page(request: HttpRequest, number: int, name: str) -> HttpResponse:
    """One text of one edition."""
    language = reader.language()
    edition = next((one for one in list_editions() if one.number == number), None)
    if edition is None:
        raise Http404
    kept = _kept(edition.number, language)
    found = next((one for one in kept.pages if one.id == name), None)
    if found is None:
        raise Http404
    context = {
        "title": found.title,
        "html": safe(found.html),
        "edition": edition_words(edition, language),
        "cite": cite(kept.title, edition_words(edition, language)),
        "is_last": edition is list_editions()[-1],
        "contents_url": _url(edition),
        "crumbs": (
            to_book(),
            Link(_("Uitgaven"), reverse("storybook:editions")),
            Link(edition_words(edition, language).capitalize()),
        ),
    }
    return render(request, "storybook/edition.html", context)


@lru_cache(maxsize=8)
def _kept(number: int, language: Language) -> KeptText:
    """An edition stays as it is, so it is read once."""
    return load_kept_text(list_editions()[number - 1], language)


def _row(edition: Edition, language: Language) -> EditionRow:
    words = edition_words(edition, language)
    kept = _kept(edition.number, language)
    return EditionRow(Link(words.capitalize(), _url(edition)), cite(kept.title, words))


def _url(edition: Edition) -> str:
    return reverse("storybook:edition", args=[edition.number, CONTENTS])
