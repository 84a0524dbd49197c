# SPDX-License-Identifier: EUPL-1.2
"""The sheet with the colours of whoever runs the site; empty when ours are used."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ruimbaan.ui.caching import public_page


@require_safe
@public_page
def theme(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls with it
    return HttpResponse(settings.THEME.css, content_type="text/css; charset=utf-8")
