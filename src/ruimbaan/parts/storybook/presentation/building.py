# SPDX-License-Identifier: EUPL-1.2
"""From a text of the book to its view, for one medium in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.core.storybook.contents import Block, Chapter, ChapterKind, Role, Section, Story
from ruimbaan.core.storybook.pictures import Picture
from ruimbaan.integrations.storybook import prose
from ruimbaan.parts.rulebook.services import status_tag
from ruimbaan.parts.storybook.presentation import pictures
from ruimbaan.parts.storybook.presentation.changed import changed
from ruimbaan.parts.storybook.presentation.pages import (
    BlockView,
    ChapterView,
    Part,
    RuleRow,
    SectionView,
    Shown,
    StopView,
    StoryChapterView,
    StoryView,
    html,
    line,
    safe,
)
from ruimbaan.parts.storybook.presentation.places import Medium, anchor
from ruimbaan.parts.storybook.queries import rule_numbered, situation_titles
from ruimbaan.ui.components import Link

WITH_LADDER = "hoe-lees-je-dit"  # the chapter that tells of the ladder shows it
FIRST_SECTIONS = 3  # of a block: what comes before its rules


@dataclass
class Builder:
    """Builds the views in the order of the book; `drawn` are the pictures so far."""

    medium: Medium
    language: Language
    drawn: list[Picture] = field(default_factory=list)
    named: dict[str, RuleText] = field(default_factory=dict)

    def words(self, text: Text) -> str:
        return text.in_language(self.language)

    def shown(self, picture: Picture, piece: str) -> Shown:
        self.drawn.append(picture)
        table = self.medium.table(picture.id)
        return Shown(picture, len(self.drawn), table, self.medium.picture(piece, picture.id))

    def chapter(self, chapter: Chapter, kicker: str, contents: tuple[Link, ...]) -> ChapterView:
        has_ladder = chapter.id == WITH_LADDER
        return ChapterView(
            id=anchor(chapter),
            kind=chapter.kind,
            kicker=kicker,
            title=self.words(chapter.title),
            summary=self.words(chapter.summary),
            url=self.medium.piece(chapter),
            html=html(self.words(chapter.text)),
            stops=tuple(
                StopView(
                    _("Dag %(first)d tot %(last)d") % {"first": stop.first, "last": stop.last},
                    self.words(stop.title),
                    tuple(self.words(what) for what in stop.does),
                    self.words(stop.leave),
                )
                for stop in chapter.stops
            ),
            contents=contents if chapter.kind is ChapterKind.OPENING else (),
            pictures=(self.shown(pictures.of_stairs(), anchor(chapter)),) if has_ladder else (),
        )

    def story(self, story: Story) -> StoryView:
        year = self.shown(pictures.of_year(story, self.language), anchor(story))
        return StoryView(
            id=anchor(story),
            kicker=_("Het verhaal van %(person)s") % {"person": story.person},
            title=self.words(story.title),
            summary=self.words(story.summary),
            url=self.medium.piece(story),
            goal=self.words(story.goal),
            region=story.region.capitalize(),
            score=story.score,
            invented=line(self.words(story.invented)),
            easy=tuple(self.words(sentence) for sentence in story.easy),
            names=self.words(story.names),
            chapters=tuple(self._story_chapter(story, at) for at in range(len(story.chapters))),
            helped=self._section(Section(story.helped_title, story.helped)),
            year=year,
        )

    def _story_chapter(self, story: Story, at: int) -> StoryChapterView:
        chapter = story.chapters[at]
        return StoryChapterView(
            at + 1,
            self.words(chapter.title),
            self.words(chapter.quote),
            self.shown(pictures.of_days(story, at, self.language), anchor(story)),
            tuple(self._parts(self.words(chapter.text), story.region)),
        )

    def _parts(self, markdown: str, region: str) -> Iterator[Part]:
        for piece in prose.pieces(markdown):
            if isinstance(piece, prose.Prose):
                yield Part(safe(piece.html))
                continue
            rules = tuple(Link(row.number, row.url) for row in self.rules(piece.rules, region))
            points = tuple(safe(point) for point in piece.points)
            is_room = len(points) > 1
            yield Part(safe(""), piece.label, is_room, rules, piece.frictions, points)

    def block(self, block: Block, stories: tuple[Story, ...]) -> BlockView:
        found = tuple(rule for number in block.rules if (rule := rule_numbered(number)))
        firmness = pictures.of_firmness(block, found, self.language)
        sections = tuple(self._section(section) for section in block.sections)
        loop = pictures.of_loop(block, block.loop, self.language) if block.loop else None
        return BlockView(
            id=anchor(block),
            number=block.number,
            kicker=_("Bouwsteen %(n)d") % {"n": block.number},
            title=self.words(block.title),
            summary=self.words(block.summary),
            url=self.medium.piece(block),
            first=sections[:FIRST_SECTIONS],
            last=sections[FIRST_SECTIONS:],
            rules=tuple(self.rules(block.rules)),
            steps=self._steps(block),
            card=tuple(self.words(question) for question in block.card),
            measure=self.words(block.measure),
            planner=self.words(block.planner),
            frictions=block.frictions,
            services=tuple(self.words(service.kind) for service in block.services),
            situations=tuple(
                Link(self.words(situation_titles()[name]), self.medium.situation(name))
                for name in block.situations
            ),
            stories=tuple(
                Link(self.words(story.title), self.medium.piece(story))
                for story in stories
                if story.id in block.stories
            ),
            changed=None if self.medium is Medium.SITE else changed(block, self.language),
            loop=self.shown(loop, anchor(block)) if loop else None,
            firmness=self.shown(firmness, anchor(block)),
        )

    def _steps(self, block: Block) -> tuple[SectionView, ...]:
        names = {
            Role.WORKER: _("Werk je met mensen?"),
            Role.MANAGER: _("Geef je leiding?"),
            Role.MUNICIPALITY: _("Werk je bij de gemeente?"),
        }
        return tuple(
            SectionView(name, line(self.words(block.first_step[role])))
            for role, name in names.items()
        )

    def _section(self, section: Section) -> SectionView:
        return SectionView(self.words(section.title), html(self.words(section.text)))

    def rules(self, numbers: tuple[str, ...], region: str = "") -> Iterator[RuleRow]:
        for number in numbers:
            if rule := rule_numbered(number, region):
                self.named.setdefault(number, rule)
                yield self.rule_row(rule)

    def rule_row(self, rule: RuleText) -> RuleRow:
        return RuleRow(
            number=rule.number,
            title=self.words(rule.plain.title),
            layer=self.words(LAYER_TEXTS[rule.layer].name) if rule.layer else "",
            source=", ".join(self.words(source.cited) for source in rule.sources),
            who=self.words(rule.plain.who_can_say_yes),
            status=status_tag(rule).text,
            url=self.medium.rule(rule),
        )
