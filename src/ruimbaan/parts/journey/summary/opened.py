# SPDX-License-Identifier: EUPL-1.2
"""Who got the link opens it with the code that was said to them. No account, no cookie: each look
asks for the code anew, and each is in the person's log."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ruimbaan.core.trust.file_parts import SHAREABLE
from ruimbaan.parts.accounts.queries import name_of
from ruimbaan.parts.journey.access import refused_is_not_found
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.saying import capital, day, last_day
from ruimbaan.parts.journey.presentation.voices import purpose_of
from ruimbaan.parts.journey.services import shown_parts
from ruimbaan.parts.trust.queries import Link, LinkKind, find_link, owner_of
from ruimbaan.parts.trust.services import CodeNotRight, check_code, open_file
from ruimbaan.ui.private_form import private_form

CODE = "code"


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
@refused_is_not_found
@sensitive_variables()
def opened(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    link = find_link(token, LinkKind.SUMMARY, now)
    if link is None:
        raise Http404
    if request.method != "POST":
        return render(request, "journey/summary/code.html")
    try:
        check_code(link, request.POST.get(CODE, ""), now)
    except CodeNotRight as error:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "journey/summary/code.html", {"error": told(error)}, status=status)
    return render(request, "journey/summary/opened.html", _page(link, now))


def _page(link: Link, now: datetime) -> dict[str, object]:
    today = timezone.localdate(now)
    owner = owner_of(link.journey)
    who = name_of(owner) if owner else ""
    with open_file(link.actor, link.journey, SHAREABLE, purpose=link.purpose, now=now) as opening:
        shown = shown_parts(opening, today, who)
    return {
        "who": capital(who),
        "purpose": purpose_of(link.purpose, who),
        "until": day(last_day(link.ends), today),
        "shown": shown,
    }
