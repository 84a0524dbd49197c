# SPDX-License-Identifier: EUPL-1.2
"""OpenID Connect Core 1.0 against a real provider on this machine: what we ask, in which words, and
which signed word we believe. What people then see stands in tests/parts/test_signing_in_other_site."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import RequestFactory

from ruimbaan.parts.accounts.signing_in.other_site import client, tokens
from ruimbaan.parts.accounts.signing_in.other_site.errors import OtherSiteError
from ruimbaan.parts.accounts.signing_in.views.other_site import go
from ruimbaan.project.signing_in import OtherSite
from tests.other_site import CLIENT, SECRET, Provider, running, text

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
VERIFIER = "a" * 43  # the shortest that RFC 7636 allows
GOOD: dict[str, Any] = {
    "iss": "https://werk.example",
    "aud": CLIENT,
    "nonce": "n",
    "exp": int(NOW.timestamp()) + 60,
    "iat": int(NOW.timestamp()),
    "sub": "7",
}
CURVE = ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running() as provider:
        yield provider


@pytest.fixture
def asked(provider: Provider, settings: Any) -> dict[str, str]:
    """What the browser takes along to the page of the provider."""
    settings.OIDC = OtherSite(provider.issuer, CLIENT, SECRET, "gemeente Waalstad")
    location = go(RequestFactory().get("/inloggen/werk"))["Location"]
    assert location.startswith(f"{provider.issuer}/page?")
    return {name: value[0] for name, value in parse_qs(urlsplit(location).query).items()}


def test_the_question_is_that_of_the_code_flow(asked: dict[str, str]):
    """Core 3.1.2.1: what must be there, once, with a state and a nonce of chance."""
    assert asked["response_type"] == "code"
    assert "openid" in asked["scope"].split()
    assert asked["client_id"] == CLIENT
    assert urlsplit(asked["redirect_uri"]).path == "/inloggen/werk/terug"
    assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3
    assert min(len(asked[name]) for name in ("state", "nonce")) >= 32


def test_the_code_is_bound_to_who_asked(asked: dict[str, str]):
    """RFC 7636, section 4.2: the method is S256 and the challenge has the length of a SHA-256."""
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["code_challenge"]) == 43


def code_of(provider: Provider) -> str:
    challenge = text(hashlib.sha256(VERIFIER.encode()).digest())
    page = provider.page(
        {"state": "s", "nonce": "n", "redirect_uri": "https://x", "code_challenge": challenge}
    )
    return parse_qs(urlsplit(page).query)["code"][0]


def fields(code: str, verifier: str = VERIFIER) -> dict[str, str]:
    return {"code": code, "redirect_uri": "https://x", "code_verifier": verifier}


def test_a_code_is_worth_a_word_that_we_can_check(provider: Provider):
    """Core 3.1.3: by name and secret in the header (RFC 6749, 2.3.1), signed with a published key."""
    token = client.id_token(provider.issuer, CLIENT, SECRET, fields(code_of(provider)))

    claims = tokens.read(
        token,
        client.keys(provider.issuer),
        issuer=provider.issuer,
        client=CLIENT,
        nonce="n",
        now=datetime.now(UTC),
    )
    assert claims["sub"] == "7"


@pytest.mark.parametrize("wrong", ["verifier", "secret", "twice"])
def test_another_verifier_another_secret_and_a_used_code_are_worth_nothing(
    provider: Provider, wrong: str
):
    code = code_of(provider)
    if wrong == "twice":
        client.id_token(provider.issuer, CLIENT, SECRET, fields(code))

    with pytest.raises(OtherSiteError):
        client.id_token(
            provider.issuer,
            CLIENT,
            "another" if wrong == "secret" else SECRET,
            fields(code, "b" * 43 if wrong == "verifier" else VERIFIER),
        )


def test_a_provider_that_says_to_be_another_is_not_believed(provider: Provider):
    """Discovery 4.3: the issuer must be exactly the one that was asked."""
    assert client.answers(provider.issuer)
    assert not client.answers(f"{provider.issuer}/")


def number(value: int) -> str:
    return text(value.to_bytes(32, "big"))


def signed(claims: dict[str, Any], key: ec.EllipticCurvePrivateKey = CURVE) -> str:
    """A word with ES256, as RFC 7518, section 3.4 writes it: two numbers side by side."""
    head = {"alg": "ES256", "kid": "two"}
    body = ".".join(text(json.dumps(part).encode()) for part in (head, claims))
    first, second = decode_dss_signature(key.sign(body.encode(), ec.ECDSA(SHA256())))
    return f"{body}.{text(first.to_bytes(32, 'big') + second.to_bytes(32, 'big'))}"


def read(token: str) -> Any:
    public = CURVE.public_key().public_numbers()
    key = {
        "kid": "two",
        "kty": "EC",
        "crv": "P-256",
        "x": number(public.x),
        "y": number(public.y),
    }
    return tokens.read(
        token, [key], issuer="https://werk.example", client=CLIENT, nonce="n", now=NOW
    )


def test_a_word_on_a_curve_is_read_too():
    assert read(signed(GOOD)) == GOOD
    assert read(signed({**GOOD, "aud": [CLIENT, "x"], "azp": CLIENT}))["azp"] == CLIENT


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": [CLIENT, "x"]},  # Core 3.1.3.7: with more, azp must be there
        {"aud": [CLIENT, "x"], "azp": "x"},
        {"aud": []},
        {"nonce": ""},
        {"exp": GOOD["iat"] - 61},
        {"iat": GOOD["iat"] + 61},
        {"sub": "x" * 256},
    ],
)
def test_each_claim_is_checked(wrong: dict[str, Any]):
    with pytest.raises(OtherSiteError):
        read(signed({**GOOD, **wrong}))


def test_a_word_of_another_key_or_in_another_shape_is_not_believed():
    with pytest.raises(OtherSiteError):
        read(signed(GOOD, ec.generate_private_key(ec.SECP256R1())))
    head, body, _ = signed(GOOD).split(".")
    for broken in (f"{head}.{body}.", f"{head}.{body}", "", base64.b64encode(b"x").decode()):
        with pytest.raises(OtherSiteError):
            read(broken)
