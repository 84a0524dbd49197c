# SPDX-License-Identifier: EUPL-1.2
"""How often a form may be sent from one place. Where from is kept as a keyed digest that is another
one every day, for two days: it says "the same as before" and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from ruimbaan.parts.directory.joining.models import Attempt

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Form:
    """A form, and how often a day: from one place, and for the whole site."""

    name: str
    from_one: int
    from_all: int


LISTING = Form("listing", 20, 500)
REMARK = Form("remark", 20, 1_000)
LETTER = Form("letter", 4, 2_000)  # "from" is here the mail address it goes to


def may_send(form: Form, origin: str, at: datetime) -> bool:
    """Counts this time as well when it says yes."""
    Attempt.objects.filter(at__lt=at - 2 * DAY).delete()
    digest = _digest(origin, at)
    lately = Attempt.objects.filter(form=form.name, at__gt=at - DAY)
    if lately.count() >= form.from_all or lately.filter(origin=digest).count() >= form.from_one:
        return False
    Attempt.objects.create(form=form.name, origin=digest, at=at)
    return True


def _digest(origin: str, at: datetime) -> str:
    salt = f"ruimbaan.directory.joining.origin.{at.date()}"
    return salted_hmac(salt, origin.lower(), algorithm="sha256").hexdigest()[:40]
