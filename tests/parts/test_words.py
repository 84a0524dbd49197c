# SPDX-License-Identifier: EUPL-1.2
"""Pages are readable and respectful: short sentences, and no word of the vocabulary."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.language import Level, RemarkKind, check_text
from tests.addresses import PAGES, VISITS, WORDS, Address
from tests.parts.reading import blocks, length, sentences

TELLING = re.compile(r"verslav|addict|drug|alcohol|kliniek|clinic|detox|herstel|recovery", re.I)
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
every_visit = pytest.mark.parametrize(("language", "path"), VISITS)


def hurting(html: str, language: Language) -> list[str]:
    """By the same check as `ruimbaan words check`: here for what a page puts together."""
    found = check_text("\n".join(blocks(html)), language, Level.B1)
    return [one.said for one in found if one.kind is RemarkKind.WORD]


@every_page
def test_sentences_are_short(client: Client, page: Address):
    html = client.get(page.path).content.decode()

    long = [one for one in sentences(html) if length(one) > WORDS[page.words]]

    assert long == []


@every_visit
def test_no_word_that_hurts(client: Client, language: Language, path: str):
    assert hurting(client.get(path).content.decode(), language) == []


@every_visit
def test_the_title_tells_nothing_to_who_looks_along(client: Client, language: str, path: str):
    title = re.search(r"<title>(.*?)</title>", client.get(path).content.decode(), re.DOTALL)

    assert title is not None
    assert title[1].strip()
    assert not TELLING.search(title[1])


def test_this_test_sees_a_long_sentence_and_a_word_that_hurts():
    html = "<p>Dit is een zin. Deze zin heeft er een paar meer.</p><li>De cliënt is een junkie</li>"

    assert [length(one) for one in sentences(html)] == [4, 7, 5]
    assert hurting(html, "nl") == ["junkie"]
