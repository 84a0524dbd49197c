# SPDX-License-Identifier: EUPL-1.2
"""From the files of the book to what stands in it. The shapes are checked before this."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.storybook.contents import (
    Block,
    Chapter,
    ChapterKind,
    Day,
    DayKind,
    Loop,
    Role,
    Section,
    Service,
    Stop,
    Story,
    StoryChapter,
)
from ruimbaan.integrations.storybook.files import Node, TextFile
from ruimbaan.integrations.storybook.problems import BookInvalid

_HEADING = re.compile(r"^#{2,3} (?:\d+\. )?(.+)$", re.MULTILINE)


def text(node: Node) -> Text:
    return Text(node["nl"], node["en"])


def texts(node: Node, file: str) -> tuple[Text, ...]:
    """The same number of texts in both languages. Raises BookInvalid."""
    if len(node["nl"]) != len(node["en"]):
        raise BookInvalid(file=file, where=node["nl"][0], what="the languages differ in length")
    return tuple(Text(nl, en) for nl, en in zip(node["nl"], node["en"], strict=True))


def sections(source: TextFile) -> tuple[Text, tuple[Section, ...]]:
    """What stands before the first heading, and each heading with its text. Raises BookInvalid."""
    dutch, english = (_HEADING.split(body) for body in (source.dutch, source.english))
    if len(dutch) != len(english):
        raise BookInvalid(file=source.name, where="-", what="the languages differ in headings")
    both = [Text(nl.strip(), en.strip()) for nl, en in zip(dutch, english, strict=True)]
    pairs = zip(both[1::2], both[2::2], strict=True)
    return both[0], tuple(Section(title, words) for title, words in pairs)


def chapter(source: TextFile) -> Chapter:
    front = source.front
    return Chapter(
        front["id"],
        ChapterKind(front["kind"]),
        text(front["title"]),
        text(front["summary"]),
        Text(source.dutch, source.english),
        tuple(_stop(node, source.name) for node in front.get("steps", ())),
    )


def _stop(node: Node, file: str) -> Stop:
    first, last = node["days"]
    return Stop(first, last, text(node["title"]), texts(node["do"], file), text(node["leave"]))


def story(source: TextFile) -> Story:
    """The last heading of the text says what helped; the others are the chapters."""
    front = source.front
    invented, found = sections(source)
    if len(found) != len(front["chapters"]) + 1:
        raise BookInvalid(file=source.name, where="chapters", what="the text has other chapters")
    return Story(
        id=front["id"],
        person=front["person"],
        region=front["region"],
        title=text(front["title"]),
        summary=text(front["summary"]),
        goal=text(front["goal"]),
        score=front["score"],
        easy=texts(front["easy"], source.name),
        names=text(front["names"]),
        invented=invented,
        chapters=_story_chapters(front["chapters"], found[:-1]),
        helped_title=found[-1].title,
        helped=found[-1].text,
    )


def _story_chapters(nodes: Sequence[Node], found: Sequence[Section]) -> tuple[StoryChapter, ...]:
    made = []
    for node, section in zip(nodes, found, strict=True):
        days = tuple(Day(day["day"], DayKind(day["kind"]), text(day)) for day in node["days"])
        made.append(StoryChapter(section.title, text(node["quote"]), days, section.text))
    return tuple(made)


def block(source: TextFile) -> Block:
    front = source.front
    return Block(
        id=front["id"],
        title=text(front["title"]),
        summary=text(front["summary"]),
        frictions=tuple(front["frictions"]),
        rules=tuple(front["rules"]),
        situations=tuple(front["situations"]),
        stories=tuple(front["stories"]),
        services=tuple(Service(text(one["kind"]), tuple(one["ids"])) for one in front["services"]),
        measure=text(front["measure"]),
        planner=text(front["planner"]),
        first_step={role: text(front["first_step"][role]) for role in Role},
        card=texts(front["card"], source.name),
        sections=sections(source)[1],
        loop=_loop(front["loop"], source.name) if "loop" in front else None,
    )


def _loop(node: Node, file: str) -> Loop:
    return Loop(text(node["title"]), texts(node["names"], file), node.get("case", ""))
