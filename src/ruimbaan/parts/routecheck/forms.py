# SPDX-License-Identifier: EUPL-1.2
"""What was filled in on one page: the answers, and what is wrong with them in kind words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from ruimbaan.core.journey.answers import Answers, asked
from ruimbaan.core.journey.kept_answers import is_writable
from ruimbaan.core.journey.questionnaire import Bound, DayAsked, Option, Page, Question
from ruimbaan.parts.routecheck.days import read_day
from ruimbaan.ui.reader import in_words

OWN_WORDS = "own-words"
TEN_YEARS = 3_653  # days


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one question; `field` is the id of what must be looked at."""

    question: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Given:
    answers: Answers
    faults: tuple[Fault, ...]


def field_of(question: Question) -> str:
    return f"q-{question.id}"


def day_field_of(question: Question, option: Option) -> str:
    return f"day-{question.id}-{option.id}"


@sensitive_variables()
def read_page(page: Page, posted: QueryDict, day_0: date) -> Given:
    """A question without an answer is skipped: nothing has to be filled in."""
    chosen: dict[str, tuple[str, ...]] = {}
    days: dict[str, date] = {}
    faults: list[Fault] = []
    for question in page.questions:
        names = tuple(dict.fromkeys(posted.getlist(field_of(question))))
        if names:
            chosen[question.id] = names
        faults += _faults_of_choice(question, names)
    words = _own_words(page, posted, faults)
    given = Answers(chosen, own_words=words)
    for question in asked(page, given):
        for option in given.of(question):
            if option.asks_day:
                field = day_field_of(question, option)
                read = _read_day(option.asks_day, posted.get(field, "").strip(), day_0)
                if isinstance(read, date):
                    days[question.id] = read
                elif read:
                    faults.append(Fault(question.id, field, read))
    return Given(Answers(chosen, days, words), tuple(faults))


def _faults_of_choice(question: Question, names: tuple[str, ...]) -> Iterator[Fault]:
    field = field_of(question)
    options = [question.option(name) for name in names]
    known = [option for option in options if option is not None]
    if len(known) < len(options) or (len(known) > 1 and not question.many):
        yield Fault(question.id, field, _("Kies een antwoord, of sla over."))
    elif question.most is not None and len(known) > question.most:
        words = _("Kies hoogstens %(n)d dingen. De andere bewaar je voor later.")
        yield Fault(question.id, field, words % {"n": question.most})
    elif len(known) > 1 and (alone := next((one for one in known if one.alone), None)):
        other = next(one for one in known if one is not alone)
        words = _("Dit past niet bij elkaar: “%(one)s” en “%(other)s”.")
        both = {"one": in_words(alone.text), "other": in_words(other.text)}
        yield Fault(question.id, field, words % both)


def _own_words(page: Page, posted: QueryDict, faults: list[Fault]) -> str:
    question = next((one for one in page.questions if one.own_words), None)
    if question is None:
        return ""
    words = posted.get(OWN_WORDS, "").strip()
    if is_writable(words):
        return words
    faults.append(
        Fault(question.id, OWN_WORDS, _("Dit is te lang, of er staat een vreemd teken in."))
    )
    return ""


def _read_day(asks: DayAsked, words: str, day_0: date) -> date | str:
    """The day, or what is wrong with it; nothing typed is nothing wrong, unless the answer is that
    day itself. An end or a wish lies ahead, a beginning lies behind; neither lies beyond ten years."""
    if not words:
        return "" if asks.fact else _("Welke dag is het? Vul hem in, of kies iets anders.")
    day = read_day(words)
    if day is None:
        return _("Deze dag lukt niet. Schrijf hem zo: 23 juni 2027.")
    if asks.bound is Bound.SINCE and day > day_0:
        return _("Deze dag moet nog komen. Kies een dag die al was.")
    if asks.bound is Bound.UNTIL and day < day_0:
        return _("Deze dag is al geweest. Kies een dag die nog komt.")
    if abs((day - day_0).days) > TEN_YEARS:
        return _("Deze dag is te ver weg. Kies een dag dichterbij.")
    return day
