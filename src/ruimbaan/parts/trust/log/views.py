# SPDX-License-Identifier: EUPL-1.2
"""The last anchors, for another instance to keep. They say nothing about anybody."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from ruimbaan.parts.trust.log.anchoring import every_anchor, last_anchor
from ruimbaan.parts.trust.log.connecting import reading

SHOWN = 300  # anchors: a day and more


@require_safe
def anchors(request: HttpRequest) -> JsonResponse:
    connection = reading()
    last = last_anchor(connection)
    found = every_anchor(connection, after=max(0, last.nr - SHOWN)) if last else ()
    return JsonResponse({"anchors": [anchor.line for anchor in found]})
