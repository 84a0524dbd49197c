# SPDX-License-Identifier: EUPL-1.2
"""The texts of frictions: whole, in both languages, and leaning on rules that are there."""

from __future__ import annotations

import json
from importlib.resources import files

import yaml
from jsonschema import Draft202012Validator

from ruimbaan.integrations.frictions import load_frictions
from ruimbaan.integrations.frictions.loading import FILE, FOLDER
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.storybook.loading import load_book

CATALOGUE = load_frictions()


def schema() -> Draft202012Validator:
    text = files("ruimbaan.integrations.frictions").joinpath("frictions.schema.json")
    return Draft202012Validator(json.loads(text.read_text("utf-8")))


def content() -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((REPOSITORY / FOLDER / FILE).read_text("utf-8"))
    return found


def test_the_file_has_the_published_shape():
    assert list(schema().iter_errors(content())) == []


def test_the_shape_refuses_a_friction_without_who_may_say_yes():
    bad = content()
    frictions = bad["frictions"]
    assert isinstance(frictions, dict)
    del frictions["F01"]["who"]

    assert [one.message for one in schema().iter_errors(bad)] == ["'who' is a required property"]


def test_all_thirty_eight_are_there_and_in_order():
    assert list(CATALOGUE.frictions) == [f"F{number:02}" for number in range(1, 39)]


def test_every_friction_lies_between_sides_that_have_a_name_and_every_side_is_used():
    used = {side for one in CATALOGUE.frictions.values() for side in one.between}

    assert used <= set(CATALOGUE.sides)
    assert set(CATALOGUE.sides) - used == set()


def test_every_rule_of_a_friction_is_in_the_rulebook():
    folders = sorted(one for one in (REPOSITORY / "regels").glob("*/") if one.name != "situaties")
    versions = load_rulebook(folders).versions.values()
    numbers = {rule.number for rules in versions for rule in rules}

    assert {rule for one in CATALOGUE.frictions.values() for rule in one.rules} - numbers == set()


def test_every_friction_that_a_rule_or_a_building_block_names_is_there():
    folders = sorted(one for one in (REPOSITORY / "regels").glob("*/") if one.name != "situaties")
    versions = load_rulebook(folders).versions.values()
    by_rules = {code for rules in versions for rule in rules for code in rule.frictions}
    by_blocks = {code for block in load_book().blocks for code in block.frictions}

    assert (by_rules | by_blocks) - set(CATALOGUE.frictions) == set()


def test_each_has_five_questions_and_no_two_titles_are_the_same():
    titles = [one.title.nl for one in CATALOGUE.frictions.values()]

    assert all(len(one.questions) == 5 for one in CATALOGUE.frictions.values())
    assert len(set(titles)) == len(titles)
