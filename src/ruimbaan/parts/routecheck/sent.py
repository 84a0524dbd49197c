# SPDX-License-Identifier: EUPL-1.2
"""What a form sent: the answers that travelled, what was filled in on this page, which button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_variables

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Page, Questionnaire
from ruimbaan.core.journey.wishes import all_pages
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.routecheck.forms import OWN_WORDS, Given, read_page
from ruimbaan.parts.routecheck.moving import CHECK, START, Go, next_place
from ruimbaan.parts.routecheck.travelling import Arrived, Unpacked, unpack

ANSWERS, PAGE, GO, CHANGING = "answers", "page", "go", "changing"
NOTHING_YET = Unpacked(Answers(), Arrived.WHOLE)


@dataclass(frozen=True, slots=True)
class Sent:
    """`page` is None when the form was not about a page of questions (any more). `changing`: one
    answer is looked at again, so that one returns to the page with all answers."""

    unpacked: Unpacked
    page: Page | None
    given: Given
    typed: str | None
    go: str
    changing: bool

    @property
    def must_stay(self) -> bool:
        """Something on the page must be mended first; going back and skipping always works."""
        return bool(self.given.faults) and self.go not in (Go.SKIP, Go.BACK)

    @property
    def answers(self) -> Answers:
        """All answers after this page."""
        before = self.unpacked.answers
        if self.page is None or (self.given.faults and self.go != Go.SKIP):
            return before
        given = Answers() if self.go == Go.SKIP else self.given.answers
        return before.with_page(self.page, given)

    def next_place(self, questionnaire: Questionnaire) -> str:
        if self.unpacked.arrived is Arrived.OLDER:
            return CHECK
        here = self.page.id if self.page else CHECK
        pages = all_pages(questionnaire, self.answers)
        if here not in (START, CHECK, *(page.id for page in pages)):
            return CHECK
        return next_place(pages, here, self.go, changing=self.changing)


@sensitive_variables()
def read(
    posted: QueryDict, questionnaire: Questionnaire, day_0_of: Callable[[Answers], date]
) -> Sent:
    """`day_0_of`: the day from which these answers count, which the chosen region says."""
    field = posted.get(ANSWERS, "")
    unpacked = unpack(field, questionnaire) if field else NOTHING_YET
    page = _page(posted.get(PAGE, ""), questionnaire, unpacked.answers)
    given = read_page(page, posted, day_0_of(unpacked.answers)) if page else Given(Answers(), ())
    return Sent(
        unpacked=unpacked,
        page=page,
        given=given,
        typed=posted.get(OWN_WORDS),
        go=posted.get(GO, Go.NEXT),
        changing=posted.get(CHANGING) == "1",
    )


def kept_of_broken(sent: Sent) -> Answers:
    """All that can be kept: with a broken field only what was filled in on this very page."""
    if sent.unpacked.arrived is not Arrived.BROKEN or sent.page is None or sent.given.faults:
        return sent.unpacked.answers
    return sent.given.answers


def _page(name: str, questionnaire: Questionnaire, answers: Answers) -> Page | None:
    pages = {page.id: page for page in all_pages(questionnaire, answers)}
    return (pages | {START: start_page(questionnaire)}).get(name)


def start_page(questionnaire: Questionnaire) -> Page:
    """The first page asks one thing as well: who fills this in."""
    return Page(START, 0, (questionnaire.who,))


def language() -> Language:
    return "en" if get_language() == "en" else "nl"
