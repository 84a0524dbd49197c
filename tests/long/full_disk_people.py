# SPDX-License-Identifier: EUPL-1.2
"""People who write and look on while the disk is full: each sends the form again that came back with
the words in it, as a person would."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from uuid import uuid4

from tests.long.page_writer import AWAY, FORM, PAGE, TOKEN, Answer, Browser

PUBLIC = "/"
KIND = "We zijn er zo weer"
PAUSE = 0.02  # seconds between two questions of one person


@dataclass
class Told:
    """What the site answered, to all of them together."""

    kept: list[str] = field(default_factory=list)
    refused: int = 0  # forms that came back whole, with 503
    looked: int = 0  # pages of the file that were shown
    not_shown: int = 0  # pages of the file that were not, with 503
    public: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    in_a_row: int = 0  # forms that came back since the last one that was kept

    def is_refusal(self, answer: Answer) -> bool:
        """A 503 as it is meant; anything else is wrong."""
        if answer.status == HTTPStatus.SERVICE_UNAVAILABLE and KIND in answer.page and answer.again:
            return True
        self.wrong[str(answer.status)] += 1
        return False


class _Person(threading.Thread):
    def __init__(self, browser: Browser, told: Told, stopping: threading.Event) -> None:
        super().__init__(daemon=True)
        self._browser, self._told, self._stopping = browser, told, stopping

    def run(self) -> None:
        while not self._stopping.wait(PAUSE):
            try:
                self._do()
            except AWAY as error:
                self._told.wrong[type(error).__name__] += 1
                self._browser.close()

    def _do(self) -> None:
        raise NotImplementedError


class Writer(_Person):
    def __init__(self, browser: Browser, told: Told, stopping: threading.Event) -> None:
        super().__init__(browser, told, stopping)
        self._token = ""
        self._begin_another()

    def _begin_another(self) -> None:
        self._words, self._form = f"wens {uuid4()}", str(uuid4())

    def _do(self) -> None:
        if not self._token:
            self._open_the_form()
            return
        values = {"csrfmiddlewaretoken": self._token, "form": self._form, "words": self._words}
        answer = self._browser.ask(FORM, values)
        if answer.status == HTTPStatus.FOUND:
            self._told.kept.append(self._words)
            self._told.in_a_row = 0
            self._begin_another()
        elif self._told.is_refusal(answer):
            self._told.refused += 1
            self._told.in_a_row += 1
            self._send_again_from(answer.page)

    def _open_the_form(self) -> None:
        answer = self._browser.ask(FORM)
        token = TOKEN.search(answer.page)
        if answer.status == HTTPStatus.OK and token is not None:
            self._token = token[1]
        elif self._told.is_refusal(answer):
            self._told.not_shown += 1

    def _send_again_from(self, page: str) -> None:
        token = TOKEN.search(page)
        whole = token and escape(self._words) in page and f'value="{self._form}"' in page
        if token is None or not whole:
            self._told.wrong["words lost"] += 1
            return
        self._token = token[1]


class Reader(_Person):
    """Looks in the file, and at a page of the site that needs no file."""

    def _do(self) -> None:
        answer = self._browser.ask(PAGE)
        if answer.status == HTTPStatus.OK:
            self._told.looked += 1
        elif self._told.is_refusal(answer):
            self._told.not_shown += 1
        if self._browser.ask(PUBLIC).status == HTTPStatus.OK:
            self._told.public += 1
        else:
            self._told.wrong["public page"] += 1
