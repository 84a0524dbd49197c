# SPDX-License-Identifier: EUPL-1.2
"""The lines of the letter to the council, each as what it is and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.frictions.round_table import Kind, Outcome, Standing
from ruimbaan.core.insight.released import TOTAL, Release
from ruimbaan.core.rules.layers import Layer
from ruimbaan.parts.directory.queries import Region, deadlocks, fragile
from ruimbaan.parts.frictions.queries import decided_in, shown_reports
from ruimbaan.parts.insight.presentation.attention import friction_title
from ruimbaan.parts.insight.presentation.goes_well import SOON, shares_by_half
from ruimbaan.parts.insight.presentation.pairs import of_unknown_pace, pairs, slowest
from ruimbaan.parts.insight.presentation.stuck import Opener, best_openers
from ruimbaan.parts.insight.presentation.wording import (
    half,
    half_year,
    not_known,
    times,
    title_of,
    weeks,
)
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST_NAMES, MOST_RULES, MOST_SIGNS = 3, 2, 150
OF_THE_COUNCIL = frozenset({Layer.ORDINANCE, Layer.POLICY, Layer.CONTRACT})
HELPED = (Outcome.HELPED, Outcome.A_BIT)


@dataclass(frozen=True, slots=True)
class Point:
    """A line: what it is in bold, and what is said of it."""

    what: str
    said: str


def slow_pairs(release: Release | None, most: int) -> Iterator[Point]:
    """The pairs that take longest."""
    for one in slowest(tuple(pairs(release)))[:most] if release else ():
        said = _("{times} gevraagd: {half}.").format(
            times=times(one.waits.asked or 0), half=half(one.waits)
        )
        yield Point(title_of(one.sender, one.asked), said)


def unknown_pace(release: Release | None) -> str:
    """How many pairs may take as long, and cannot be shown."""
    known = tuple(pairs(release)) if release else ()
    count = of_unknown_pace(known)
    return not_known(count, below_slowest=bool(slowest(known))) if count else ""


def reported(region: str, most: int) -> Iterator[Point]:
    """What people said most often, counted in full rounds of ten."""
    ranked = sorted(shown_reports(region).items(), key=lambda one: (-one[1].shown, one[0]))
    for friction, rounds in ranked[: most - 1]:
        said = _("Minstens {times} gemeld door mensen zelf.").format(times=times(rounds.shown))
        yield Point(friction_title(friction), said)


def doing(region: str, today: date) -> Iterator[Point]:
    """What tables decided and is under way."""
    for kept in decided_in(region):
        runs = kept.meeting.standing(today) is not Standing.LOOKED_BACK
        if runs and kept.meeting.kind is not Kind.LEAVE:
            until = written_date(kept.meeting.review, language(), year=True)
            back = _("Samen terugkijken: {day}.").format(day=until)
            yield Point(friction_title(kept.friction), f"{_short(kept.meeting.what)} {back}")


def what_helped(region: str) -> Iterator[Point]:
    for kept in decided_in(region):
        if kept.meeting.outcome in HELPED:
            yield Point(friction_title(kept.friction), _short(kept.lesson or kept.meeting.what))


def _short(words: str) -> str:
    if len(words) <= MOST_SIGNS:
        return words
    return f"{words[:MOST_SIGNS].rsplit(' ', 1)[0]} …"


def trend(release: Release | None) -> str:
    """The first and the last half year of which both counts are known; never why."""
    if release is None:
        return ""
    found = list(shares_by_half(release, TOTAL))
    if len(found) < 2:
        return ""
    (first, before), (last, now) = found[0], found[-1]
    return _(
        "Ontmoet binnen {weeks}: {before} % van wie vroeg in {first}, {now} % in {last}."
    ).format(
        weeks=weeks(SOON),
        before=round(100 * before.value),
        first=half_year(first),
        now=round(100 * now.value),
        last=half_year(last),
    )


def rules_to_ask(region: Region, today: date) -> Iterator[Point]:
    """Rules of the municipality itself: what tables ask to change, then what opens most."""
    decided = decided_in(region.id)
    asked = {kept.meeting.rule for kept in decided if kept.meeting.kind is Kind.CHANGE_RULE}
    for name in sorted(asked):
        rule = find_rule(name)
        if rule:
            yield Point(
                in_words(rule.plain.title), _("Een ronde tafel vraagt deze regel te veranderen.")
            )
    openers = [
        (one, find_rule(one.name)) for one in best_openers(region.id, deadlocks(region), today)
    ]
    known = [(one, rule) for one, rule in openers if rule and one.name not in asked]
    own = [one for one, rule in known if rule.layer in OF_THE_COUNCIL]
    others = [one for one, rule in known if rule.layer not in OF_THE_COUNCIL]
    for one in own[:MOST_RULES]:
        yield Point(one.rule.text, _opens(one))
    for one in others[:1]:
        yield Point(one.rule.text, f"{_('Spreek hierover met de partners.')} {_opens(one)}")


def _opens(one: Opener) -> str:
    opens = ngettext(
        "Hoort bij {n} vastloper, waar regels op elkaar wachten.",
        "Hoort bij {n} vastlopers, waar regels op elkaar wachten.",
        one.opens,
    ).format(n=one.opens)
    who = _("Wie ja mag zeggen: {who}.").format(who=one.who) if one.who else ""
    return f"{opens} {who}".strip()


def may_fall_over(region: str, today: date) -> Iterator[Point]:
    """What may fall over, as the places say themselves on the Kaart."""
    places = {item.code: item.name for item in fragile(region, today)}
    if places:
        yield Point(
            ngettext("Houd {n} plek overeind", "Houd {n} plekken overeind", len(places)).format(
                n=len(places)
            ),
            _("Het geld stopt er, of alles hangt aan één persoon: {names}.").format(
                names=", ".join(list(places.values())[:MOST_NAMES])
            ),
        )
