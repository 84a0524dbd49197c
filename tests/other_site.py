# SPDX-License-Identifier: EUPL-1.2
"""A small real OpenID provider: it signs, wants its secret, and checks PKCE. Everybody who comes to
its page is `claims`. Each fault can be made on purpose."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

CLIENT, SECRET = "ruimbaan", "een geheim: met tekens"
KEY = rsa.generate_private_key(65537, 2048)


def text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def number(value: int) -> str:
    return text(value.to_bytes((value.bit_length() + 7) // 8, "big"))


@dataclass
class Provider:
    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    signs_with: rsa.RSAPrivateKey = KEY
    header: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def answer(self, path: str, asked: dict[str, str], word: str) -> tuple[int, dict[str, Any]]:
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/page",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
            }
        if path == "/keys":
            public = KEY.public_key().public_numbers()
            return 200, {
                "keys": [{"kid": "one", "kty": "RSA", "n": number(public.n), "e": number(public.e)}]
            }
        return self._token(asked, word) if path == "/token" else (404, {})

    def page(self, asked: dict[str, str]) -> str:
        """Where the browser is sent after somebody signed in there."""
        code = text(hashlib.sha256(asked["state"].encode()).digest())
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def _token(self, asked: dict[str, str], word: str) -> tuple[int, dict[str, Any]]:
        before = self.codes.pop(asked.get("code", ""), None)
        name, secret = base64.b64decode(word.removeprefix("Basic ")).decode().split(":", 1)
        verifier = hashlib.sha256(asked["code_verifier"].encode()).digest()
        known = (name, secret) == (CLIENT, "een%20geheim%3A%20met%20tekens")
        if not (before and known and before["code_challenge"] == text(verifier)):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "exp": now + 300,
            "iat": now,
            "nonce": before["nonce"],
            "sub": "7",
            **self.claims,
        }
        head = {"alg": "RS256", "kid": "one", **self.header}
        signed = ".".join(text(json.dumps(part).encode()) for part in (head, claims))
        signature = self.signs_with.sign(signed.encode(), padding.PKCS1v15(), SHA256())
        return 200, {"id_token": f"{signed}.{text(signature)}"}


@contextmanager
def running() -> Iterator[Provider]:
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.path == "/page":
                self.send_response(302)
                self.send_header("Location", provider.page(asked))
                self.end_headers()
            else:
                self._say(*provider.answer(parts.path, asked, ""))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(*provider.answer(self.path, asked, self.headers.get("Authorization", "")))

        def _say(self, status: int, content: dict[str, Any]) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

        def log_message(self, *args: object) -> None:
            """Says nothing in the output of the tests."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        provider.issuer = f"http://127.0.0.1:{server.server_port}"
        yield provider
        server.shutdown()
