# SPDX-License-Identifier: EUPL-1.2
"""What every form without login has around it: nothing kept, nothing reported, own pages only.

There is no login, no session and no cookie here, so there is nothing that a request from another
site could act upon: a token against that (which needs a cookie) is left out on purpose. What
remains is that another site could send a reader to a page with made-up answers in it; therefore a form
must come from a page of this site, which every browser of today says in `Origin`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def private_form(view: View[P]) -> View[P]:
    """For a page that reads what somebody filled in."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST" and not comes_from_here(request):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return csrf_exempt(sensitive_post_parameters()(guarded))


def is_proven_from_here(request: HttpRequest) -> bool:
    """The browser itself says so: no page of another site can make it say that."""
    return comes_from_here(request) and (
        "Origin" in request.headers or "Sec-Fetch-Site" in request.headers
    )


def comes_from_here(request: HttpRequest) -> bool:
    """What the browser says about the page that sent the form. An old browser says nothing."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    own = f"{request.scheme}://{request.get_host()}"
    return site == "same-origin" and request.headers.get("Origin", own) == own
