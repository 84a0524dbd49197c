# SPDX-License-Identifier: EUPL-1.2
"""Beginning on the screen of the worker, once for each page that was shown.

Whoever presses twice sees only the second answer. So for a short while the code in that page leads to
what it began, sealed as any draft is; after that nothing does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from ruimbaan.parts.accounts.services import NewAccount, new_paper_code
from ruimbaan.parts.journey.starting import drafts
from ruimbaan.parts.journey.starting.filled import Filled, begin_with

PRESSED = "een-keer"  # the name in the form of the code that is made anew for each page
LASTS = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Paper:
    """With this the person signs in."""

    code_name: str
    code: str


def begin_once(code: str, filled: Filled, at: datetime) -> Paper:
    """Pressing again, also at the same moment, is the same beginning with a new code on paper: the
    first one reached no screen."""
    if not drafts.is_code(code):
        return _paper(begin_with(filled, at), at)
    drafts.forget_ended(at)
    try:
        with transaction.atomic():
            return _again(code, at) or _first(code, filled, at)
    except IntegrityError:  # the same page at the same moment: that one was first
        if (paper := _again(code, at)) is None:
            raise
        return paper


@transaction.atomic
def _first(code: str, filled: Filled, at: datetime) -> Paper:
    account = begin_with(filled, at)
    drafts.keep_under(code, str(account.id), at + LASTS)
    return _paper(account, at)


def _again(code: str, at: datetime) -> Paper | None:
    begun = drafts.find(code, at)
    account = NewAccount.objects.filter(id=begun).first() if begun else None
    return _paper(account, at) if account else None


def _paper(account: NewAccount, at: datetime) -> Paper:
    return Paper(account.code_name, new_paper_code(account, at))
