# SPDX-License-Identifier: EUPL-1.2
"""Somebody signed in who goes on sending wishes, also when the site is away for a moment."""

from __future__ import annotations

import http.client
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode
from uuid import uuid4

PAGE = "/mijn/wensen"
FORM = f"{PAGE}/nieuw"
SESSION, FORM_TOKEN = "__Host-sessionid", "__Host-csrftoken"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
AWAY = (OSError, http.client.HTTPException)
TIMEOUT = 20  # seconds


@dataclass
class Answers:
    """What the site answered to all writers together."""

    kept: list[str] = field(default_factory=list)
    again: int = 0  # wishes that were sent more than once
    server_errors: int = 0

    @property
    def count(self) -> int:
        return len(self.kept)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    page: str
    again: str  # after how many seconds one may come back, as the site says it


class Browser:
    """Somebody who is signed in, over a connection of its own. AWAY when the site is."""

    def __init__(self, port: int, session: str) -> None:
        self._port, self._cookies = port, {SESSION: session}
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)

    def ask(self, path: str, form: Mapping[str, str] | None = None) -> Answer:
        """The page at this path, or what it answers to this form."""
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "X-Forwarded-Proto": "https",
            "Referer": f"https://127.0.0.1:{self._port}{path}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        method, body = ("POST", urlencode(form)) if form else ("GET", None)
        self._connection.request(method, path, body, headers)
        with self._connection.getresponse() as response:
            page = response.read().decode()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie" and value.startswith(f"{FORM_TOKEN}="):
                self._cookies[FORM_TOKEN] = value.partition("=")[2].partition(";")[0]
        return Answer(response.status, page, response.headers.get("Retry-After", ""))

    def sees_a_page(self) -> bool:
        """Whether the site is there: it gives the form of a wish to who is signed in."""
        try:
            answer = self.ask(FORM)
        except AWAY:
            return False
        finally:
            self.close()
        return answer.status == HTTPStatus.OK

    def close(self) -> None:
        """A next question connects again."""
        self._connection.close()


class PageWriter(threading.Thread):
    def __init__(
        self, port: int, session: str, answers: Answers, stopping: threading.Event
    ) -> None:
        super().__init__(daemon=True)
        self._browser, self._answers, self._stopping = Browser(port, session), answers, stopping

    def run(self) -> None:
        while not self._stopping.is_set():
            words, form, tries = f"wens {uuid4()}", str(uuid4()), 1
            while not self._stopping.is_set() and not self._send(words, form):
                time.sleep(0.02)
                tries += 1
            self._answers.again += tries > 1

    def _send(self, words: str, form: str) -> bool:
        """Whether it was answered that this is kept. Otherwise the same form is sent again."""
        try:
            answer = self._browser.ask(FORM)
            token = TOKEN.search(answer.page)
            if answer.status == HTTPStatus.OK and token is not None:
                values = {"csrfmiddlewaretoken": token[1], "form": form, "words": words}
                answer = self._browser.ask(FORM, values)
        except AWAY:
            return False
        finally:
            self._browser.close()
        self._answers.server_errors += answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        if answer.status != HTTPStatus.FOUND:
            return False
        self._answers.kept.append(words)
        return True
