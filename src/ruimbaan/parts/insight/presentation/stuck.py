# SPDX-License-Identifier: EUPL-1.2
"""What is stuck in a region and what opens it, what stands alone, and what lapses. It comes from the
Kaart, the rules and what was decided: nobody is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.metro.derive import Circle
from ruimbaan.parts.directory.queries import Region, Stuck, deadlocks, loose_initiatives
from ruimbaan.parts.discretion.queries import who_says_yes
from ruimbaan.parts.insight.presentation.attention import fragile_rows, lapses
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST_OPENERS = 5


@dataclass(frozen=True, slots=True)
class Opener:
    """A rule that opens something when it bends, and who may do so."""

    name: str
    rule: Link
    who: str
    opens: int


@dataclass(frozen=True, slots=True)
class StuckRow:
    """`openers` together are the smallest that open it; without any, no room does."""

    sentences: tuple[str, ...]
    seen: str
    openers: tuple[Opener, ...]


@dataclass(frozen=True, slots=True)
class StuckPage:
    title: str
    crumbs: tuple[Link, ...]
    day: str
    openers: tuple[Opener, ...]
    stuck: tuple[StuckRow, ...]
    alone: tuple[Row, ...]
    fragile: tuple[Row, ...]
    lapses: tuple[Row, ...]
    is_made_up: bool


def stuck_page(region: Region, today: date) -> StuckPage:
    found = deadlocks(region)
    starts = len(region.starts)
    return StuckPage(
        title=in_words(region.title),
        crumbs=(
            Link(
                _("{region} in één beeld").format(region=in_words(region.title)),
                reverse("insight:overview", args=[region.id]),
            ),
            Link(_("Vastlopers en de kleinste snede")),
        ),
        day=written_date(today, language(), year=True),
        openers=best_openers(region.id, found, today)[:MOST_OPENERS],
        stuck=tuple(_row(region, one, starts, today) for one in found),
        alone=tuple(
            Row(
                Link(in_words(one.name), reverse("directory:place", args=[region.id, one.id])),
                one.provider,
            )
            for one in loose_initiatives(region)
        ),
        fragile=fragile_rows(region.id, today),
        lapses=lapses(region.id, today),
        is_made_up=region.is_made_up,
    )


def best_openers(region: str, found: Sequence[Stuck], today: date) -> tuple[Opener, ...]:
    """The rules that stand in the smallest sets of most deadlocks, first those of the most."""
    counted = Counter(rule for one in found for rule in one.cut or ())
    ranked = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return tuple(_openers(region, ranked, today))


def circle_said(region: Region, circle: Circle) -> tuple[str, ...]:
    """One sentence for each link; of a circle of one thing the link says nothing."""
    if len(set(circle.facts)) > 1:
        return tuple(map(in_words, circle.sentences))
    fact = region.world.facts.get(circle.facts[0])
    name = fact.name(language()) if fact else circle.facts[0]
    said = _("{fact}: dit krijgt alleen wie het al heeft.")
    return (said.format(fact=name[:1].upper() + name[1:]),)


def _row(region: Region, one: Stuck, starts: int, today: date) -> StuckRow:
    return StuckRow(
        sentences=circle_said(region, one.circle),
        seen=ngettext(
            "Bij {n} van de {all} begin-situaties die we doorrekenen.",
            "Bij {n} van de {all} begin-situaties die we doorrekenen.",
            one.starts,
        ).format(n=one.starts, all=starts),
        openers=tuple(_openers(region.id, [(rule, 1) for rule in one.cut or ()], today)),
    )


def _openers(region: str, rules: Iterable[tuple[str, int]], today: date) -> Iterable[Opener]:
    for name, opens in rules:
        rule = find_rule(name)
        if rule:
            title = f"{rule.number} · {in_words(rule.plain.title)}"
            who = who_says_yes(name, region, today, language())
            yield Opener(name, Link(title, rule_url(name)), who, opens)
