# SPDX-License-Identifier: EUPL-1.2
"""The example world that we ship: in order, bilingual, and with the answers it promises."""

from __future__ import annotations

from dataclasses import fields

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.planner.solve import solve
from ruimbaan.integrations.worldfile import LoadedWorld, load_world
from tests.contract.worlds.writing import EXAMPLE

FRONT = [
    # lateness, asks, bent, inkomen, woning, behandeld, dag
    (311, 0, set(), 317, 261, 143, 303),
    (156, 1, {"r-nazorg-start"}, 216, 160, 143, 202),
    (10, 3, {"r-briefadres-bewijs"}, 70, 130, 143, 56),
    (0, 6, {"r-briefadres-bewijs", "r-besluit-bijstand"}, 42, 102, 143, 56),
]
MAY_STAY_EMPTY = {
    *("ask_sentence", "bring", "covered_by", "deviate", "mandate", "sentence", "talk_to"),
}


@pytest.fixture(scope="module")
def example() -> LoadedWorld:
    return load_world(EXAMPLE)


def test_the_example_needs_no_warning(example):
    assert example.warnings == ()
    assert example.persons == ("stella",)


def test_stella_gets_the_answers_of_the_design(example):
    answer = solve(*example.for_person("stella"))

    rows = [(p.lateness, p.asks, set(p.flexed), *p.arrivals.values()) for p in answer.front]
    assert rows == FRONT


def test_the_small_situation_gets_what_it_says(example):
    case = example.cases["zonder-begeleid-wonen"]
    world, situation = example.for_person(case.id)

    answer = solve(world, situation)

    deadlock = answer.deadlock
    assert deadlock is not None
    assert set(deadlock.facts) == set(case.contains)
    assert deadlock.cut in case.cuts
    assert finding_sentence(world, deadlock, "nl") == case.sentence
    assert [plan.lateness for plan in answer.front][:2] == [2502, 10]
    assert answer.front[1].asks == case.cost


def test_every_text_of_the_example_is_there_in_both_languages(example):
    world, stella = example.for_person("stella")
    things = [*world.rules.values(), *world.facts.values(), *world.services.values(), stella]
    things += stella.goals

    texts = [
        (thing, field.name, getattr(thing, field.name))
        for thing in things
        for field in fields(thing)
        if isinstance(getattr(thing, field.name), Text)
    ]

    assert len(texts) > 60
    for thing, name, text in texts:
        assert bool(text.nl) == bool(text.en), f"{thing} {name}"
        assert text.nl or name in MAY_STAY_EMPTY, f"{thing} {name}"


def test_a_rule_that_can_be_bent_comes_with_a_sentence_to_say(example):
    bendable = [rule for rule in example.world.rules.values() if rule.may_bend]

    assert len(bendable) == 9
    assert all(rule.ask_sentence.nl and rule.mandate.nl for rule in bendable)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sentences_for_the_person_have_at_most_twelve_words(example, language):
    rules = example.world.rules.values()
    facts = example.world.facts.values()
    texts = [text for rule in rules for text in (rule.title, rule.sentence, rule.ask_sentence)]
    texts += [fact.label for fact in facts]

    said = [text.in_language(language) for text in texts]
    sentences = [part for text in said for part in text.replace("?", ".").split(".")]

    limit = 12 if language == "nl" else 14
    assert [sentence for sentence in sentences if len(sentence.split()) > limit] == []
