# SPDX-License-Identifier: EUPL-1.2
"""The questions, and what the answers say in a region."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Questionnaire
from ruimbaan.core.journey.routecheck import Interpreted, situation_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.fact import StorePolicy
from ruimbaan.integrations.routecheck import load_questionnaire
from ruimbaan.parts.directory.queries import Region, list_regions

REGION = "region"  # the question that says where help is wanted
QUESTIONS = Path(__file__).parent / "content" / "routecheck.yaml"


def questionnaire() -> Questionnaire:
    return _questionnaire(tuple((region.id, region.title) for region in list_regions().values()))


@lru_cache(maxsize=4)
def _questionnaire(regions: tuple[tuple[str, Text], ...]) -> Questionnaire:
    return load_questionnaire(QUESTIONS, dict(regions))


def never_kept() -> frozenset[str]:
    """Facts that no file may hold, wherever one lives."""
    return never_of(list_regions().values(), questionnaire())


def never_of(regions: Iterable[Region], questions: Questionnaire) -> frozenset[str]:
    facts = (fact for region in regions for fact in region.world.facts.values())
    found = {fact.id for fact in facts if fact.store is StorePolicy.NEVER}
    return frozenset(found | set(questions.never_set))


def region_of_person(person: str) -> Region | None:
    """The region in which this made-up person lives."""
    return next((region for region in list_regions().values() if person in region.people), None)


def region_of(answers: Answers) -> Region | None:
    """The region that was chosen, if any."""
    names = answers.chosen.get(REGION, ())
    return next((list_regions()[name] for name in names if name in list_regions()), None)


def day_0(answers: Answers) -> date:
    return _somewhere(answers).world.as_of


def interpreted(answers: Answers) -> Interpreted:
    """What the answers say. Without a region the facts are read as in the first one."""
    return situation_of(questionnaire(), answers, _somewhere(answers).surroundings)


def _somewhere(answers: Answers) -> Region:
    return region_of(answers) or next(iter(list_regions().values()))
