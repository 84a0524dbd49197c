# SPDX-License-Identifier: EUPL-1.2
"""The Routecheck as it is asked: pages with questions, and what each answer says about a person.

Options are known by "<question>.<option>". Facts, rules and kinds of service are named by the
ids of the world; whether they exist in a region is for its tests, not for this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text


class Bound(StrEnum):
    """Which side of a period a day is."""

    SINCE = "since"
    UNTIL = "until"


class Axis(StrEnum):
    """What may come first when there is more than one good way."""

    ARRIVAL = "arrival"
    PEOPLE = "people"
    ASKING = "asking"


@dataclass(frozen=True, slots=True)
class DayAsked:
    """A day that belongs to one option: from or until when its `fact` holds. Not answered: the
    fact holds from day 0, or until `assumed` days after it, and `assumes` says so."""

    text: Text
    fact: str = ""
    bound: Bound = Bound.UNTIL
    assumed: int = 0
    assumes: Text = Text("")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. `facts` hold, `absent` ones do not; `planner_only` ones hold in this one answer
    and are never shown. `advice` is what one may do about it, whatever the way. `goals` are wished for, by default within `within` days, or
    those of `goals_with` when that choice ("<question>.<option>") was made; `also` bring the same
    wish nearer. `alone`: goes with no other answer. `unsure`: says as little as skipping."""

    id: str
    text: Text
    note: Text = Text("")
    group: str = ""
    facts: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    planner_only: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    goals_with: tuple[tuple[str, tuple[str, ...]], ...] = ()
    also: tuple[str, ...] = ()
    within: int | None = None
    asks_day: DayAsked | None = None
    receives_types: tuple[int, ...] = ()
    rules: tuple[str, ...] = ()
    advice: Text = Text("")
    axis: Axis | None = None
    alone: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is assumed without an answer, `unless` one of these choices says it after all; and
    which facts may then decide."""

    assumes: Text
    unknown: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """`many`: more than one answer may be chosen, at most `most`. `shown_if`: only with one of
    these options of the first question on the page. `own_words`: has a field for free words."""

    id: str
    text: Text
    options: tuple[Option, ...]
    help: Text = Text("")
    many: bool = False
    most: int | None = None
    shown_if: tuple[str, ...] = ()
    own_words: OwnWords | None = None
    skipped: Skipped | None = None
    why: Text = Text("")
    not_asked: Text = Text("")

    def option(self, name: str) -> Option | None:
        return next((option for option in self.options if option.id == name), None)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The field for a wish in one's own words. They are shown back and never looked into."""

    text: Text
    help: Text


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked together: one question and what belongs to it. `number` is that of the
    twelve; pages about one answer share it."""

    id: str
    number: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class WishTexts:
    """The questions about what was wished for; "{wish}" in the last one is the wish itself."""

    first: Text
    first_help: Text
    equal: Text
    second: Text
    when: Text
    when_why: Text
    when_options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """What answers say together. `facts` hold when all options of `when` are chosen, at first
    for `assumed` days if nothing more precise is known (which `assumes` says); or else on the
    `last_days` of the period of the fact `of`, or from its end on."""

    facts: tuple[str, ...]
    when: tuple[str, ...] = ()
    assumed: int | None = None
    assumes: Text = Text("")
    of: str = ""
    last_days: int | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    version: int
    who: Question
    pages: tuple[Page, ...]
    wishes: WishTexts
    groups: Mapping[str, Text] = field(default_factory=dict)
    always: tuple[str, ...] = ()
    always_assumes: Text = Text("")
    derived: tuple[Derived, ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()
    never_set: tuple[str, ...] = ()

    @property
    def last_number(self) -> int:
        return self.pages[-1].number

    @property
    def wish_question(self) -> Question:
        """The first question: what the person wants."""
        return self.pages[0].questions[0]

    def questions(self) -> Iterator[Question]:
        """Every question that does not depend on the wishes, in order."""
        for page in self.pages:
            yield from page.questions

    def question(self, name: str) -> Question | None:
        return next((question for question in self.questions() if question.id == name), None)
