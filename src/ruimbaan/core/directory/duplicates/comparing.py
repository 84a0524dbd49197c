# SPDX-License-Identifier: EUPL-1.2
"""How much speaks for two entries being one. Every observation has a weight, and they add up: whoever
wonders about a pair can read why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ruimbaan.core.directory.duplicates.entry import Entry
from ruimbaan.core.directory.duplicates.names import Likeness, Names, compare_names
from ruimbaan.core.directory.duplicates.reasons import OF_NAMES, Reason

ENOUGH = 5.0  # from here on somebody should look
NAMES: Mapping[Names, float] = MappingProxyType(
    {
        Names.SAME: 4.5,
        Names.ALIKE: 4.0,
        Names.LONGER: 3.5,
        Names.MORE: 2.0,
        Names.PARTLY: -0.5,
        Names.OTHER: -3.0,
        Names.APART: -7.0,
    }
)
REACHED: Mapping[Reason, float] = MappingProxyType(
    {
        Reason.PHONE: 2.5,
        Reason.MAIL: 2.5,
        Reason.PAGE: 2.0,
        Reason.HOST: 1.0,
        Reason.ADDRESS: 2.0,
        Reason.STREET: 2.0,
    }
)
OTHER_TOWN = -5.0
SAME_TOWN = 0.5
SAME_ORGANISATION, OTHER_ORGANISATION = 1.0, -1.0
MOST_OF_ONE_HOUSE = 1.5  # one organisation has one phone and one door for all its services
IN_ANOTHER_TOWN = 0.5  # part of the weight that a national phone number or site keeps there


@dataclass(frozen=True, slots=True)
class Comparison:
    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_candidate(self) -> bool:
        return self.score >= ENOUGH


def compare(one: Entry, other: Entry, likeness: Likeness) -> Comparison:
    """The order of the two makes no difference."""
    names = _best_names(one, other, likeness)
    house = _same_organisation(one, other, likeness)
    elsewhere = _is_elsewhere(one, other)
    reached = tuple(_reached(one, other))
    score = NAMES[names] + _weight(reached, house=house is True, elsewhere=elsewhere)
    reasons = [OF_NAMES[names], *reached]
    if house is not None:
        score += SAME_ORGANISATION if house else OTHER_ORGANISATION
        reasons.append(Reason.ORGANISATION if house else Reason.ORGANISATION_OTHER)
    if elsewhere:
        score += OTHER_TOWN
        reasons.append(Reason.TOWN_OTHER)
    elif one.towns & other.towns:
        score += SAME_TOWN
    return Comparison(round(score, 2), tuple(reasons))


def _best_names(one: Entry, other: Entry, likeness: Likeness) -> Names:
    """Of all the names each has; what the organisation is called may stand in the name too."""
    best = max(
        (compare_names(left, right, likeness) for left in one.names for right in other.names),
        key=NAMES.__getitem__,
        default=Names.OTHER,
    )
    if best in (Names.SAME, Names.ALIKE, Names.APART):
        return best
    without = compare_names(_short(one), _short(other), likeness)
    if without is Names.APART:
        return without
    return max(best, without, key=NAMES.__getitem__)


def _short(entry: Entry) -> tuple[str, ...]:
    """The name without what the organisation is called, if something is left then."""
    first = entry.names[0] if entry.names else ()
    return tuple(word for word in first if word not in entry.organisation) or first


def _same_organisation(one: Entry, other: Entry, likeness: Likeness) -> bool | None:
    """None when one of them has none."""
    if one.organisation_uid and one.organisation_uid == other.organisation_uid:
        return True
    if not one.organisation or not other.organisation:
        return None
    names = compare_names(one.organisation, other.organisation, likeness)
    return names in (Names.SAME, Names.ALIKE, Names.LONGER)


def _is_elsewhere(one: Entry, other: Entry) -> bool:
    if one.postals & other.postals or not (one.towns and other.towns):
        return False
    return not one.towns & other.towns


def _reached(one: Entry, other: Entry) -> Iterator[Reason]:
    if one.phones & other.phones:
        yield Reason.PHONE
    if one.mails & other.mails:
        yield Reason.MAIL
    if one.pages & other.pages:
        yield Reason.PAGE
    elif one.hosts & other.hosts:
        yield Reason.HOST
    if one.streets & other.streets:
        yield Reason.ADDRESS if one.postals & other.postals else Reason.STREET


def _weight(reached: tuple[Reason, ...], *, house: bool, elsewhere: bool) -> float:
    found = sum(REACHED[reason] for reason in reached)
    if elsewhere:
        found *= IN_ANOTHER_TOWN
    return min(found, MOST_OF_ONE_HOUSE) if house else found
