# SPDX-License-Identifier: EUPL-1.2
"""Checking what somebody knows or holds. An unknown account costs as much time as a wrong secret."""

from __future__ import annotations

from uuid import uuid4

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import paper
from ruimbaan.parts.accounts.signing_in.hashing import matches
from ruimbaan.parts.accounts.signing_in.models import PaperCode


def by_password(name: str, password: str) -> Account | None:
    """`name` is a code name or a mail address."""
    account = find(name)
    right = matches(password, account.password if account else None)
    return account if right and account and account.is_active else None


def by_paper(name: str, code: str) -> Account | None:
    account = find(name)
    record = PaperCode.objects.filter(account=account.pk if account else uuid4()).first()
    right = matches(paper.plain(code), record.hashed if record else None)
    return account if right and account and account.is_active else None


def find(name: str) -> Account | None:
    """Whose code name or mail address this is. A character that no name has finds nobody."""
    name = name.strip()
    if not name.isprintable():
        return None
    field = "email" if "@" in name else "code_name__iexact"
    return Account.objects.filter(**{field: name.lower()}).first()
