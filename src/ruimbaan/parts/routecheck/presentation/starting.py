# SPDX-License-Identifier: EUPL-1.2
"""The first page: what one gets, who fills it in, made-up people to look at first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Question, Questionnaire
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.routecheck.forms import field_of
from ruimbaan.ui.components import Choices, Door, Option


@dataclass(frozen=True, slots=True)
class Starting:
    """`examples`: a door to the route of each made-up person. `can_begin`: there is a region."""

    who: Choices
    examples: tuple[Door, ...]
    can_begin: bool


def starting(
    questionnaire: Questionnaire,
    regions: Mapping[str, Region],
    answers: Answers,
    language: Language,
) -> Starting:
    return Starting(
        who=_who(questionnaire.who, answers, language),
        examples=tuple(_examples(regions, language)),
        can_begin=bool(regions),
    )


def _who(question: Question, answers: Answers, language: Language) -> Choices:
    chosen = answers.chosen.get(question.id, ())
    options = (
        Option(
            option.id,
            option.text.in_language(language),
            help=option.note.in_language(language),
            checked=option.id in chosen,
        )
        for option in question.options
    )
    return Choices(field_of(question), question.text.in_language(language), tuple(options))


def _examples(regions: Mapping[str, Region], language: Language) -> list[Door]:
    doors = []
    for region in regions.values():
        for name, person in region.people.items():
            place = {"name": person.name, "region": region.title.in_language(language)}
            url = reverse("routecheck:example", args=[name])
            doors.append(
                Door(
                    _("%(name)s in %(region)s") % place,
                    url,
                    "person",
                    person.own_words.in_language(language),
                )
            )
    return doors
