# SPDX-License-Identifier: EUPL-1.2
"""The check on our own words: short sentences, no abbreviations, nothing that does harm."""

from __future__ import annotations

import pytest

from ruimbaan.integrations.language import Level, RemarkKind, check_text, load_words
from ruimbaan.integrations.language.check import sentences, word_count

TWELVE = "Een twee drie vier vijf zes zeven acht negen tien elf twaalf."


def kinds(text, level=Level.A2, language="nl"):
    return [remark.kind for remark in check_text(text, language, level)]


def test_twelve_words_are_enough_for_a_person():
    assert kinds(TWELVE) == []
    assert kinds(f"Nog {TWELVE}") == [RemarkKind.LONG_SENTENCE]
    assert kinds(f"Nog {TWELVE}", Level.B1) == []


def test_twenty_words_are_enough_for_a_worker():
    twenty = " ".join(["woord"] * 20) + "."

    assert kinds(twenty, Level.B1) == []
    assert kinds(f"Nog {twenty}", Level.B1) == [RemarkKind.LONG_SENTENCE]


def test_each_sentence_is_counted_on_its_own():
    assert kinds(f"{TWELVE} {TWELVE}") == []
    assert sentences("Kan dat? Ja! Zie artikel 2.3.3 en 4:84. Klaar.") == [
        "Kan dat?",
        "Ja!",
        "Zie artikel 2.3.3 en 4:84.",
        "Klaar.",
    ]
    assert word_count("Dit – zo … telt als vijf.") == 5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Een verslaafde vraagt hulp.", "nl"),
        ("Verslaafden vragen hulp.", "nl"),
        ("De cliënt is niet verschenen.", "nl"),
        ("Someone was an addict.", "en"),
        ("An Addict asks.", "en"),
    ],
)
def test_a_word_that_does_harm_is_found(text, language):
    found = check_text(text, language, Level.B1)

    assert [remark.kind for remark in found] == [RemarkKind.WORD]
    assert found[0].prefer


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Iemand met een verslaving vraagt hulp.", "nl"),
        ("De verslavingszorg belt terug.", "nl"),
        ("Someone with an addiction asks.", "en"),
        ("An addict vraagt iets.", "nl"),
    ],
)
def test_only_the_whole_word_counts_and_only_in_its_language(text, language):
    assert check_text(text, language, Level.B1) == []


def test_a_person_needs_no_abbreviation():
    assert kinds("Bel het UWV.") == [RemarkKind.ABBREVIATION]
    assert kinds("Bel het kantoor voor uitkeringen (het UWV).") == []
    assert kinds("Bel het UWV.", Level.B1) == []


def test_every_word_has_a_better_one():
    words = load_words()

    every = [*words.never["nl"], *words.never["en"], *words.seldom["nl"], *words.abbreviations]
    assert len(words.never["nl"]) > 60
    assert all(word.avoid and word.prefer for word in every)
    assert not any("(" in word.avoid for word in every)


def test_what_we_advise_passes_our_own_check():
    words = load_words()

    for language in ("nl", "en"):
        for word in words.never[language]:
            harmful = [
                found.said
                for found in check_text(word.prefer, language, Level.B1)
                if found.kind is RemarkKind.WORD
            ]
            assert harmful == [], word.avoid
