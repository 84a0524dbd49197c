# SPDX-License-Identifier: EUPL-1.2
"""Where this site keeps the key that it signs with, and the keys of others that it knows."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from ruimbaan.integrations.rule_exchange import Signer, own_key, read_signers, trust


def key_of_this_site() -> Ed25519PrivateKey:
    return own_key(Path(settings.EXCHANGE) / "key")


def known_signers() -> tuple[Signer, ...]:
    return read_signers(_signers())


def trust_signer(signer: Signer) -> None:
    """Raises KeyNotRight."""
    _signers().parent.mkdir(parents=True, exist_ok=True)
    trust(_signers(), signer)


def _signers() -> Path:
    return Path(settings.EXCHANGE) / "signers"
