# SPDX-License-Identifier: EUPL-1.2
"""One of the demo's people in a browser of its own, with the forms as they stand on the page."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.accounts import demo

CODE = re.compile(r"\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}\b")
PERSONAS = demo.BY_NAME


@pytest.fixture
def people() -> None:
    demo.prepare(timezone.now())


def be(name: str) -> Client:
    """A browser of its own, signed in as one of the demo's people. Forms need their token."""
    client = Client(enforce_csrf_checks=True)
    response = client.post("/inloggen/voorbeeld", {"wie": name})
    assert response.status_code == 303, response
    return client


def read(response: Any, status: int = 200) -> str:
    assert response.status_code == status, (response.status_code, response.content[:600])
    return unescape(response.content.decode())


def send(client: Client, path: str, data: dict[str, str], status: int = 303) -> Any:
    """With the token that stands on the page."""
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', read(client.get(path)))
    response = client.post(path, data | {"csrfmiddlewaretoken": token[1] if token else ""})
    assert response.status_code == status, (response.status_code, response.content[:600])
    return response


def code_on(response: Any) -> str:
    found = CODE.search(read(response))
    assert found, response.content[:600]
    return found[0]
