# SPDX-License-Identifier: EUPL-1.2
"""The numbered lines of a tutorial, read as a reader reads them, and done on a page.

Each sentence with something in bold or in a code box is a step, in one of the forms of `FORMS`; a
sentence in another form fails, so that nothing in a tutorial goes by untried. A picture between the
steps is what the page looks like there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.e2e.tutorial_pictures import keep_picture

ITEM = re.compile(r"^\d+\. (?P<text>.+(?:\n {2,}\S.*)*)", re.M)
PICTURE = re.compile(r"^!\[[^\]]+\]\((?P<file>[^)]+)\)$", re.M)
FORMS = {
    "go": re.compile(r"Ga naar `(?P<path>/[^`]*)`\."),
    "click": re.compile(r"Klik op \*\*(?P<name>[^*]+)\*\*\."),
    "click_beside": re.compile(r"Klik bij \*\*(?P<beside>[^*]+)\*\* op \*\*(?P<name>[^*]+)\*\*\."),
    "choose": re.compile(r"Kies \*\*(?P<name>[^*]+)\*\*\."),
    "choose_of": re.compile(r"Kies bij \*\*(?P<question>[^*]+)\*\* voor \*\*(?P<name>[^*]+)\*\*\."),
    "choose_day": re.compile(
        r"Kies bij \*\*(?P<label>[^*]+)\*\* de dag (?:van vandaag|over (?P<days>\d+) dagen)\."
    ),
    "fill": re.compile(r"Vul bij \*\*(?P<label>[^*]+)\*\* in: `(?P<value>[^`]+)`\."),
    "see": re.compile(r"(?:Je ziet|U ziet) \*\*(?P<text>[^*]+)\*\*\."),
    "not_see": re.compile(r"(?:Je ziet|U ziet) geen \*\*(?P<text>[^*]+)\*\*\."),
    "back": re.compile(r"Ga terug\."),
}
MARKED = re.compile(r"\*\*|`")
ROWS = "li, tr, fieldset, article, section, form, details"
PATIENCE = 20_000  # ms: a slow machine is no failure
MOST_TOLD = 3_000  # signs of a page on which a step failed


class NotAStep(Exception):
    """A numbered line says something that nobody can do."""


@dataclass(frozen=True, slots=True)
class Step:
    verb: str
    said: dict[str, str | None]
    sentence: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its path, as it stands in the page."""

    file: str


def steps_of(markdown: str) -> Iterator[Step | Shown]:
    """In the order of reading. Raises NotAStep."""
    found = [*ITEM.finditer(markdown), *PICTURE.finditer(markdown)]
    for one in sorted(found, key=lambda match: match.start()):
        if one.re is PICTURE:
            yield Shown(one["file"])
        else:
            yield from _steps_of_line(" ".join(one["text"].split()))


def _steps_of_line(text: str) -> Iterator[Step]:
    matches = [
        (match.start(), Step(verb, match.groupdict(), match[0]))
        for verb, form in FORMS.items()
        for match in form.finditer(text)
    ]
    left = text
    for _, step in matches:
        left = left.replace(step.sentence, "", 1)
    if not matches or MARKED.search(left):
        raise NotAStep(text)
    yield from (step for _, step in sorted(matches, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class Follower:
    """Does on this page of this site what a tutorial says; `tutorial` is its file."""

    page: Page
    site: str
    tutorial: Path

    def follow(self) -> int:
        """How many steps it took."""
        done = 0
        for step in steps_of(self.tutorial.read_text(encoding="utf-8")):
            if isinstance(step, Shown):
                keep_picture(self.page, (self.tutorial.parent / step.file).resolve())
                continue
            try:
                getattr(self, f"_{step.verb}")(**step.said)
            except Exception as error:
                error.add_note(
                    f"{self.tutorial.name}: {step.sentence}\n{self._what_stands_there()}"
                )
                raise
            done += 1
        return done

    def _go(self, path: str) -> None:
        answer = self.page.goto(self.site + path)
        assert answer is not None
        assert answer.status == 200

    def _back(self) -> None:
        self.page.go_back()

    def _click(self, name: str) -> None:
        self._press(self._scope(self.page.locator("main"), name), name)

    def _click_beside(self, beside: str, name: str) -> None:
        """The smallest thing on the page that says the one and has the other."""
        rows = self.page.locator("main").locator(ROWS).filter(has_text=beside)
        expect(rows.first).to_be_visible(timeout=PATIENCE)
        fitting = [row for row in rows.all() if _pressed(row, name).count()]
        assert fitting, f"no {name} beside {beside}"
        self._press(min(fitting, key=lambda row: len(row.inner_text())), name)

    def _choose(self, name: str) -> None:
        _choice(self.page.locator("main"), name).check(timeout=PATIENCE)

    def _choose_of(self, question: str, name: str) -> None:
        main = self.page.locator("main")
        lists = main.locator("select").and_(main.get_by_label(question))
        group = main.get_by_role("group", name=_begins(question))
        expect(lists.or_(group).first).to_be_visible(timeout=PATIENCE)
        if lists.count():
            lists.first.select_option(label=name)
        else:
            _choice(group.first, name).check(timeout=PATIENCE)

    def _fill(self, label: str, value: str) -> None:
        self._field(label).fill(value, timeout=PATIENCE)

    def _choose_day(self, label: str, days: str | None) -> None:
        """As a field for a day takes it; so many days from today."""
        day = datetime.now(UTC).date() + timedelta(days=int(days or 0))
        self._field(label).fill(day.isoformat(), timeout=PATIENCE)

    def _field(self, label: str) -> Locator:
        return self.page.locator("main").get_by_label(label).locator("visible=true").first

    def _see(self, text: str) -> None:
        found = self.page.get_by_text(text).locator("visible=true").first
        expect(found).to_be_visible(timeout=PATIENCE)

    def _not_see(self, text: str) -> None:
        self.page.wait_for_load_state()
        assert text not in self.page.locator("main").inner_text()

    def _scope(self, main: Locator, name: str) -> Locator:
        """Mostly the page itself; else what stands around it."""
        self.page.wait_for_load_state()
        return main if _pressed(main, name).count() else self.page.locator("body")

    def _press(self, scope: Locator, name: str) -> None:
        any_of = _pressed(scope, name)
        exact = _pressed(scope, name, exact=True)
        expect(any_of.first).to_be_visible(timeout=PATIENCE)
        found = (exact if exact.count() else any_of).first
        if found.evaluate("one => one.tagName") == "SUMMARY":
            found.click(timeout=PATIENCE)
            return
        with self.page.expect_navigation(timeout=PATIENCE):  # a reader waits for what comes
            found.click(timeout=PATIENCE)

    def _what_stands_there(self) -> str:
        text = self.page.evaluate("document.body.innerText")
        return f"{self.page.url}\n{text[:MOST_TOLD]}"


def _begins(name: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(name)}")


def _pressed(scope: Locator, name: str, *, exact: bool = False) -> Locator:
    """What can be pressed and is called this, or begins like this."""
    called = re.compile(f"^{re.escape(name)}$") if exact else _begins(name)
    summary = scope.locator("summary").filter(
        has_text=re.compile(rf"^\s*{re.escape(name)}" + (r"\s*$" if exact else ""))
    )
    found = scope.get_by_role("button", name=called).or_(scope.get_by_role("link", name=called))
    return found.or_(summary).locator("visible=true")


def _choice(scope: Locator, name: str) -> Locator:
    called = _begins(name)
    found = scope.get_by_role("radio", name=called).or_(scope.get_by_role("checkbox", name=called))
    return found.first
