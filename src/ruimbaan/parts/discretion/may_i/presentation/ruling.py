# SPDX-License-Identifier: EUPL-1.2
"""A rule beside an answer: in plain words, with its layer, article, hook and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.room import room_of
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.routes.services import told
from ruimbaan.parts.rulebook.services import place, rule_url, status_tag
from ruimbaan.ui.components import Link, Tag


@dataclass(frozen=True, slots=True)
class Ruling:
    """`pages`: where each region has its own version and none was chosen, all of them."""

    number: str
    title: str
    means: str
    layer: str
    strength: str
    ground: str
    sources: tuple[str, ...]
    status: Tag
    pages: tuple[Link, ...]


def ruling(rule: RuleText, region: str, language: Language) -> Ruling:
    cited = " ".join(source.cited.nl for source in rule.sources)
    return Ruling(
        number=rule.number,
        title=told(rule.plain.title, language),
        means=told(rule.plain.means_for_you, language),
        layer=LAYER_TEXTS[rule.layer].name.in_language(language) if rule.layer else "",
        strength=room_of(rule).strength.in_language(language),
        ground="" if rule.hook.article in cited else rule.hook.article,
        sources=tuple(told(source.cited, language) for source in rule.sources),
        status=status_tag(rule),
        pages=_pages(rule, region),
    )


def _pages(rule: RuleText, region: str) -> tuple[Link, ...]:
    if rule.owner in (region, queries.NATIONAL):
        return (Link(_("Lees meer over de regel"), rule_url(rule.id)),)
    return tuple(Link(place(one), rule_url(one.id)) for one in queries.versions_of(rule.number))


def deciders(rule: RuleText, language: Language) -> tuple[str, ...]:
    """Who may say yes, and who in their name: that is whom one meets, so they come first."""
    found = []
    for mandate in rule.mandates:
        who, deputy = told(mandate.who, language), told(mandate.deputy, language)
        line = format_html(_("{}, namens {}"), deputy, who) if mandate.deputy.nl else who
        if mandate.up_to.nl:
            line = format_html("{} ({})", line, told(mandate.up_to, language))
        found.append(line)
    return tuple(found)
