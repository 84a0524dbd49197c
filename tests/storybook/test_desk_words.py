# SPDX-License-Identifier: EUPL-1.2
"""Pages of the desk in words for who reads them: A2 for the giver, B1 for who works there, in both
languages; and every reason of the core has words for both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook import desk as core
from ruimbaan.core.storybook.desk import Use
from ruimbaan.core.storybook.given import Changed, GivenStory, Turn, Way
from ruimbaan.core.storybook.recognition import Clue
from ruimbaan.integrations.language.check import Level, RemarkKind, check_text
from ruimbaan.parts.storybook.desk.checking import hints
from ruimbaan.parts.storybook.desk.wording import CHANGES, CLUES, REASONS, USES, WAYS
from tests.addresses import WORDS
from tests.parts.own_files import person, read
from tests.parts.reading import blocks, length, sentences
from tests.storybook.desk_people import begins, desk, gives, guesses, says_yes, takes_back, writes

SAID = re.compile(r'(?:reason="|append\("|return \["|\[")([a-z][a-z ,-]+)"')


def test_every_reason_of_the_core_has_words():
    source = Path(core.__file__).read_text(encoding="utf-8")
    said = {one for one in SAID.findall(source) if " " in one}

    assert said == set(REASONS)
    assert set(USES) == set(Use)
    assert set(WAYS) == set(Way)
    assert set(CHANGES) == set(Changed)
    assert {*CLUES} == {*Clue, "place"}


def test_a_sentence_ends_where_its_field_ends():
    turn = Turn("iemand van de opvang bleef elke dag bellen", "de nachtdienst belde ook nog door")
    title, lead = "de telefoon bleef maar gaan", "iemand hield het vol en dat was genoeg"
    story = GivenStory(title, lead, "Ik sliep toen al weken buiten in het park.", (turn,))

    assert not [one for one in hints(story) if one.kind is RemarkKind.LONG_SENTENCE]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_reasons_are_short_and_do_no_harm(language: Language):
    for reason in REASONS.values():
        for text, level in ((reason.giver, Level.A2), (reason.desk, Level.B1)):
            found = check_text(getattr(text, language), language, level)
            assert found == [], text


@pytest.mark.django_db
@pytest.mark.parametrize("before", ["", "/en"])
def test_pages_are_in_words_for_who_reads_them(before: str):
    here, sterre = desk(), person()
    gift = gives(sterre)
    story = begins(here.editor, gift)
    writes(here.editor, story, tekst="Op 12 mei nam ik op.")
    guesses(here.reader, story)
    says_yes(sterre, gift, Use.PRINT)
    gone = gives(sterre)
    takes_back(sterre, gone)
    work = (f"/werk/verhalen/{story}", f"/werk/verhalen/{story}/schrijf", "/werk/verhalen/begin")
    pages = {
        "A2": [
            read(sterre.client, before + path)
            for path in (
                "/mijn/boek",
                "/mijn/boek/geven",
                f"/mijn/boek/{gift.pk}",
                f"/mijn/boek/{gone.pk}",
                f"/mijn/boek/{gift.pk}/terug",
            )
        ],
        "B1": [read(here.editor.client, f"{before}{path}") for path in (*work, "/werk/verhalen")]
        + [read(here.reader.client, f"{before}/werk/verhalen/raden/{story}")],
    }

    for level, found in pages.items():
        for page in found:
            assert [one for one in sentences(page) if length(one) > WORDS[level]] == []
            told = check_text("\n".join(blocks(page)), "en" if before else "nl", Level.B1)
            assert [one for one in told if one.kind is RemarkKind.WORD] == []
