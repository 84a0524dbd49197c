# SPDX-License-Identifier: EUPL-1.2
"""Opting out of the safe default that no page is kept anywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For a page that is the same for everybody: may be kept, is asked for again each time."""

    @wraps(view)
    def kept(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "public, no-cache"
        return response

    return kept


def searchable_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A public page as long as nobody asks it something; an answer to someone's own words is kept
    nowhere, and no mark of it is given out (an ETag is left out where this header stands)."""
    public = public_page(view)

    @wraps(view)
    def kept_or_not(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.GET:
            return public(request, *args, **kwargs)
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return kept_or_not
