# SPDX-License-Identifier: EUPL-1.2
"""Every `ruimbaan …` that a page names is a command that exists, with options that exist; in an example
nothing of it is missing, also where that example cannot be run here."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, cast

import pytest
import typer
from typer.main import get_command

from ruimbaan.cli.main import app
from tests.docs.markdown import FENCE, blocks
from tools.paths import repository_files, shown

KINDS = ("console", "sh")
LINE = re.compile(r"^(?:\$ )?(?P<command>.*\bruimbaan .*)$", re.M)
INSIDE = re.compile(r"`(ruimbaan [a-z][^`\n]*)`")  # a sentence
OF_THEN = ("CHANGELOG", "WIJZIGINGEN", "changelog.d", "docs/decisions")  # tells how it was
Finder = Callable[[str], Iterator[list[str]]]
NEXT = frozenset({"|", "&&", "||", ";", "&"})
ELSEWHERE = frozenset({">", ">>", "<", "2>"})
NO_COMMAND, NO_COMMAND_AT_ALL = "only the group is said", "there is no such command"
FEWEST = 30  # commands; fewer would mean that this test reads the pages wrongly
# of everything that cannot be typed like that
NOT_RIGHT = cast(type[Exception], typer.BadParameter.__mro__[1])
NOT_SAID = re.compile(r"<[\w -]+>|…|\.\.\.|\[OPTIONS\]")  # a place for something, no example


def commands(text: str) -> Iterator[list[str]]:
    """The words behind each `ruimbaan` of the examples of a page."""
    for block in blocks(text):
        if block.info.partition(" ")[0] in KINDS:
            for found in LINE.finditer(block.body.replace("\\\n", " ")):
                yield from _of_line(found["command"])


def named(text: str) -> Iterator[list[str]]:
    """Those of the sentences of a page, which may leave something out."""
    for found in INSIDE.finditer(FENCE.sub("", text)):
        yield from _of_line(found[1])


def _of_line(line: str) -> Iterator[list[str]]:
    words = shlex.split(line, comments=True)
    current: list[str] = []
    for word in [*words, ";"]:
        if word in NEXT:
            yield from _ours(current)
            current = []
        else:
            current.append(word.rstrip(";"))


def _ours(words: list[str]) -> Iterator[list[str]]:
    for at, word in enumerate(words):
        if word.rpartition("/")[2] == "ruimbaan":
            ends = [i for i, one in enumerate(words) if one in ELSEWHERE]
            yield words[at + 1 : min(ends, default=len(words))]
            return
        if "=" not in word:
            return


@cache
def whole() -> Any:
    return get_command(app)


def fault(words: list[str]) -> str:
    """Empty when somebody can type this."""
    command: Any = whole()
    context = None
    try:
        while hasattr(command, "get_command"):
            if not words:
                return NO_COMMAND
            command, words = command.get_command(context, words[0]), words[1:]
            if command is None:
                return NO_COMMAND_AT_ALL
        if "--help" not in words:
            command.make_context(command.name, list(words), parent=context)
    except NOT_RIGHT as error:
        is_of_this_place = isinstance(error, typer.BadParameter) and "Missing" not in str(error)
        return "" if is_of_this_place else str(error)  # such as a file that is not here
    return ""


PAGES = [
    (shown(page), page.read_text(encoding="utf-8"))
    for page in repository_files(".md")
    if not shown(page).startswith(OF_THEN)
]


def wrong(find: Finder, *, may_miss: bool) -> list[str]:
    return [
        f"{page}: ruimbaan {' '.join(words)}: {said}"
        for page, text in PAGES
        for words in find(text)
        if not NOT_SAID.search(" ".join(words))
        and (said := fault(words))
        and not (
            may_miss
            and (
                said.startswith("Missing")
                or said.endswith("requires an argument.")
                or said == NO_COMMAND
            )
        )
    ]


def test_a_command_of_an_example_can_be_typed():
    assert sum(1 for _, text in PAGES for _ in commands(text)) > FEWEST
    assert wrong(commands, may_miss=False) == []


def test_a_command_that_a_sentence_names_exists():
    assert sum(1 for _, text in PAGES for _ in named(text)) > FEWEST
    assert wrong(named, may_miss=True) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("plan --nope", "No such option: --nope"),
        ("docs build", "Missing parameter: out"),
        ("nope", NO_COMMAND_AT_ALL),
        ("docs", NO_COMMAND),
        ("plan --region waalstad --person sterre", ""),
    ],
)
def test_this_test_sees_what_cannot_be_typed(line: str, said: str):
    assert fault(line.split()) == said
