# SPDX-License-Identifier: EUPL-1.2
"""An initiative that lists itself, page after page, as a browser without script does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import EmailMessage, Message
from html import unescape
from typing import Any

from django.test import Client

ADDRESS = "tafel@example.org"
TOLD: dict[str, dict[str, Any]] = {
    "what": {"name": "De Lange Tafel", "what": "Elke week koken en eten we samen.", "kind": "meet"},
    "who": {"gate": "inloop", "free": "yes", "extras": ["with_children"]},
    "where": {"place": "fixed", "street": "Kade 3", "postcode": "1234ab", "town": "Waalstad"},
    "when": {"days": ["TU", "SA"], "opens_at": "17:00", "closes_at": "20.30"},
    "reach": {"phone": "06 12345678", "email": ADDRESS},
    "partners": {"works_with": ["W34"]},
    "wishes": {"wants_to_work_with": ["W04"]},
    "address": {"address": ADDRESS},
}
URL = "/steun/waalstad/meedoen"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
LINK = re.compile(r"\S+/steun/link\?sleutel=\S+")
UPKEEP, LIST = "upkeep", "list"


@dataclass
class Form:
    """What is on the screen now, and what was answered."""

    client: Client
    url: str = URL
    html: str = ""
    status: int = 200
    statuses: list[int] = field(default_factory=list)

    def open(self) -> Form:
        return self._shows(self.client.get(self.url))

    @property
    def hidden(self) -> dict[str, str]:
        inside = self.html.split('class="rb-ask-page')[1]
        return {name: unescape(value) for name, value in HIDDEN.findall(inside)}

    def send(self, go: str = "next", **fields: Any) -> Form:
        return self._shows(self.client.post(self.url, {**self.hidden, "go": go, **fields}))

    def fill(self, **changes: dict[str, Any]) -> Form:
        """From the first page to the page with all answers."""
        self.open()
        for page, fields in (TOLD | changes).items():
            assert self.hidden["page"] == page, self.html
            self.send(**fields)
        return self

    @property
    def title(self) -> str:
        found = re.search(r"<h1>(.*?)</h1>", self.html, re.S)
        return unescape(found[1]).strip() if found else ""

    def _shows(self, response: Any) -> Form:
        self.status, self.html = response.status_code, response.content.decode()
        self.statuses.append(self.status)
        self.location = response.headers.get("Location", "")
        return self


def link_in(message: Message | EmailMessage | Any) -> str:
    """The path of the one link in a letter."""
    body = message.body if hasattr(message, "body") else text_of(message)
    (found,) = LINK.findall(str(body))
    path = str(found)
    return path[path.index("/", len("https://")) :]


def text_of(message: Message) -> str:
    (plain,) = [part for part in message.walk() if part.get_content_type() == "text/plain"]
    payload = plain.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def press(client: Client, path: str, button: str) -> Any:
    """Open the page of a link and press a button on it."""
    page = client.get(path).content.decode()
    assert f'value="{button}"' in page, page
    key = path.partition("sleutel=")[2]
    return client.post("/steun/link", {"sleutel": key, "doe": button})
