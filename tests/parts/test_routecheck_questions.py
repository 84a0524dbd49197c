# SPDX-License-Identifier: EUPL-1.2
"""The questions as they ship: what they name exists in every region, and anyone can read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Option, Question
from ruimbaan.core.journey.wishes import all_pages
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.planner.layout import alternatives
from ruimbaan.core.rules.fact import FactKind, StorePolicy
from ruimbaan.integrations.language import Level, check_text
from tests.regions_from_files import questionnaire, regions

REGIONS = regions()
QUESTIONS = questionnaire()
TWELVE = "goals sleep address money insurance debts help-now treatment people justice went-wrong"
ENGLISH_MOST = 14  # words in a sentence: "verzekerd" is "you have insurance"
every_region = pytest.mark.parametrize("region", REGIONS.values(), ids=lambda region: region.id)


def options() -> Iterator[tuple[Question, Option]]:
    for question in QUESTIONS.questions():
        for option in question.options:
            yield question, option


def facts_named() -> set[str]:
    named = {*QUESTIONS.always, *QUESTIONS.never_set}
    for rule in QUESTIONS.derived:
        named |= {*rule.facts, *([rule.of] if rule.of else [])}
    for question, option in options():
        named |= {*option.facts, *option.absent, *option.planner_only, *option.goals, *option.also}
        named |= {option.asks_day.fact} if option.asks_day else set()
        named |= set(question.skipped.unknown) if question.skipped else set()
    return named


def texts(found: object) -> Iterator[Text]:
    if isinstance(found, Text):
        yield from [found] if found.nl or found.en else []
    elif isinstance(found, dict):
        yield from (text for value in found.values() for text in texts(value))
    elif isinstance(found, tuple):
        yield from (text for value in found for text in texts(value))
    elif is_dataclass(found):
        yield from (text for field in fields(found) for text in texts(getattr(found, field.name)))


ALL_TEXTS = tuple(dict.fromkeys(texts(QUESTIONS)))


def test_there_are_twelve_pages_in_the_known_order():
    assert [page.id for page in QUESTIONS.pages] == [*TWELVE.split(), "matters-most"]
    assert QUESTIONS.last_number == 12


@every_region
def test_every_fact_exists(region):
    assert facts_named() - set(region.world.facts) == set()


@every_region
def test_what_is_wished_for_is_given_by_some_service(region):
    given = {gift.fact for service in region.world.services.values() for gift in service.gives}
    wished = {fact for _, option in options() for fact in (*option.goals, *option.also)}

    assert wished - given == set()


@every_region
def test_no_answer_sets_what_is_not_the_persons_to_say(region):
    kinds = {
        fact: region.world.facts[fact].kind
        for _, option in options()
        for fact in (*option.facts, *option.planner_only)
    }

    assert {fact for fact, kind in kinds.items() if kind is FactKind.DISCRETION} == set()
    assert {fact for fact, kind in kinds.items() if kind is FactKind.REGION} == set()


def test_no_answer_sets_what_is_never_asked():
    said = {
        fact
        for _, option in options()
        for fact in (*option.facts, *option.absent, *option.planner_only)
    }

    assert said & set(QUESTIONS.never_set) == set()


@every_region
def test_every_kind_of_service_that_helps_now_exists(region):
    kinds = {service.type for service in region.world.services.values()}
    named = {number for _, option in options() for number in option.receives_types}

    assert named - kinds == set()
    assert named <= set(region.surroundings.received)


def test_every_rule_that_went_wrong_stands_on_some_step():
    standing: set[str] = set()
    for region in REGIONS.values():
        for service in region.world.services.values():
            rules = {one.rule for needs in alternatives(service.needs) for one in needs}
            rules |= {service.wait.rule, *(loss.rule for loss in service.takes)}
            rules |= {service.opens.rule if service.opens else None}
            rules |= {gift.rule for gift in service.gives}
            found = (region.world.rules[rule] for rule in rules if rule)
            standing |= {rule.number or rule.id for rule in found}
    named = {rule for _, option in options() for rule in option.rules}

    assert named - standing == set()


@every_region
def test_what_is_counted_in_the_planner_only_is_never_kept(region):
    hidden = {fact for _, option in options() for fact in option.planner_only}

    assert {region.world.facts[fact].store for fact in hidden} == {StorePolicy.NEVER}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_is_there_short_and_respectful(language: Language):
    wrong = {}
    for text in ALL_TEXTS:
        said = text.in_language(language)
        remarks = check_text(said, language, Level.A2)
        if language == "en":
            remarks = [one for one in remarks if one.words == 0 or one.words > ENGLISH_MOST]
        if remarks or not said:
            wrong[said] = remarks

    assert wrong == {}


def test_the_english_is_a_translation():
    same = [text.nl for text in ALL_TEXTS if text.nl == text.en and len(text.nl.split()) > 1]

    assert same == []


@pytest.mark.parametrize("wishes", [("own-door",), ("own-door", "monthly-money", "calm-head")])
def test_questions_about_wishes_are_short_too(wishes):
    pages = all_pages(QUESTIONS, Answers({"goals": wishes}))
    asked = [question.text.nl for page in pages[1:3] for question in page.questions]

    assert [said for said in asked if check_text(said, "nl", Level.A2)] == []


def test_every_first_question_says_what_skipping_it_means_and_why_it_is_asked():
    leads = [page.questions[0] for page in QUESTIONS.pages]

    assert [lead.id for lead in leads if not lead.why.nl] == []
    assert [lead.id for lead in leads if not lead.not_asked.nl] == []
    assert [lead.id for lead in leads if not lead.skipped] == ["went-wrong", "matters-most"]
