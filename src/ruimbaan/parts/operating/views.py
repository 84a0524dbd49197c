# SPDX-License-Identifier: EUPL-1.2
"""One page for who keeps the site running."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ruimbaan.parts.operating.line import State
from ruimbaan.parts.operating.queries import look
from ruimbaan.ui.reader import in_words


@require_safe
def state(request: HttpRequest) -> HttpResponse:
    lines = look(timezone.now())
    context = {
        "lines": [
            {
                "name": in_words(line.name),
                "state": line.state,
                "told": in_words(line.told),
                "advice": in_words(line.advice) if line.advice else "",
            }
            for line in lines
        ],
        "wrong": sum(line.state is State.WRONG for line in lines),
    }
    return render(request, "operating/state.html", context)
