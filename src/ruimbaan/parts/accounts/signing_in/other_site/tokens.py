# SPDX-License-Identifier: EUPL-1.2
"""Reading the signed word of another site: who it is. Nothing in it counts before all is checked."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from ruimbaan.parts.accounts.signing_in.other_site.errors import OtherSiteError

LEEWAY = 60  # seconds that the clocks of two sites may differ
HALF = 32  # bytes of each number in a signature on P-256
Claims = Mapping[str, Any]


def read(
    token: str,
    keys: Sequence[Mapping[str, str]],
    *,
    issuer: str,
    client: str,
    nonce: str,
    now: datetime,
) -> Claims:
    """The claims of this ID token. Raises OtherSiteError when anything about it is not in order."""
    try:
        head, body, signature = token.split(".")
        header = json.loads(_bytes(head))
        _check_signature(f"{head}.{body}".encode(), _bytes(signature), header, keys)
        claims = json.loads(_bytes(body))
        _check_claims(claims, issuer, client, nonce, now.timestamp())
    except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature) as error:
        raise OtherSiteError(f"ID token not in order: {type(error).__name__}") from error
    return dict(claims)


def _check_signature(
    signed: bytes, signature: bytes, header: Claims, keys: Sequence[Mapping[str, str]]
) -> None:
    """Only two algorithms, each with its own kind of key: the token does not choose how it is
    checked."""
    key = next((key for key in keys if key.get("kid") == header.get("kid")), {})
    if header["alg"] == "RS256" and key["kty"] == "RSA":
        public = rsa.RSAPublicNumbers(_number(key["e"]), _number(key["n"])).public_key()
        public.verify(signature, signed, padding.PKCS1v15(), SHA256())
    elif header["alg"] == "ES256" and key["crv"] == "P-256" and len(signature) == 2 * HALF:
        point = ec.EllipticCurvePublicNumbers(_number(key["x"]), _number(key["y"]), ec.SECP256R1())
        first, second = (
            int.from_bytes(part, "big") for part in (signature[:HALF], signature[HALF:])
        )
        rewritten = encode_dss_signature(first, second)
        point.public_key().verify(rewritten, signed, ec.ECDSA(SHA256()))
    else:
        raise ValueError("alg")


def _check_claims(claims: Claims, issuer: str, client: str, nonce: str, now: float) -> None:
    audience = [claims["aud"]] if isinstance(claims["aud"], str) else claims["aud"]
    in_order = (
        claims["iss"] == issuer
        and client in audience
        and (len(audience) == 1 or claims["azp"] == client)
        and claims["nonce"] == nonce
        and now < float(claims["exp"]) + LEEWAY
        and float(claims["iat"]) - LEEWAY <= now
        and isinstance(claims["sub"], str)
        and 0 < len(claims["sub"]) <= 255
    )
    if not in_order:
        raise ValueError("claims")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _number(text: str) -> int:
    return int.from_bytes(_bytes(text), "big")
