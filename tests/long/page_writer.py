# SPDX-License-Identifier: EUPL-1.2
"""Somebody signed in who goes on sending wishes, also when the site is away for a moment."""

from __future__ import annotations

import http.client
import re
import threading
import time
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


class PageWriter(threading.Thread):
    def __init__(
        self, port: int, session: str, answers: Answers, stopping: threading.Event
    ) -> None:
        super().__init__(daemon=True)
        self._port, self._answers, self._stopping = port, answers, stopping
        self._cookies = {SESSION: session}

    def sees_a_page(self) -> bool:
        try:
            connection = self._connection()
            status, _ = self._ask(connection, "GET", PAGE)
            connection.close()
        except AWAY:
            return False
        return status == HTTPStatus.OK

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
            connection = self._connection()
            status, page = self._ask(connection, "GET", FORM)
            token = TOKEN.search(page)
            if status == HTTPStatus.OK and token is not None:
                values = {"csrfmiddlewaretoken": token[1], "form": form, "words": words}
                status, _ = self._ask(connection, "POST", FORM, urlencode(values))
            connection.close()
        except AWAY:
            return False
        self._answers.server_errors += status >= HTTPStatus.INTERNAL_SERVER_ERROR
        if status != HTTPStatus.FOUND:
            return False
        self._answers.kept.append(words)
        return True

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)

    def _ask(
        self, connection: http.client.HTTPConnection, method: str, path: str, body: str = ""
    ) -> tuple[int, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "X-Forwarded-Proto": "https",
            "Referer": f"https://127.0.0.1:{self._port}{path}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection.request(method, path, body or None, headers)
        response = connection.getresponse()
        page = response.read().decode()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie" and value.startswith(f"{FORM_TOKEN}="):
                self._cookies[FORM_TOKEN] = value.partition("=")[2].partition(";")[0]
        return response.status, page
