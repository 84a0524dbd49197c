# SPDX-License-Identifier: EUPL-1.2
"""Tells the access log which request it is and where it came from, without keeping an address.

The origin is a keyed hash of address and browser, with another key each month: rows of one device
can be laid side by side for a month, and nobody without the key can tell which device it was.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ruimbaan.parts.trust.log.context import Asked, asked

Handler = Callable[[HttpRequest], HttpResponse]
LENGTH = 24  # hexadecimal digits


class OriginForLog:
    """Reads no session and sets no header: a public page stays as it is."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with asked(Asked(uuid.uuid4().hex, lambda: origin_of(request, timezone.now()))):
            return self.get_response(request)


def origin_of(request: HttpRequest, at: datetime) -> str:
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:  # a proxy in front writes it last
        address = request.headers.get("X-Forwarded-For", address).rsplit(",", 1)[-1].strip()
    device = f"{address}\n{request.headers.get('User-Agent', '')}"
    salt = f"ruimbaan.access-log.origin.{at:%Y-%m}"
    return salted_hmac(salt, device, algorithm="sha256").hexdigest()[:LENGTH]
