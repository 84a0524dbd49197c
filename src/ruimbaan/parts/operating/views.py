# SPDX-License-Identifier: EUPL-1.2
"""One page for who keeps the site running."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ruimbaan.parts.operating.line import Line, State
from ruimbaan.parts.operating.queries import look
from ruimbaan.ui.reader import in_words


@require_safe
def state(request: HttpRequest) -> HttpResponse:
    return render(request, "operating/state.html", page_of(look(timezone.now())))


def page_of(lines: Sequence[Line]) -> dict[str, object]:
    return {
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
        "to_look_at": sum(line.state is State.LOOK for line in lines),
    }
