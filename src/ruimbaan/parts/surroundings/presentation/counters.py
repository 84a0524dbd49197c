# SPDX-License-Identifier: EUPL-1.2
"""A page for one counter in one region: three rules, who may say yes here, and whom to call."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.surroundings.counter import Counter, CounterRule
from ruimbaan.parts.directory.queries import ContactOnMap, contacts_in, list_regions
from ruimbaan.parts.discretion.queries import who_says_yes
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.parts.surroundings import queries
from ruimbaan.ui.components import Door

MOST = 4  # places


@dataclass(frozen=True, slots=True)
class PlaceDoors:
    title: str
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class RuleHere:
    """`who` may say yes in this region."""

    title: str
    you_see: str
    rule_says: str
    source: str
    who: str
    you_do: str
    say: str
    rather_not: str
    situation_url: str
    rule_url: str


@dataclass(frozen=True, slots=True)
class CounterPage:
    title: str
    region: str
    first_sentence: str
    reviewed: bool
    rules: tuple[RuleHere, ...]
    always: tuple[str, ...]
    fill_in: tuple[str, ...]
    calls: tuple[ContactOnMap, ...]


def counter_doors(language: Language) -> tuple[PlaceDoors, ...]:
    return tuple(
        PlaceDoors(
            region.title.in_language(language),
            tuple(
                Door(
                    counter.title.in_language(language),
                    reverse("surroundings:counter", args=[name, counter.id]),
                    "paper",
                    counter.help.in_language(language),
                )
                for counter in queries.counters().values()
            ),
        )
        for name, region in list_regions().items()
    )


def counter_page(counter: Counter, region: str, language: Language) -> CounterPage:
    def said(text: Text) -> str:
        return text.in_language(language)

    return CounterPage(
        title=said(counter.title),
        region=said(list_regions()[region].title),
        first_sentence=said(counter.first_sentence),
        reviewed=counter.reviewed,
        rules=tuple(_rule(one, region, language) for one in counter.rules),
        always=tuple(map(said, counter.always)),
        fill_in=tuple(map(said, counter.fill_in)),
        calls=contacts_in(region, counter.call, most=MOST),
    )


def _rule(rule: CounterRule, region: str, language: Language) -> RuleHere:
    here = queries.rule_here(region, rule.rule)
    yes = who_says_yes(here.id, region, timezone.localdate(), language) if here else ""
    return RuleHere(
        title=rule.title.in_language(language),
        you_see=rule.you_see.in_language(language),
        rule_says=rule.rule_says.in_language(language),
        source=rule.source,
        who=yes or rule.who.in_language(language),
        you_do=rule.you_do.in_language(language),
        say=rule.say.in_language(language),
        rather_not=rule.rather_not.in_language(language),
        situation_url=reverse("may_i:situation", args=[rule.situation]),
        rule_url=rule_url(here.id) if here else "",
    )
