# SPDX-License-Identifier: EUPL-1.2
"""A line in the log of the site for whatever happens with signing in: when, what, how, which account
and from where. Never a name, a mail address, a code or a network address.

An account is its id: who may read the log and not the database learns nothing from it. Where from is
a keyed digest, with another key each month. A name that nobody has is told as a name that was wrong,
without an account, and without the name.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.ui.origin import where_from

logger = logging.getLogger("ruimbaan.signing_in")
LENGTH = 16  # hexadecimal digits


class Event(StrEnum):
    IN = "in"
    WRONG = "wrong"
    CLOSED = "closed"  # the right proof, for an account that is not to come in any more
    SECOND_ASKED = "second-asked"
    SECOND_RIGHT = "second-right"
    SECOND_WRONG = "second-wrong"
    TOO_MANY = "too-many"
    OUT = "out"
    OUT_ELSEWHERE = "out-elsewhere"  # other devices, from this one
    RAN_OUT = "ran-out"  # nothing was done for too long, or the day was over
    CHANGED = "changed"  # a way to sign in was made, changed or taken away


LOUD = frozenset({Event.WRONG, Event.CLOSED, Event.SECOND_WRONG, Event.TOO_MANY})


def tell(
    request: HttpRequest, event: Event, *, how: How | None = None, account: UUID | None = None
) -> None:
    logger.log(
        logging.WARNING if event in LOUD else logging.INFO,
        "event=%s how=%s account=%s from=%s at=%s",
        event,
        how or "-",
        account or "-",
        _origin(request),
        request.resolver_match.view_name if request.resolver_match else "-",
    )


def _origin(request: HttpRequest) -> str:
    salt = f"ruimbaan.sign-in.origin.{timezone.now():%Y-%m}"
    return salted_hmac(salt, where_from(request), algorithm="sha256").hexdigest()[:LENGTH]
