# SPDX-License-Identifier: EUPL-1.2
"""Answering requests. Who answers reads the question, and no file and no account."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.rights.presentation import shown
from ruimbaan.parts.trust.rights.wording import OUTCOME
from ruimbaan.ui.reader import explained, in_words


@require_safe
def requests_page(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    found = [shown(one, today, to_asker=False) for one in requests.all_open()]
    return render(request, "rights/requests.html", {"found": found})


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def answer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    found, error = requests.find(request_id), ""
    if found is None:
        raise Http404
    if request.method == "POST":
        typed = request.POST
        try:
            requests.reply(
                request_id, typed.get("uitkomst", ""), typed.get("antwoord", ""), timezone.now()
            )
            return redirect("rights:requests")
        except DomainError as refused:
            error = explained(refused)
    chosen = request.POST.get("uitkomst", "")
    context = {
        "one": shown(found, timezone.localdate(), to_asker=False),
        "outcomes": [
            {"value": value.value, "text": in_words(text), "chosen": value.value == chosen}
            for value, text in OUTCOME.items()
        ],
        "text": request.POST.get("antwoord", ""),
        "most": requests.MOST_SIGNS,
        "error": error,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "rights/answer.html", context, status=status)
