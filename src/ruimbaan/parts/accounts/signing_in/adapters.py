# SPDX-License-Identifier: EUPL-1.2
"""What allauth asks us about second steps."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import sealed


class SecondSteps(DefaultMFAAdapter):  # type: ignore[misc]
    """Nothing of an account goes to a device but a number and how it is called."""

    def encrypt(self, text: str) -> str:
        return sealed.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealed.unseal(encrypted_text)

    def get_public_key_credential_user_entity(self, user: Account) -> dict[str, Any]:
        called = user.get_short_name()
        return {"id": user.pk.hex.encode("ascii"), "display_name": called, "name": called}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        host = context.request.get_host().rsplit(":", 1)[0]
        return {"id": host, "name": "Ruimbaan"}
