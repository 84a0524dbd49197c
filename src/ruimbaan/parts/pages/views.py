# SPDX-License-Identifier: EUPL-1.2
"""Pages of fixed text: same for everybody, no data, no form."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ruimbaan.parts.pages.content import Content
from ruimbaan.ui.caching import public_page


def page(
    template: str, content: Callable[[], Content] = dict
) -> Callable[[HttpRequest], HttpResponse]:
    """The view of one page; `content` is asked at each request, in the reader's language."""

    @require_safe
    @public_page
    def show(request: HttpRequest) -> HttpResponse:
        return render(request, f"pages/{template}.html", content())

    return show
