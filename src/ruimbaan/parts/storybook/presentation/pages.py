# SPDX-License-Identifier: EUPL-1.2
"""The views of the texts: what one template shows of a chapter, a story or a building block."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from ruimbaan.core.storybook.pictures import Picture
from ruimbaan.integrations.storybook import prose
from ruimbaan.parts.storybook.presentation.changed import Changed
from ruimbaan.parts.storybook.presentation.given import GivenView
from ruimbaan.ui.components import Link, Table


def safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 -- of our own renderer, which lets no html through


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on a page. `table_url` leads to its twin where that stands elsewhere, and
    `back_url` from there to the picture."""

    picture: Picture
    number: int
    table_url: str
    back_url: str

    @property
    def svg(self) -> SafeString:
        return safe(self.picture.svg)

    @property
    def table(self) -> Table | None:
        if self.picture.decorative:
            return None
        columns, *rows = self.picture.rows
        return Table(self.picture.caption, columns, tuple(rows))


@dataclass(frozen=True, slots=True)
class Part:
    """Running text, or a box when it has a label. `is_room`: somebody used room there."""

    html: SafeString
    label: str = ""
    is_room: bool = False
    rules: tuple[Link, ...] = ()
    frictions: tuple[str, ...] = ()
    points: tuple[SafeString, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the book shows it, from the rulebook of today."""

    number: str
    title: str
    layer: str
    source: str
    who: str
    status: str
    url: str


@dataclass(frozen=True, slots=True)
class SectionView:
    title: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class StopView:
    days: str
    title: str
    does: tuple[str, ...]
    leave: str


@dataclass(frozen=True, slots=True)
class ChapterView:
    id: str
    kind: str
    kicker: str
    title: str
    summary: str
    url: str
    html: SafeString
    stops: tuple[StopView, ...]
    contents: tuple[Link, ...]
    pictures: tuple[Shown, ...]
    template: str = "storybook/pieces/chapter.html"


@dataclass(frozen=True, slots=True)
class StoryChapterView:
    number: int
    title: str
    quote: str
    picture: Shown
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    id: str
    kicker: str
    title: str
    summary: str
    url: str
    goal: str
    region: str
    score: int
    invented: SafeString
    easy: tuple[str, ...]
    names: str
    chapters: tuple[StoryChapterView, ...]
    helped: SectionView
    year: Shown
    template: str = "storybook/pieces/story.html"

    @property
    def pictures(self) -> tuple[Shown, ...]:
        return (self.year, *(chapter.picture for chapter in self.chapters))


@dataclass(frozen=True, slots=True)
class BlockView:
    """`changed` says what changed under it on the day a file of the book is made; a page of the
    site asks that anew each time, and has it beside this."""

    id: str
    number: int
    kicker: str
    title: str
    summary: str
    url: str
    first: tuple[SectionView, ...]
    last: tuple[SectionView, ...]
    rules: tuple[RuleRow, ...]
    steps: tuple[SectionView, ...]
    card: tuple[str, ...]
    measure: str
    planner: str
    frictions: tuple[str, ...]
    services: tuple[str, ...]
    situations: tuple[Link, ...]
    stories: tuple[Link, ...]
    firmness: Shown
    loop: Shown | None
    changed: Changed | None
    template: str = "storybook/pieces/block.html"

    @property
    def pictures(self) -> tuple[Shown, ...]:
        return (self.loop, self.firmness) if self.loop else (self.firmness,)


PieceView = ChapterView | StoryView | BlockView | GivenView


def line(markdown: str) -> SafeString:
    return safe(prose.line(markdown))


def html(markdown: str) -> SafeString:
    return safe(prose.html(markdown))
