# SPDX-License-Identifier: EUPL-1.2
"""The emergency card to print, with what the person puts on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.card.page import (
    CARD,
    CHOSEN,
    ON_ITSELF,
    PEOPLE,
    SIZE,
    WHAT,
    Asked,
    Size,
    print_page,
)


@require_safe
@own_file
def on_paper(request: HttpRequest, own: Own) -> HttpResponse:
    """Taking it along is in the log. Without a card there is nothing to print yet."""
    with own.open(Part.EMERGENCY_CARD, Part.PEOPLE, action=Action.TAKE_ALONG) as opening:
        cards = entries.read(opening, CARD)
        people = [one for one in entries.read(opening, PEOPLE) if one.values.get("reach")]
    if not cards:
        return redirect("journey:part", path=CARD.path)
    return render(
        request, "journey/card/print.html", print_page(own, cards[0], people, _asked(request))
    )


def _asked(request: HttpRequest) -> Asked:
    """What is no choice counts for nothing: it is not on the card."""
    chosen = CHOSEN in request.GET
    what = frozenset(request.GET.getlist(WHAT)) if chosen else ON_ITSELF
    size = Size.SHEET if request.GET.get(SIZE) == Size.SHEET else Size.WALLET
    return Asked(what, size)
