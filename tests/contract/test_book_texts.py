# SPDX-License-Identifier: EUPL-1.2
"""The texts of the book: complete in both languages, short sentences, and nothing named that is not
there."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest
import yaml

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.storybook.contents import Book, DayKind
from ruimbaan.integrations import regions
from ruimbaan.integrations.language.check import Level, RemarkKind, check_text
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.situations import load_situations
from ruimbaan.integrations.storybook import prose
from ruimbaan.integrations.storybook.loading import load_book
from ruimbaan.integrations.storybook.problems import BookInvalid

LABELS_OF_ROOM = {"nl": "Hier was ruimte nodig", "en": "Room was needed here"}
RULE = re.compile(r"\b[RHN]\d{2}\b")
FRICTION = re.compile(r"\bF\d{2}\b")
STRAIGHT = re.compile(r"\w*[a-z]'[a-z]\w*")


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book()


@pytest.fixture(scope="module")
def numbers() -> set[str]:
    folders = regions.rule_folders(regions.list_regions())
    return {rules[0].number for rules in load_rulebook(folders).versions.values()}


def texts(node: object):
    """Every text of the book, wherever it stands."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, dict):
        for one in node.values():
            yield from texts(one)
    elif isinstance(node, tuple):
        for one in node:
            yield from texts(one)
    elif is_dataclass(node):
        for field in fields(node):
            yield from texts(getattr(node, field.name))


def plain(markdown: str) -> list[str]:
    return [re.sub(r"^[>\-\s]*", "", line).replace("*", "") for line in markdown.splitlines()]


def test_the_book_has_its_three_stories_and_fifteen_blocks(book: Book):
    assert [story.id for story in book.stories] == ["sterre", "karim", "wim"]
    assert sorted(block.number for block in book.blocks) == list(range(1, 16))


def test_every_text_is_there_in_both_languages(book: Book):
    missing = [text for text in texts(book) if not (text.nl.strip() and text.en.strip())]

    assert missing == []
    same = {text.nl for text in texts(book) if text.nl == text.en}
    assert same <= {"Mise en place", "Housing First", "bed", "intake"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_is_too_long_and_no_word_does_harm(book: Book, language: Language):
    found = [
        remark.said
        for text in texts(book)
        for line in plain(text.in_language(language))
        for remark in check_text(line, language, Level.B1)
        if remark.kind in {RemarkKind.LONG_SENTENCE, RemarkKind.WORD}
    ]

    assert found == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_easy_telling_keeps_to_short_sentences(book: Book, language: Language):
    found = [
        remark.said
        for story in book.stories
        for text in story.easy
        for remark in check_text(text.in_language(language), language, Level.A2)
        if remark.kind is RemarkKind.LONG_SENTENCE
    ]

    assert found == []


def test_every_rule_and_situation_that_is_named_exists(book: Book, numbers: set[str]):
    named = {rule for text in texts(book) for rule in RULE.findall(text.nl + text.en)}
    named |= {rule for block in book.blocks for rule in block.rules}
    situations = {situation.id for situation in load_situations().situations}

    assert named - numbers == set()
    assert {name for block in book.blocks for name in block.situations} - situations == set()


def test_every_friction_that_is_named_exists(book: Book):
    frictions = yaml.safe_load((regions.REPOSITORY / "fricties/fricties.yaml").read_text("utf-8"))
    named = {one for block in book.blocks for one in block.frictions}
    named |= {one for text in texts(book) for one in FRICTION.findall(text.nl + text.en)}

    assert len(named) > 20
    assert named - frictions["frictions"].keys() == set()


def test_an_apostrophe_inside_a_word_is_a_curly_one(book: Book):
    found = [one for text in texts(book) for one in STRAIGHT.findall(text.nl + text.en)]

    assert found == []


def test_every_service_and_story_that_is_named_exists(book: Book):
    there = set()
    for region in regions.list_regions():
        there |= set(regions.load_region(region).world.services)

    named = {one for block in book.blocks for service in block.services for one in service.ids}
    assert named - there == set()
    stories = {story.id for story in book.stories}
    assert {one for block in book.blocks for one in block.stories} <= stories
    assert {story.region for story in book.stories} == set(regions.list_regions())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_picture_shows_each_room_that_the_chapter_tells_of(book: Book, language: Language):
    """A box and a ring on the line of days come together, in both languages."""
    for story in book.stories:
        for chapter in story.chapters:
            boxes = [
                piece
                for piece in prose.pieces(chapter.text.in_language(language))
                if isinstance(piece, prose.Box) and len(piece.points) > 1
            ]
            rings = [day for day in chapter.days if day.kind is DayKind.ROOM]
            assert len(boxes) == len(rings), (story.id, chapter.title.nl)
            assert all(box.label.startswith(LABELS_OF_ROOM[language]) for box in boxes)
            assert all(box.rules for box in boxes)


def test_days_go_forward(book: Book):
    for story in book.stories:
        days = [day.day for day in story.days if day.kind is not DayKind.WAIT]
        for chapter in story.chapters:
            own = [day.day for day in chapter.days]
            assert own == sorted(own)
        assert days[0] == min(days)
        assert days[-1] == max(days)


def test_a_text_without_its_english_is_refused(tmp_path):
    for source in regions.REPOSITORY.joinpath("verhalen").rglob("*.*"):
        target = tmp_path / "verhalen" / source.relative_to(regions.REPOSITORY / "verhalen")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_book(tmp_path).title == load_book().title
    story = tmp_path / "verhalen/reizen/sterre.md"
    dutch = story.read_text(encoding="utf-8").partition("<!-- lang: en -->")[0]

    story.write_text(dutch, encoding="utf-8")

    with pytest.raises(BookInvalid):
        load_book(tmp_path)


def test_writing_of_ones_own_is_shown_and_not_run():
    html = prose.html("<script>alert(1)</script> **ja**")

    assert "<script>" not in html
    assert "<strong>ja</strong>" in html
