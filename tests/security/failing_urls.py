# SPDX-License-Identifier: EUPL-1.2
"""The site, with addresses that fail in each way a page can fail."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import requires_csrf_token

from ruimbaan.project import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def failing(error: Exception) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        raise error

    return view


@requires_csrf_token
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken")


urlpatterns = [
    path("400", failing(SuspiciousOperation("secret of the inside"))),
    path("403", failing(PermissionDenied("secret of the inside"))),
    path("500", failing(RuntimeError("secret of the inside"))),
    path("503", failing(OperationalError("secret of the inside"))),
    path("en/503", failing(OperationalError("secret of the inside"))),
    path("form", form),
    *urls.urlpatterns,
]
