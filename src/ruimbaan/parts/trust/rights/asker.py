# SPDX-License-Identifier: EUPL-1.2
"""Who uses a right: always an account, seldom somebody with a file too."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from ruimbaan.parts.accounts.queries import actor_of


def account_of(request: HttpRequest) -> UUID:
    account = actor_of(request).account
    if account is None:
        raise Http404
    return account
