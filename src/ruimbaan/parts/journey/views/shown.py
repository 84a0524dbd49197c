# SPDX-License-Identifier: EUPL-1.2
"""The look of who something is shown to."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.journey.access import refused_is_not_found
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.shown import file_page, list_page
from ruimbaan.parts.journey.wording import OF_PURPOSE_PATH
from ruimbaan.parts.trust.services import open_file

PARTS = frozenset(OF_PART)


@require_safe
def with_me(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if actor.account is None:
        raise Http404
    return render(request, "journey/with_me.html", list_page(actor, timezone.now()))


@require_safe
@refused_is_not_found
def shown(request: HttpRequest, journey: UUID, purpose: str) -> HttpResponse:
    """The parts that may be seen now for this purpose. The owner has another page."""
    actor, now = actor_of(request), timezone.now()
    wanted = OF_PURPOSE_PATH.get(purpose)
    with open_file(actor, journey, PARTS, purpose=wanted, now=now) as opening:
        page = file_page(actor, opening, wanted, now)
    return render(request, "journey/shown.html", page)
