# SPDX-License-Identifier: EUPL-1.2
"""One card: what to say and what not, what to do and when, whom to call, and who is there for the
reader, from the map of the region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.surroundings.roles import Card, Guide
from ruimbaan.parts.directory.queries import ContactOnMap, contacts_in, list_regions
from ruimbaan.parts.surroundings.presentation.asking import Press
from ruimbaan.parts.surroundings.presentation.helped import Asked, asked
from ruimbaan.parts.surroundings.presentation.taking import Taken, taken
from ruimbaan.parts.surroundings.sent import Sent
from ruimbaan.ui.components import Option

MOST = 3  # places


@dataclass(frozen=True, slots=True)
class Spoken:
    who: str
    says: str


@dataclass(frozen=True, slots=True)
class AdvicePage:
    """`step` is what the reader's own page holds; `regions` are to choose from while none is."""

    step: str
    role: str
    role_step: str
    title: str
    intro: str
    danger: bool
    reviewed: bool
    say: tuple[str, ...]
    not_say: str
    today: str
    this_week: str
    call: str
    source: str
    for_yourself: str
    region: str
    region_name: str
    regions: tuple[Option, ...]
    calls: tuple[ContactOnMap, ...]
    support: tuple[ContactOnMap, ...]
    talk_title: str
    talk_setting: str
    talk: tuple[Spoken, ...]
    taken: Taken
    asked: Asked
    others: tuple[Press, ...]


def advice_page(sent: Sent, language: Language) -> AdvicePage:
    guide, card = sent.guide, sent.card
    assert guide is not None  # noqa: S101 - the view asks only then
    assert card is not None  # noqa: S101
    regions = list_regions()

    def said(text: Text) -> str:
        return text.in_language(language)

    return AdvicePage(
        step=sent.step,
        role=said(guide.name),
        role_step=guide.id,
        title=said(card.title),
        intro=said(guide.intro),
        danger=card.danger,
        reviewed=guide.reviewed,
        say=tuple(map(said, card.say)),
        not_say=said(card.not_say),
        today=said(card.today),
        this_week=said(card.this_week),
        call=said(card.call),
        source=card.source,
        for_yourself=said(card.for_yourself),
        region=sent.region,
        region_name=said(regions[sent.region].title) if sent.region else "",
        regions=tuple(Option(name, said(one.title)) for name, one in regions.items()),
        calls=_places(sent.region, guide.call),
        support=_places(sent.region, guide.support),
        talk_title=said(guide.talk.title),
        talk_setting=said(guide.talk.setting),
        talk=tuple(Spoken(said(line.who), said(line.says)) for line in guide.talk.lines),
        taken=taken(guide, card, language),
        asked=asked(sent.step),
        others=_others(guide, card, language),
    )


def _places(region: str, kinds: Iterable[int]) -> tuple[ContactOnMap, ...]:
    """None while no region was chosen."""
    return contacts_in(region, tuple(kinds), most=MOST) if region else ()


def _others(guide: Guide, card: Card, language: Language) -> tuple[Press, ...]:
    return tuple(
        Press(f"{guide.id}/{one.id}", one.title.in_language(language), "speech")
        for one in guide.cards.values()
        if one is not card
    )
