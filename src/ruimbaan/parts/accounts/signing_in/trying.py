# SPDX-License-Identifier: EUPL-1.2
"""How often somebody may try: per name and per network address, over all processes together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from ruimbaan.parts.accounts.signing_in.models import Tries
from ruimbaan.ui.origin import where_from


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many within any stretch of so many seconds."""

    name: str
    most: int
    seconds: int


ACCOUNT = Limit("account", 5, 60)
ORIGIN = Limit("origin", 30, 60)
LETTER = Limit("letter", 3, 600)
FORGET = timedelta(hours=1)


def wait(request: HttpRequest, name: str, now: datetime) -> int:
    """Seconds to wait before trying for this name from this place; 0: it may be done now, and
    counts. A name that does not exist is counted as well."""
    from_here = count(ORIGIN, where_from(request), now)
    return from_here or (count(ACCOUNT, name.strip().casefold(), now) if name.strip() else 0)


@transaction.atomic
def count(limit: Limit, what: str, now: datetime) -> int:
    """Seconds to wait; 0 when there is room, and then this time is counted."""
    digest = salted_hmac(f"ruimbaan.tries.{limit.name}", what, algorithm="sha256").hexdigest()
    Tries.objects.filter(latest__lt=now - FORGET).delete()
    Tries.objects.get_or_create(what=digest, defaults={"latest": now})
    row = Tries.objects.select_for_update().get(what=digest)
    moment = now.timestamp()
    lately: list[float] = [earlier for earlier in row.moments if earlier > moment - limit.seconds]
    if len(lately) >= limit.most:
        return max(1, ceil(lately[-limit.most] + limit.seconds - moment))
    row.moments = [*lately, moment]
    row.latest = now
    row.save()
    return 0
