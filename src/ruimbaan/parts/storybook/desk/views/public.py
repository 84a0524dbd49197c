# SPDX-License-Identifier: EUPL-1.2
"""A given story as everybody reads it. One that is not public, or no longer, leads to the book: nobody
can tell whether it was ever there."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.parts.storybook.desk.presentation.piece import public_view
from ruimbaan.parts.storybook.desk.published import find_public
from ruimbaan.ui.caching import public_page
from ruimbaan.ui.components import Link


@require_safe
@public_page
def given(request: HttpRequest, story: UUID) -> HttpResponse:
    one = find_public(story)
    if one is None:
        to_book = reverse("storybook:book")
        return HttpResponse(status=HTTPStatus.SEE_OTHER, headers={"Location": to_book})
    piece = public_view(one, reverse("storybook:given", args=[story]))
    crumbs = (Link(_("Inspiratieboek"), reverse("storybook:book")), Link(piece.kicker))
    return render(request, "storybook/piece.html", {"piece": piece, "crumbs": crumbs})
