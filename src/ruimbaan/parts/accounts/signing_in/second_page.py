# SPDX-License-Identifier: EUPL-1.2
"""What the page of the second step asks, wherever it is shown."""

from __future__ import annotations

from django.urls import reverse

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import passkeys, second_step

SECOND = "signing_in/second.html"


def second_values(account: Account, *, wrong: bool = False) -> dict[str, object]:
    has_keys = bool(passkeys.list_keys(account))
    return {
        "app": second_step.has_app(account),
        "asked": passkeys.ask() if has_keys else None,
        "wrong": wrong,
        "action": reverse("signing_in:second"),
    }
