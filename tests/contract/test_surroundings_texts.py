# SPDX-License-Identifier: EUPL-1.2
"""The texts of Omgeving: whole, in both languages, plain enough, and never without an answer."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files

import pytest
import yaml
from jsonschema import Draft202012Validator

from ruimbaan.core.surroundings.roles import MOST_QUESTIONS, loose_ends, ways_through
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.surroundings import COUNTERS, ROLES, load_counters, load_guides

FOLDER = REPOSITORY / "omgeving"
GUIDES = load_guides()
every_role = pytest.mark.parametrize("role", ROLES)


def schema(name: str) -> Draft202012Validator:
    text = files("ruimbaan.integrations.surroundings").joinpath(f"{name}.schema.json")
    return Draft202012Validator(json.loads(text.read_text("utf-8")))


def content(name: str) -> object:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))


@every_role
def test_a_role_has_the_published_shape(role: str):
    assert list(schema("role").iter_errors(content(role))) == []


def test_counters_have_the_published_shape_with_three_rules_each():
    assert list(schema("counters").iter_errors(content(COUNTERS))) == []
    assert {name: len(one.rules) for name, one in load_counters().items()} == {
        "gemeente": 3,
        "wonen": 3,
    }


def test_the_shape_refuses_a_text_without_english():
    bad = {"reviewed": False, "counters": {"x": {"title": {"nl": "Aan de balie"}}}}

    assert any("'en' is a required" in one.message for one in schema("counters").iter_errors(bad))


def test_every_file_of_the_folder_is_read():
    assert {file.stem for file in FOLDER.iterdir()} == {*ROLES, COUNTERS}


@every_role
def test_at_most_two_questions_lead_to_each_card_once(role: str):
    guide = GUIDES[role]

    ways = Counter(card for card, _ in ways_through(guide.ask))

    assert loose_ends(guide) == []
    assert ways == dict.fromkeys(guide.cards, 1)
    assert max(asked for _, asked in ways_through(guide.ask)) <= MOST_QUESTIONS


@every_role
def test_a_role_has_at_least_eight_cards_with_two_sentences_to_say(role: str):
    assert len(GUIDES[role].cards) >= 8
    assert all(len(card.say) >= 2 for card in GUIDES[role].cards.values())


def test_who_is_close_reads_a2_and_the_others_b1():
    assert {role: guide.level for role, guide in GUIDES.items()} == {
        "naaste": "A2",
        **dict.fromkeys(set(ROLES) - {"naaste"}, "B1"),
    }


def test_no_text_claims_to_be_reviewed_before_it_was():
    """Change this together with who read them, in docs/explanation/beside-somebody.md."""
    assert {guide.reviewed for guide in GUIDES.values()} == {False}
    assert {one.reviewed for one in load_counters().values()} == {False}


@every_role
def test_no_place_stands_twice_on_a_card(role: str):
    guide = GUIDES[role]

    assert set(guide.call) & set(guide.support) == set()
