# SPDX-License-Identifier: EUPL-1.2
"""One rule as its page shows it: the way out first, then the reason, then what workers need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.layers import LAYER_TEXTS, Layer
from ruimbaan.core.rules.remedy import Remedy, remedy_of
from ruimbaan.core.rules.room import Room, room_of
from ruimbaan.core.rules.rulebook import Effect, RuleText
from ruimbaan.parts.routes.services import told
from ruimbaan.parts.rulebook.presentation import sources
from ruimbaan.parts.rulebook.presentation.words import place, status_tag
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link, Tag
from ruimbaan.ui.pictures.words import written_date

NEAR = 3  # layers that a person sees
TAKES_TIME = (Effect.WAIT, Effect.DURATION)
SUPPORT_ACT = "wmo"


@dataclass(frozen=True, slots=True)
class Rung:
    """One of the nine layers; `state` is `room` or `fixed` on the layer of this rule."""

    name: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class LayerNote:
    near: tuple[Rung, ...]
    all: tuple[Rung, ...]
    for_you: str


@dataclass(frozen=True, slots=True)
class Workers:
    """`ground` is the article that gives the room, in Dutch as one cites it."""

    account: tuple[str, ...]
    strength: str
    room: str
    ground: str
    deciders: tuple[str, ...]
    sources: tuple[sources.Cited, ...]
    remarks: tuple[str, ...]
    since: str


@dataclass(frozen=True, slots=True)
class RulePage:
    number: str
    title: str
    lead: str
    place: str
    day: str
    twins: tuple[Link, ...]
    status: Tag
    way_out: str
    room: str
    who: str
    say: str
    why: str
    point_at: str
    layer: LayerNote | None
    remedy: Remedy
    own_plan: bool
    workers: Workers


def rule_page(rule: RuleText, day: date, twins: Iterable[RuleText], language: Language) -> RulePage:
    """`day`: the day as on which the rule is shown."""
    plain, room = rule.plain, room_of(rule)
    return RulePage(
        number=rule.number,
        title=told(plain.title, language),
        lead=told(plain.means_for_you, language),
        place=place(rule),
        day=written_date(day, language, year=True),
        twins=tuple(Link(place(twin), rule_url(twin.id)) for twin in twins),
        status=status_tag(rule),
        way_out=_way_out(rule),
        room=told(plain.room, language),
        who=told(plain.who_can_say_yes, language),
        say=told(plain.say_this, language),
        why=told(plain.why, language),
        point_at=told(plain.point_at, language),
        layer=_layer_note(rule, rule.layer, room, language) if rule.layer else None,
        remedy=remedy_of(rule),
        own_plan=any(source.law and source.law.id == SUPPORT_ACT for source in rule.sources),
        workers=_workers(rule, room, language),
    )


def _way_out(rule: RuleText) -> str:
    """Fixed law that takes time does not bend; the person can still be there sooner."""
    if rule.layer is Layer.HARD and rule.effect in TAKES_TIME:
        return _("Eerder beginnen kan wel")
    return _("Wat kan wel?")


def _layer_note(rule: RuleText, layer: Layer, room: Room, language: Language) -> LayerNote:
    layers = tuple(LAYER_TEXTS)
    here = layers.index(layer)
    first = min(max(here - NEAR // 2, 0), len(layers) - NEAR)
    state = "room" if rule.rule.may_bend and layer is not Layer.HARD else "fixed"
    rungs = tuple(
        Rung(LAYER_TEXTS[each].name.in_language(language), state if each is layer else "")
        for each in layers
    )
    return LayerNote(
        near=rungs[first : first + NEAR],
        all=rungs,
        for_you=room.for_you.in_language(language),
    )


def _workers(rule: RuleText, room: Room, language: Language) -> Workers:
    accounts = (told(rule.plain.account, language), room.account.in_language(language))
    return Workers(
        account=tuple(filter(None, accounts)),
        strength=room.strength.in_language(language),
        room=told(rule.hook.says, language),
        ground=rule.hook.article,
        deciders=sources.deciders(rule, language),
        sources=sources.cited(rule, language),
        remarks=sources.remarks(rule, language),
        since=sources.since(rule, language),
    )
