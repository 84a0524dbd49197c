# SPDX-License-Identifier: EUPL-1.2
"""Filling in the Routecheck as a browser does: read the form, choose, press a button."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from django.test import Client

Fields = dict[str, list[str]]
ON_THE_SOFA = {  # what somebody without a home answers
    "goals": "own-door monthly-money",
    "sleep": "sofa",
    "address": "none",
    "region": "grachtstad",
    "ties": "new-here",
    "money": "none",
    "age": "21-26",
    "insurance": "none",
    "debts": "none",
    "help_needed": "daily",
    "treatment": "sent-back-forth",
}


class _Forms(HTMLParser):
    """The forms of a page: where they go, what they hold, and which buttons they have."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, Form] = {}
        self.here: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            name = found.get("id", f"form-{len(self.forms)}")
            self.here = self.forms.setdefault(name, Form())
            self.here.action = found.get("action", "")
        owner = self.forms.get(found["form"]) if "form" in found else self.here
        if tag == "input" and owner is not None:
            kind = found.get("type", "text")
            if kind in {"hidden", "date", "text"} or "checked" in found:
                owner.filled.setdefault(found["name"], []).append(found.get("value", ""))
            if kind in {"radio", "checkbox"}:
                owner.choices.setdefault(found["name"], []).append(found["value"])
        if tag == "button" and owner is not None:
            owner.buttons.append(found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.here = None


@dataclass
class Form:
    action: str = ""
    filled: Fields = field(default_factory=dict)
    choices: Fields = field(default_factory=dict)
    buttons: list[dict[str, str]] = field(default_factory=list)


@dataclass
class Visitor:
    """Somebody at the Routecheck; `html` is the page in front of them."""

    client: Client
    html: str = field(default="", repr=False)
    status: int = 200
    path: str = ""

    def open(self, path: str = "/routecheck") -> Visitor:
        return self._took(path, self.client.get(path))

    @property
    def forms(self) -> dict[str, Form]:
        return _forms_of(self.html)

    @property
    def form(self) -> Form:
        """The form of the page itself: not the one that changes the language."""
        return next(form for name, form in self.forms.items() if name != "switch")

    @property
    def title(self) -> str:
        found = re.search(r"<h1>(.*?)</h1>", self.html, re.S)
        return unescape(" ".join(found[1].split())) if found else ""

    @property
    def words(self) -> str:
        return unescape(" ".join(re.sub(r"<[^>]*>", " ", self.html).split()))

    def press(self, value: str = "next", **chosen: str) -> Visitor:
        """Choose in the form, and press the button with this value (or this `formaction`)."""
        form = self.form
        fields = {name: list(values) for name, values in form.filled.items()}
        for name, values in chosen.items():
            key = name.replace("__", "-")
            fields[key] = values.split() if key.startswith("q-") else [values]
        button = next(
            one
            for one in form.buttons
            if one.get("value") == value or one.get("formaction") == value
        )
        if button.get("name"):
            fields[button["name"]] = [button["value"]]
        action = button.get("formaction") or form.action
        return self._took(action, self.client.post(action, fields))

    def switch_language(self) -> Visitor:
        form = self.forms["switch"]
        return self._took(form.action, self.client.post(form.action, form.filled))

    def send(self, path: str, **fields: str) -> Visitor:
        """A form that was not on the page: as somebody could make up."""
        return self._took(path, self.client.post(path, fields))

    def _took(self, path: str, response: object) -> Visitor:
        self.html = response.content.decode()  # type: ignore[attr-defined]
        self.status = response.status_code  # type: ignore[attr-defined]
        self.path = path
        return self

    @property
    def answers(self) -> str:
        """The field that travels."""
        return self.form.filled["answers"][0]


@lru_cache(maxsize=4)
def _forms_of(html: str) -> dict[str, Form]:
    parser = _Forms()
    parser.feed(html)
    return parser.forms


def walk(visitor: Visitor, **chosen: str) -> Visitor:
    """From the first page to the page with all answers, choosing what is asked for by question
    (`goals="own-door"`), skipping the rest."""
    visitor.open().press("next")
    while "Kloppen je antwoorden" not in visitor.title:
        fields = {
            name: chosen[name.removeprefix("q-").replace("-", "_")]
            for name in visitor.form.choices
            if name.removeprefix("q-").replace("-", "_") in chosen
        }
        days = {
            name: chosen[name.replace("-", "_")]
            for name in visitor.form.filled
            if name.startswith("day-") and name.replace("-", "_") in chosen
        }
        go = "next" if fields else "skip"
        visitor.press(
            go, **{name.replace("-", "__"): value for name, value in (fields | days).items()}
        )
        assert visitor.status == 200, visitor.words
    return visitor
