# SPDX-License-Identifier: EUPL-1.2
"""What somebody answered. It lives in one person's page and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ruimbaan.core.journey.questionnaire import Option, Page, Question


@dataclass(frozen=True, slots=True)
class Answers:
    """Per question the options that were chosen, and the day that goes with them. A question
    that is not in `chosen` was skipped, or not reached yet. No message ever quotes an answer."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    days: Mapping[str, date] = field(default_factory=dict, repr=False)
    own_words: str = field(default="", repr=False)

    def of(self, question: Question) -> tuple[Option, ...]:
        """The chosen options that this question really has."""
        names = self.chosen.get(question.id, ())
        return tuple(option for option in question.options if option.id in names)

    def has(self, choice: str) -> bool:
        """Whether "<question>.<option>" was chosen."""
        question, _, option = choice.partition(".")
        return option in self.chosen.get(question, ())

    def with_page(self, page: Page, given: Answers) -> Answers:
        """These answers with all that is asked on `page` replaced by what was given there."""
        ids = {question.id for question in page.questions}
        kept = {name: names for name, names in self.chosen.items() if name not in ids}
        days = {name: day for name, day in self.days.items() if name not in ids}
        new = {name: given.chosen[name] for name in given.chosen if name in ids}
        new_days = {name: given.days[name] for name in given.days if name in ids}
        has_words = any(question.own_words for question in page.questions)
        return replace(
            self,
            chosen=kept | new,
            days=days | new_days,
            own_words=given.own_words if has_words else self.own_words,
        )

    @property
    def is_empty(self) -> bool:
        return not self.chosen and not self.own_words


def asked(page: Page, answers: Answers) -> Iterator[Question]:
    """The questions of a page that apply: those that follow from the first, only if they do."""
    lead = page.questions[0]
    for question in page.questions:
        if not question.shown_if or _any_of(answers.of(lead), question.shown_if):
            yield question


def _any_of(options: Iterable[Option], names: tuple[str, ...]) -> bool:
    return any(option.id in names for option in options)
