# SPDX-License-Identifier: EUPL-1.2
"""What forms without login have around them: no cookie, own pages only, nothing in reports, and a
field that people do not see and robots fill in."""

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
TRAP = "achternaam2"  # hidden from people; whoever fills it in is no reader


def open_form(view: View[P]) -> View[P]:
    """For a form that anyone may send. There is no session that another site could abuse, so no
    token against that, which needs a cookie; a form must come from a page of this site, which every
    browser of today says in `Origin` and `Sec-Fetch-Site`."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST" and not _comes_from_here(request):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return csrf_exempt(sensitive_post_parameters()(guarded))


def is_robot(request: HttpRequest) -> bool:
    return bool(request.POST.get(TRAP))


def _comes_from_here(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    own = f"{request.scheme}://{request.get_host()}"
    return site == "same-origin" and request.headers.get("Origin", own) == own
