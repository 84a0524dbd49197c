# SPDX-License-Identifier: EUPL-1.2
"""The list: one row for a rule, however many regions have it, in groups by what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.routes.services import told
from ruimbaan.parts.rulebook.presentation.themes import THEMES, theme_of, theme_title
from ruimbaan.parts.rulebook.presentation.words import place
from ruimbaan.parts.rulebook.searching import Search
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link, Option


@dataclass(frozen=True, slots=True)
class Row:
    """`places` when each region has its own page for this rule; else `url`."""

    title: str
    number: str
    layer: str
    url: str = ""
    places: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    title: str
    rows: tuple[Row, ...]


def groups(rules: Iterable[RuleText], language: Language) -> tuple[Group, ...]:
    by_theme: dict[str, dict[tuple[str, str], list[RuleText]]] = {theme: {} for theme in THEMES}
    for rule in rules:
        same = by_theme[theme_of(rule)].setdefault((rule.number, rule.plain.title.nl), [])
        same.append(rule)
    return tuple(
        Group(theme, theme_title(theme), tuple(_row(same, language) for same in rows.values()))
        for theme, rows in by_theme.items()
        if rows
    )


def _row(same: list[RuleText], language: Language) -> Row:
    first = same[0]
    title, layer = told(first.plain.title, language), layer_name(first, language)
    if len(same) == 1:
        return Row(title, first.number, layer, url=rule_url(first.id))
    places = tuple(Link(place(rule), rule_url(rule.id)) for rule in same)
    return Row(title, first.number, layer, places=places)


def layer_options(search: Search, language: Language) -> tuple[Option, ...]:
    every = Option("", _("Alle regels"), checked=search.layer is None)
    layers = (
        Option(layer.value, text.name.in_language(language), checked=layer is search.layer)
        for layer, text in LAYER_TEXTS.items()
    )
    return (every, *layers)


def layer_name(rule: RuleText, language: Language) -> str:
    return LAYER_TEXTS[rule.layer].name.in_language(language) if rule.layer else ""
