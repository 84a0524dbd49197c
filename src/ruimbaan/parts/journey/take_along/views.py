# SPDX-License-Identifier: EUPL-1.2
"""Choose the file, see what would come in, and only then keep it. Between the two pages nothing is
kept here: what was sent travels in the form, and is checked anew."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.journey.taken_along import NotTakenAlong, TakenAlongTooLarge, read
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.parts.journey.access import Own, own_file
from ruimbaan.parts.journey.take_along.coming import coming_parts
from ruimbaan.parts.journey.take_along.history import history_notes
from ruimbaan.parts.journey.take_along.keeping import keep
from ruimbaan.parts.journey.take_along.presentation import done_page, file_page, look_page
from ruimbaan.parts.journey.take_along.unpacking import text_of

FILE, TEXT, WHAT, HISTORY = "bestand", "tekst", "wat", "geschiedenis"
MOST_SENT = 2_400_000  # bytes of a whole form; beyond that no file is taken into memory at all


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@own_file
@sensitive_variables()
def take_in(request: HttpRequest, own: Own) -> HttpResponse:
    if request.method != "POST":
        return render(request, "journey/take_along/file.html", file_page())
    try:
        text = _sent(request)
        taken = read(text)
        parts, history = coming_parts(taken), history_notes(taken)
    except DomainError as error:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "journey/take_along/file.html", file_page(error), status=status)
    if request.POST.get("doe") != "ja":
        page = look_page(own, taken, parts, history, text)
        return render(request, "journey/take_along/look.html", page)
    chosen = set(request.POST.getlist(WHAT))
    wanted = tuple(part for part in parts if part.kind.section in chosen)
    with own.open(action=Action.CHANGE) as opening:
        kept = keep(opening, wanted, history if request.POST.get(HISTORY) == "ja" else (), own.now)
    return render(request, "journey/take_along/done.html", done_page(kept))


def _sent(request: HttpRequest) -> str:
    """Raises NotTakenAlong, TakenAlongTooLarge."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_SENT:
        raise TakenAlongTooLarge
    file = request.FILES.get(FILE)
    if file is not None:
        return text_of(file.read())
    if text := request.POST.get(TEXT, ""):
        return text.replace("\r\n", "\n")
    raise NotTakenAlong
