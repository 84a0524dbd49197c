# SPDX-License-Identifier: EUPL-1.2
"""A parcel as a signed file: the same parcel and key give the same bytes."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ruimbaan.core.advice.exchange.checking import check
from ruimbaan.core.advice.exchange.errors import NothingToTell
from ruimbaan.core.advice.exchange.items import Parcel
from ruimbaan.core.advice.exchange.plain import as_plain
from ruimbaan.integrations.rule_exchange.signing import written_key

FOR = b"ruimbaan exchange of rules, format 1\n"  # a signature for this and for nothing else


def write_file(parcel: Parcel, key: Ed25519PrivateKey) -> bytes:
    """Raises NothingToTell, LooksPersonal and FigureTooSmall."""
    if not parcel:
        raise NothingToTell
    check(parcel)
    told = {**as_plain(parcel), "key": written_key(key)}
    signature = base64.b64encode(key.sign(to_sign(told))).decode()
    whole = {**told, "signature": signature}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def to_sign(told: Mapping[str, object]) -> bytes:
    """All but the signature, in the one way in which it can be written."""
    kept = {name: one for name, one in told.items() if name != "signature"}
    written = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return FOR + written.encode()
