# SPDX-License-Identifier: EUPL-1.2
"""The questions, and what the answers say in a region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Questionnaire
from ruimbaan.core.journey.routecheck import Interpreted, situation_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.fact import StorePolicy
from ruimbaan.integrations.routecheck import load_questionnaire
from ruimbaan.parts.directory.queries import Region, list_regions, region_on

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


def regions_on(day: date | None = None) -> Mapping[str, Region]:
    """Every region as it is on `day`: today, when nothing is said."""
    found = ((name, region_on(name, day or timezone.localdate())) for name in list_regions())
    return {name: region for name, region in found if region is not None}


def region_of(answers: Answers, day: date | None = None) -> Region | None:
    """The region that was chosen, if any, as it is on `day`: today, when nothing is said."""
    names = answers.chosen.get(REGION, ())
    found = (region_on(name, day or timezone.localdate()) for name in names)
    return next((region for region in found if region is not None), None)


def day_0(answers: Answers) -> date:
    return _somewhere(answers).world.as_of


def wished(answers: Answers) -> tuple[Region, Interpreted] | None:
    """The region of today and what the answers say there; None without a region or a wish."""
    region = region_of(answers)
    if region is None:
        return None
    found = interpreted_in(region, answers)
    return (region, found) if found.situation.goals else None


def interpreted(answers: Answers) -> Interpreted:
    """What the answers say. Without a region the facts are read as in the first one."""
    return interpreted_in(_somewhere(answers), answers)


def interpreted_in(region: Region, answers: Answers, given: date | None = None) -> Interpreted:
    """What the answers say in this region. `given`: the day on which they were, when that is not its
    day 0: "within a month" is a month from then."""
    around, day_0 = region.surroundings, region.world.as_of
    found = situation_of(questionnaire(), answers, replace(around, day_0=given or day_0))
    since = (day_0 - (given or day_0)).days
    return replace(found, situation=found.situation.counted_on(since))


def _somewhere(answers: Answers) -> Region:
    found = region_of(answers)
    if found is not None:
        return found
    first, region = next(iter(list_regions().items()))
    return region_on(first, timezone.localdate()) or region
