# SPDX-License-Identifier: EUPL-1.2
"""What other regions did with the same rule, in their own words and marked with where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.advice import followup
from ruimbaan.core.advice.exchange.items import RuleChange, SharedPattern
from ruimbaan.parts.advice.queries import Origin, told_changes, told_patterns
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`text` is how the rule reads there now; empty for a pattern."""

    title: str
    text: str
    says: str
    origin: str


def elsewhere(number: str) -> tuple[Elsewhere, ...]:
    return tuple(_elsewhere(number))


def _elsewhere(number: str) -> Iterator[Elsewhere]:
    for origin, change in told_changes(number):
        yield _change(origin, change)
    for origin, pattern in told_patterns(number):
        yield _pattern(origin, pattern)


def _change(origin: Origin, one: RuleChange) -> Elsewhere:
    title = _("In {region} veranderden ze deze regel vanaf {day}").format(
        region=origin.region, day=written_date(one.day, language(), year=True)
    )
    says = in_words(followup.WORDS[one.outcome])
    if one.points:
        more = _("Ontmoet binnen zes weken: {value} punten verschil ({low} tot {high}).").format(
            value=f"{one.points.value:+d}",
            low=f"{one.points.low:+d}",
            high=f"{one.points.high:+d}",
        )
        says = f"{says} {more}"
    return Elsewhere(title, in_words(one.after), says, from_region(origin))


def _pattern(origin: Origin, one: SharedPattern) -> Elsewhere:
    title = _("In {region} gebruikten ze ruimte in deze regel").format(region=origin.region)
    says = _("Minstens {times} keer verteld, minstens {helped} keer hielp het.").format(
        times=one.times, helped=one.helped
    )
    return Elsewhere(title, "", says, from_region(origin))


def from_region(origin: Origin) -> str:
    return _("Gekregen van {region}, van {day}. Niet van ons, en hier niet nagekeken.").format(
        region=origin.region, day=written_date(origin.day, language(), year=True)
    )
