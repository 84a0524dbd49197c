# SPDX-License-Identifier: EUPL-1.2
"""Every rule is told whole, in both languages, in short sentences and in words that do no harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.remarks import RemarkKind, Severity
from ruimbaan.core.rules.rulebook import Hook, HookStrength, Rulebook, Source, Status
from ruimbaan.core.rules.rulebook_texts import check_rule, texts_of
from ruimbaan.integrations.language import Level, check_text
from ruimbaan.integrations.regions import list_regions, rule_folders
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.rulebook.lint import lint_rulebook

RULEBOOK = load_rulebook(rule_folders(list_regions()))
REMARKS = lint_rulebook(RULEBOOK)


def kinds(rule):
    return [(found.kind, found.severity) for found in check_rule(rule, RULEBOOK)]


@pytest.fixture
def rule():
    return RULEBOOK.versions["R04"][0]


def test_nothing_in_the_rulebook_has_to_be_mended():
    assert [f"{r.about}: {r.says.nl}" for r in REMARKS if r.severity is Severity.ERROR] == []


def test_every_rule_has_every_text_in_both_languages():
    missing = [
        (name, key)
        for name, versions in RULEBOOK.versions.items()
        for version in versions
        for key, text in texts_of(version)
        if not (text.nl and text.en)
    ]

    assert missing == []
    assert sum(1 for versions in RULEBOOK.versions.values() for _ in versions) > 130


def test_twenty_practices_conflict_with_a_higher_rule_and_one_no_longer_does():
    against = {r.about for r in REMARKS if r.kind is RemarkKind.AGAINST_HIGHER_RULE}

    local = {
        f"{number}-{letter}"
        for number in ("R08", "R24", "R53", "H04", "H06", "H11")
        for letter in "WGV"
    }
    assert against == local | {"R28-G", "R28-V", "R28-W"}
    today = RULEBOOK.find("R28-W", date(2026, 11, 23))
    assert today is not None
    assert not today.rule.conflicts_with


def test_only_one_rule_asks_more_than_its_ground():
    """Until the named municipality is found (R12), the prescribed road still counts as asking."""
    found = [r.about for r in REMARKS if r.kind is RemarkKind.ASKS_MORE_THAN_ITS_HOOK]

    assert found == ["R11"]


def test_what_is_still_to_verify_says_what():
    to_verify = {r.about for r in REMARKS if r.kind is RemarkKind.TO_VERIFY}
    status = {
        name
        for name, versions in RULEBOOK.versions.items()
        if versions[-1].status is Status.TO_VERIFY
    }

    assert status <= to_verify
    assert {"N02", "N03", "R29", "R48"} == status


def test_a_missing_text_is_an_error(rule):
    without = replace(rule, plain=replace(rule.plain, why=Text("Alleen Nederlands.")))

    found = list(check_rule(without, RULEBOOK))

    assert [(r.kind, r.severity) for r in found] == [(RemarkKind.TEXT_MISSING, Severity.ERROR)]
    assert "plain.why (en)" in found[0].says.nl


@pytest.mark.parametrize(
    "change",
    [
        {"sources": ()},
        {"sources": (Source(document=Text("een boek")),)},
        {"status": None},
        {"sources": (Source(law=replace(RULEBOOK.laws["wmo"], bwb=""), article="2.3.3"),)},
        {"sources": (Source(law=replace(RULEBOOK.laws["wmo"], checked_on=None), article="1"),)},
    ],
)
def test_a_law_without_a_dated_article_is_an_error(rule, change):
    assert kinds(replace(rule, **change)) == [(RemarkKind.NO_SOURCE, Severity.ERROR)]


def test_to_verify_says_what(rule):
    found = kinds(replace(rule, status=Status.TO_VERIFY))

    assert found == [(RemarkKind.TO_VERIFY, Severity.ERROR)]


@pytest.mark.parametrize(
    ("strength", "asks", "severity"),
    [
        (HookStrength.DUTY, 0, None),
        (HookStrength.MAY, 1, None),
        (HookStrength.RIGHT, 1, Severity.WARNING),
        (HookStrength.MAY, 0, Severity.ERROR),
        (HookStrength.NONE, 0, Severity.ERROR),
    ],
)
def test_what_it_asks_follows_the_ground(rule, strength, asks, severity):
    changed = replace(
        rule, hook=Hook(strength, "x", Text("a", "b")), rule=replace(rule.rule, asks=asks)
    )

    expected = [] if severity is None else [(RemarkKind.ASKS_MORE_THAN_ITS_HOOK, severity)]
    assert kinds(changed) == expected


def test_a_rule_can_only_conflict_with_a_harder_one():
    softer = RULEBOOK.versions["R53-V"][0]
    harder = RULEBOOK.versions["R04"][0]
    wrong = replace(harder, rule=replace(harder.rule, conflicts_with="R53-V"))
    book = Rulebook({"R53-V": (softer,)})

    assert [r.severity for r in check_rule(wrong, book)] == [Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize("layer", LAYER_TEXTS.values(), ids=lambda layer: layer.name.en)
def test_the_words_of_the_layers_are_plain(layer):
    for text, level in (
        (layer.name, Level.A2),
        (layer.for_you, Level.A2),
        (layer.account, Level.B1),
    ):
        assert check_text(text.nl, "nl", level) == []
        assert check_text(text.en, "en", level) == []
