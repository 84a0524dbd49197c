# SPDX-License-Identifier: EUPL-1.2
"""What a rule leaves open is told in one statement: no rule says both yes and no."""

from __future__ import annotations

from dataclasses import fields

import pytest

from ruimbaan.core.rules.layers import LAYER_TEXTS, Layer
from ruimbaan.core.rules.room import SOONER, STRENGTH, TERM_IN_THE_LAW, Room, room_of
from ruimbaan.core.rules.rule import Flexibility
from ruimbaan.core.rules.rulebook import HookStrength, RuleText
from ruimbaan.integrations.language import Level, check_text
from ruimbaan.integrations.regions import list_regions, rule_folders
from ruimbaan.integrations.rulebook import load_rulebook

RULEBOOK = load_rulebook(rule_folders(list_regions()))
RULES = [version for versions in RULEBOOK.versions.values() for version in versions]
LATEST_TERMS = {"R01", "R02", "R21", "N01", "N04"}
SAYS_NO = {"nl": ("Afwijken kan niet", "geen ruimte"), "en": ("cannot deviate", "no room")}
SAYS_YES = {
    "nl": (
        "Plicht:",
        "Recht:",
        "Mag:",
        "Eerder mag",
        "Wijk af",
        "hardheidsclausule in",
        "is genoeg",
    ),
    "en": ("Duty:", "Right:", "May:", "Sooner is", "Deviate with", "hardship clause in", "enough"),
}

every_rule = pytest.mark.parametrize(
    "rule", RULES, ids=[f"{rule.id}-{rule.rule.valid_from or 0}" for rule in RULES]
)


def told(room: Room, language: str) -> str:
    return " ".join(getattr(room, item.name).in_language(language) for item in fields(Room))


@pytest.mark.parametrize("language", SAYS_NO)
@every_rule
def test_no_rule_says_both_yes_and_no(rule: RuleText, language: str):
    words = told(room_of(rule), language)
    no = [phrase for phrase in SAYS_NO[language] if phrase in words]
    yes = [phrase for phrase in SAYS_YES[language] if phrase in words]

    assert bool(no) != bool(yes), (no, yes)
    assert bool(no) == (rule.hook.strength is HookStrength.NONE)


def test_the_latest_terms_of_the_law_may_be_shorter_and_ask_no_reason():
    found = {rule.id for rule in RULES if room_of(rule) is TERM_IN_THE_LAW}

    assert found == LATEST_TERMS
    assert TERM_IN_THE_LAW.strength is SOONER


@every_rule
def test_room_names_its_ground(rule: RuleText):
    """Only a practice without any rule behind it has none to name."""
    if rule.hook.strength is not HookStrength.NONE and rule.layer is not Layer.HABIT:
        assert rule.hook.article


def test_a_rule_that_nobody_may_bend_promises_no_easy_way():
    easy = {LAYER_TEXTS[layer].account for layer in Layer if layer is not Layer.HARD}
    fixed = [rule for rule in RULES if rule.rule.flexible is Flexibility.NO]

    assert fixed
    assert [rule.id for rule in fixed if room_of(rule).account in easy] == []


@every_rule
def test_the_statement_is_in_plain_words(rule: RuleText):
    room = room_of(rule)
    for text, level in (
        (room.for_you, Level.A2),
        (room.strength, Level.B1),
        (room.account, Level.B1),
    ):
        assert check_text(text.nl, "nl", level) == []
        assert check_text(text.en, "en", level) == []


def test_every_strength_has_words():
    assert set(STRENGTH) == set(HookStrength)
