# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit? with the catalogue of the product: labelled questions, and what the rulebook bears.

The figures are stated in docs/explanation/vrije-ruimte.md. What stands here is the least that has
to hold; a wrong answer of the held-out half is not mended by a phrase of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ruimbaan.core.directory.search.stems import stem, telling_words
from ruimbaan.core.discretion.may_i.grounds import faults
from ruimbaan.core.discretion.may_i.kinds import Role
from ruimbaan.core.discretion.may_i.matching import Certainty, Found, matcher_of
from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.integrations import regions
from ruimbaan.integrations.language import Level, check_text
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.situations import load_situations

FOLDER = Path(__file__).parent / "may_i"
LEAST = {  # sure, and right in rule and kind
    "tuned": 38,
    "held_out": 33,
    "rooms": 25,
    "typos": 10,
    "english_tuned": 37,
    "english": 32,
}
MOST_WRONG = {"held_out": 2, "english": 2}  # sure, and wrong; none of the others
ALIKE = 0.7  # of the words of a question and a phrase together
CATALOGUE = load_situations()
MATCHER = matcher_of(CATALOGUE)


def questions(name: str) -> list[Any]:
    found: list[Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def is_right(found: Found, row: dict[str, Any], place: int = 0) -> bool:
    meant = found.situations[place] if len(found.situations) > place else None
    if meant is None or not set(meant.rules[:1] or ("none",)) & set(row["rules"] or ("none",)):
        return False
    return "by" not in row or "kind" not in row or meant.kinds[Role(row["by"])] == row["kind"]


@pytest.mark.parametrize("name", LEAST)
def test_questions_in_everyday_words_lead_to_the_right_rule_and_kind(name: str):
    rows = questions(name)
    found = [MATCHER.match(row["asks"]) for row in rows]
    sure = [
        (one, row) for one, row in zip(found, rows, strict=True) if one.certainty is Certainty.SURE
    ]
    wrong = [row["asks"] for one, row in sure if not is_right(one, row)]

    assert len(sure) - len(wrong) >= LEAST[name]
    assert len(wrong) <= MOST_WRONG.get(name, 0), wrong


@pytest.mark.parametrize("name", LEAST)
def test_the_right_one_is_always_among_those_shown(name: str):
    missed = [
        row["asks"]
        for row in questions(name)
        if not any(is_right(MATCHER.match(row["asks"]), row, place) for place in range(3))
    ]

    assert missed == []


@pytest.mark.parametrize("asks", questions("out_of_scope"))
def test_what_we_know_nothing_about_is_never_answered_as_if_we_did(asks: str):
    assert MATCHER.match(asks).certainty is not Certainty.SURE


def test_each_half_has_a_question_for_each_friction():
    frictions = {f"F{number:02}" for number in range(1, 39)}

    for half in ("tuned", "held_out", "english"):
        assert {row["friction"] for row in questions(half)} == frictions


def test_no_question_is_a_phrase_of_the_catalogue():
    phrases = [words_of(phrase) for one in CATALOGUE.situations for phrase in one.phrases]
    rows = [row["asks"] for name in LEAST for row in questions(name)]

    alike = [
        (asks, sorted(phrase))
        for asks in rows
        for phrase in phrases
        if len(words_of(asks) & phrase) / len(words_of(asks) | phrase) > ALIKE
    ]

    assert alike == []


def test_nothing_is_promised_that_the_rulebook_does_not_bear():
    by_number = rules_by_number()
    found = [
        fault
        for one in CATALOGUE.situations
        for fault in faults(one, by_number.get(one.rules[0], ()) if one.rules else ())
    ]
    unknown = {rule for one in CATALOGUE.situations for rule in one.rules} - by_number.keys()

    assert found == []
    assert unknown == set()


def test_every_rule_of_the_rulebook_is_in_some_situation():
    told = {rule for one in CATALOGUE.situations for rule in one.rules}

    assert rules_by_number().keys() - told == set()


def test_every_room_of_the_journeys_is_a_precedent_once():
    events = [one.event for situation in CATALOGUE.situations for one in situation.precedents]

    assert sorted(events) == sorted(row["event"] for row in questions("rooms"))


def test_texts_are_plain_in_both_languages():
    found = [
        (one.id, remark.said)
        for one in CATALOGUE.situations
        for text in (one.title, one.does, one.say, one.who, *told_before(one))
        for language, said in (("nl", text.nl), ("en", text.en))
        for remark in check_text(said, "nl" if language == "nl" else "en", Level.A2)
    ]
    without_english = [
        one.id
        for one in CATALOGUE.situations
        if not all((one.title.en, one.does.en, one.says["en"]))
        or bool(one.say.nl) != bool(one.say.en)
    ]

    assert found == []
    assert without_english == []


def told_before(situation: Situation) -> Iterator[Text]:
    for before in situation.precedents:
        yield from (before.did, before.led_to)


def words_of(text: str) -> frozenset[str]:
    return frozenset(map(stem, telling_words(text)))


def rules_by_number() -> dict[str, list[RuleText]]:
    rulebook = load_rulebook(regions.rule_folders(regions.list_regions()))
    found: dict[str, list[RuleText]] = {}
    for versions in rulebook.versions.values():
        found.setdefault(versions[-1].number, []).append(versions[-1])
    return found
