# SPDX-License-Identifier: EUPL-1.2
"""The component gallery, public: this is how the site is built."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ruimbaan.ui.caching import public_page


@require_safe
@public_page
def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery.html")
