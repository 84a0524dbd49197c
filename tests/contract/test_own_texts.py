# SPDX-License-Identifier: EUPL-1.2
"""Every text of ours is found, with its level, in both languages; quoted words are left alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from ruimbaan.integrations.language import Level, load_words
from ruimbaan.integrations.own_texts import OwnText, findings
from ruimbaan.integrations.own_texts.content import texts_in_yaml, texts_of_story
from ruimbaan.integrations.own_texts.interface import texts_in_code, texts_of_pages
from tools.paths import SOURCE

STORY = """---
id: B01
title: {nl: "Een brug", en: "A bridge"}
---

## Het probleem

Zij zei: “Ik was een junkie.” Nu is *zij* dat niet meer.

> **Hier was ruimte nodig** · regel R53
> Een junkie, schreef iemand.

<!-- lang: en -->

Someone [wrote](https://x.example) it down.
"""


def said(texts: list[OwnText]) -> list[tuple[str, str]]:
    return [(one.language, one.text) for one in texts]


def test_a_story_is_read_by_line_in_both_languages(tmp_path: Path):
    (tmp_path / "b01.md").write_text(STORY, encoding="utf-8")

    texts = list(texts_of_story(tmp_path / "b01.md", "b01.md"))

    assert said(texts) == [
        ("nl", "Een brug"),
        ("en", "A bridge"),
        ("nl", "Het probleem"),
        ("nl", "Zij zei: “Ik was een junkie.” Nu is zij dat niet meer."),
        ("nl", "Hier was ruimte nodig · regel R53"),
        ("nl", "Een junkie, schreef iemand."),
        ("en", "Someone wrote it down."),
    ]


def test_what_somebody_said_is_theirs_and_what_we_say_is_not(tmp_path: Path):
    (tmp_path / "b01.md").write_text(STORY, encoding="utf-8")

    found = findings(texts_of_story(tmp_path / "b01.md", "b01.md"))

    assert [(one.text.text, one.remark.said) for one in found] == [
        ("Een junkie, schreef iemand.", "junkie")
    ]


def test_yaml_gives_its_pairs_with_the_level_of_the_file_and_without_what_people_type(
    tmp_path: Path,
):
    file = tmp_path / "buur.yaml"
    file.write_text(
        "level: A2\nname: {nl: Buur, en: Neighbour}\n"
        "cards: [{account: {nl: [Schrijf op.], en: [Write down.]}}]\nsays: {nl: [junk]}\n",
        encoding="utf-8",
    )

    texts = list(texts_in_yaml(file, "buur", Level.B1, frozenset({"says"})))

    assert [(one.text, one.level) for one in texts] == [
        ("Buur", Level.A2),
        ("Neighbour", Level.A2),
        ("Schrijf op.", Level.B1),
        ("Write down.", Level.B1),
    ]


def test_what_is_filled_in_counts_as_one_word_and_marks_as_none():
    text = OwnText("x", "Van %(total)s <b>dagen</b> of {n:.1f} `RUN NU`.", "nl", Level.A2)

    assert text.plain == "Van x  dagen  of x x."


def test_pages_give_both_languages_of_every_plural():
    texts = said(list(texts_of_pages(SOURCE)))

    assert ("nl", "Heeft dit geholpen?") in texts
    assert ("en", "Did this help?") in texts
    assert ("en", "Of %(total)s answers, %(good)s say: this helped, or a bit.") in texts


def test_pairs_in_code_are_found(tmp_path: Path):
    (tmp_path / "a.py").write_text('X = Text("Een junk", "A text")\nY = Text(nl)\n', "utf-8")

    texts = list(texts_in_code(tmp_path))

    assert [(one.place, one.text) for one in texts] == [
        ("a.py:1", "Een junk"),
        ("a.py:1", "A text"),
    ]
    assert [one.remark.said for one in findings(texts)] == ["junk"]


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("Vraag het aan de XYZ.", ["XYZ"]),
        ("Vraag het aan de GGD.", []),
        ("De KOPP en de GP.", []),
        ("Op de deur staat: KOM MAAR BINNEN.", []),
        ("Schrijf dagen als MO,TU,WE.", []),
        ("Bewaar `XYZ` als JSON.", []),
    ],
)
def test_an_abbreviation_stands_in_the_list(text: str, unexplained: list[str]):
    found = findings([OwnText("x", text, "nl", Level.B1)])

    assert [one.remark.said for one in found if one.remark.kind == "unexplained"] == unexplained


def test_the_list_says_where_it_comes_from_and_what_to_expect_of_it():
    file = SOURCE / "integrations/language/words.yaml"
    content = yaml.safe_load(file.read_text("utf-8"))

    assert {entry["basis"] for entry in content["entries"]} <= content["basis_keys"].keys()
    assert set(content["evidence"]["sources"]) == content["sources"].keys()
    assert all(one["url"].startswith("https://") for one in content["sources"].values())
    assert "geen effect" in content["evidence"]["nl"]
    assert "no effect" in content["evidence"]["en"]


def test_one_look_for_all_words_finds_each_of_them():
    words = load_words()

    for language in ("nl", "en"):
        missed = [
            one.avoid
            for one in words.never[language]
            if not words.any_never[language].search(one.avoid)
        ]
        assert missed == []


def test_there_is_one_list_and_one_check():
    """Whoever reads the list reads it through `integrations.language`."""
    readers = [
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if "language" not in file.parts and _imports(file, "ruimbaan.integrations.language.words")
    ]

    assert readers == []


def _imports(file: Path, name: str) -> bool:
    tree = ast.parse(file.read_text("utf-8"))
    return any(isinstance(node, ast.ImportFrom) and node.module == name for node in ast.walk(tree))
