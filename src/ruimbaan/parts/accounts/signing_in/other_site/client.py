# SPDX-License-Identifier: EUPL-1.2
"""Asking the other site: where its pages are, what a code is worth, which keys it signs with."""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn
from urllib.parse import quote, urlencode, urlsplit

from ruimbaan.parts.accounts.signing_in.other_site.errors import OtherSiteError

SECONDS = 5  # for one answer
MOST_BYTES = 1_000_000
KEPT = 600  # seconds that what a site says of itself is not asked again
OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


class _NoDetours(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> NoReturn:
        raise OtherSiteError("it sends us elsewhere")


_OPENER = urllib.request.build_opener(_NoDetours, urllib.request.ProxyHandler({}))


def about(issuer: str) -> Mapping[str, Any]:
    """What the site says of itself. Raises OtherSiteError."""
    return _about(issuer, int(time.monotonic() // KEPT))


@lru_cache(maxsize=8)
def _about(issuer: str, period: int) -> Mapping[str, Any]:
    return _ask_about(issuer)


def _ask_about(issuer: str) -> Mapping[str, Any]:
    found = _ask(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != issuer:
        raise OtherSiteError("it says to be another")
    return found


def answers(issuer: str) -> bool:
    """Whether that site is there and is who it says, asked anew."""
    try:
        _ask_about(issuer)
    except OtherSiteError:
        return False
    return True


def keys(issuer: str) -> list[Mapping[str, str]]:
    return list(_ask(str(about(issuer)["jwks_uri"])).get("keys", []))


def id_token(issuer: str, client: str, secret: str, fields: Mapping[str, str]) -> str:
    """What this code is worth. `fields`: code, redirect_uri and code_verifier."""
    word = base64.b64encode(f"{quote(client, '')}:{quote(secret, '')}".encode()).decode()
    answer = _ask(
        str(about(issuer)["token_endpoint"]),
        urlencode({"grant_type": "authorization_code", **fields}).encode(),
        {"Authorization": f"Basic {word}"},
    )
    return str(answer.get("id_token", ""))


def _ask(
    url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in OWN_MACHINE:
        raise OtherSiteError("its address is not https")
    request = urllib.request.Request(url, body, {"Accept": "application/json", **(headers or {})})  # noqa: S310 - checked
    try:
        with _OPENER.open(request, timeout=SECONDS) as answer:
            found = json.loads(answer.read(MOST_BYTES))
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise OtherSiteError(f"no answer that we understand: {type(error).__name__}") from error
    if not isinstance(found, dict):
        raise OtherSiteError("its answer is no object")
    return found
