# SPDX-License-Identifier: EUPL-1.2
"""The stage of a story: a site whose clock moves, and people with a phone who read and press what
stands on it. What somebody wrote is a mark; after each scene it is looked up who finds it where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from urllib.request import Request, urlopen

from playwright.sync_api import APIResponse, Browser, Locator, Page, expect

from tests.e2e.by_hand import PHONE, complaints
from tests.e2e.conftest import Watched

CLOCK = "/klok"
PATIENCE = 60_000  # ms: a slow machine is no failure
GIVEN = re.compile(r'<a\b[^>]*\bhref="(/gedeeld/[^"]*|/werk/overdracht/[^"]*)"')


@dataclass
class Reader:
    """Somebody with a phone of one's own. `door` signs in; somebody without one only has links."""

    name: str
    watched: Watched
    door: Callable[[Reader], None] | None = None
    lists: tuple[str, ...] = ()  # pages on which all that others gave is found
    known_as: str = ""  # how others know this one on the site
    is_in: bool = False
    was_in: bool = False  # on an earlier day
    taps: int = 0
    kept: dict[str, None] = field(default_factory=dict)  # addresses found earlier

    @property
    def page(self) -> Page:
        return self.watched.page

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    @property
    def words(self) -> str:
        """All that stands on the page, also what is folded, and what stands in a field."""
        return str(
            self.page.locator("body").evaluate(
                "body => [body.textContent, "
                "...[...body.querySelectorAll('input:not([type=hidden]), textarea')]"
                ".map(one => one.value)].join(' ').replace(/\\s+/g, ' ')"
            )
        )

    def opens(self, path: str) -> Reader:
        """Signs in first, as after every day that passed."""
        before = self.page.url
        self.comes_in()
        if before == self.page.url or self.page.url != self.watched.site + path:
            self.watched.visit(path)  # else signing in led there
        return self

    def comes_in(self) -> None:
        if self.door is not None and not self.is_in:
            self.door(self)
            self.is_in = self.was_in = True

    def sends_unseen(self, path: str, **values: str) -> None:
        """A form of a page that this one knows by now, without painting it."""
        site = self.watched.site
        answer = self.page.context.request.post(
            site + path, form={**values}, headers={"Origin": site}
        )
        assert answer.ok, answer.status

    def presses(self, *names: str) -> Reader:
        for name in names:
            self._taps(self.main.get_by_role("button", name=name, exact=True))
        return self

    def follows(self, name: str) -> Reader:
        self._taps(self.main.get_by_role("link", name=re.compile(f"^{name}")))
        return self

    def unfolds(self, name: str) -> Reader:
        self._taps(self.main.locator("summary", has_text=name))
        return self

    def fills(self, **values: str) -> Reader:
        """By the name of the field; a dash stands as two low lines."""
        for name, value in values.items():
            one = self.main.locator(f"[name='{name.replace('__', '-')}']").locator("visible=true")
            one.first.fill(value)
        return self

    def chooses(self, name: str, *values: str) -> Reader:
        for value in values:
            option = self.main.locator(f"input[name='{name}'][value='{value}']")
            self._taps(option.locator("visible=true"))
        return self

    def picks(self, name: str, label: str) -> Reader:
        """The option of this question that begins like this."""
        row = self.main.locator(f"label:has(input[name='{name}'])", has_text=label)
        self._taps(row.locator("input").locator("visible=true"))
        return self

    def _taps(self, on: Locator) -> None:
        self.taps += 1
        on.first.click()

    def reads(self, *texts: str) -> Reader:
        for text in texts:
            expect(self.main.get_by_text(text).first).to_be_visible(timeout=PATIENCE)
        return self

    def reads_nothing_of(self, *texts: str) -> Reader:
        found = self.words
        assert [text for text in texts if text in found] == [], self.name
        return self

    def sends(self, value: str) -> Reader:
        """The button that does this, whatever it is called on this page."""
        self._taps(self.main.locator(f"button[name=doe][value='{value}']"))
        return self

    def is_refused(self, *paths: str) -> Reader:
        """As for an address that does not exist."""
        self.comes_in()
        answers = {path: self.page.context.request.get(self.watched.site + path) for path in paths}
        assert {path: answer.status for path, answer in answers.items()} == dict.fromkeys(
            paths, 404
        )
        return self

    def all_words(self) -> str:
        """Of every page on which this one finds what others gave, of all that those lead to, and of
        all that was found there before: an address that was kept opens no more than the lists do."""
        self.comes_in()
        found = []
        for path in self.lists:
            answer = self._answer(path)
            assert (answer.url, answer.status) == (self.watched.site + path, 200)
            found.append(text := unescape(answer.text()))
            self.kept |= dict.fromkeys(GIVEN.findall(text.partition("<main")[2]))
        return " ".join((*found, *(unescape(self._answer(path).text()) for path in self.kept)))

    def _answer(self, path: str) -> APIResponse:
        """All that comes with the page, with the cookies of this phone, without painting it."""
        return self.page.context.request.get(self.watched.site + path)


@dataclass
class Stage:
    """`marks`: what somebody wrote, by its name. `seen`: which of them each reader finds now."""

    site: str
    browser: Browser
    script: bool
    marks: dict[str, str] = field(default_factory=dict)
    seen: dict[str, set[str]] = field(default_factory=dict)
    readers: list[Reader] = field(default_factory=list)

    def reader(
        self,
        name: str,
        door: Callable[[Reader], None] | None = None,
        lists: Iterable[str] = (),
        known_as: str = "",
    ) -> Reader:
        context = self.browser.new_context(
            viewport={"width": PHONE, "height": 844},
            java_script_enabled=self.script,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        watched = Watched(context.new_page(), self.site).watch()
        one = Reader(name, watched, door, tuple(lists), known_as)
        self.readers.append(one)
        return one

    def move(self, moment: datetime) -> None:
        """It is then, the work of the morning is done, and everybody has to sign in again."""
        body = moment.isoformat().encode()
        with urlopen(Request(self.site + CLOCK, body, method="PUT")) as answer:  # noqa: S310
            assert answer.status == 200
        for reader in self.readers:
            reader.is_in = False

    def shows(self, reader: Reader, *marks: str) -> None:
        self.seen.setdefault(reader.name, set()).update(marks)

    def hides(self, reader: Reader, *marks: str) -> None:
        self.seen[reader.name] -= set(marks)

    def everybody_sees_what_they_should(self, *readers: Reader) -> None:
        found = {one.name: self._found(one.all_words()) for one in readers}
        assert found == {one.name: self.seen.get(one.name, set()) for one in readers}

    def _found(self, words: str) -> set[str]:
        return {name for name, text in self.marks.items() if text in words}

    def close(self) -> None:
        """Nobody's phone asked another site for something, or complained."""
        said = {one.name: (complaints(one.watched), one.watched.elsewhere) for one in self.readers}
        for one in self.readers:
            one.page.context.close()
        assert said == {one.name: ([], []) for one in self.readers}
