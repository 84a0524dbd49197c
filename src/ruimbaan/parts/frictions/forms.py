# SPDX-License-Identifier: EUPL-1.2
"""What came with a form about frictions. Anything can have been sent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.http import QueryDict

from ruimbaan.core.frictions.errors import DayNotRight, NotOnTheList
from ruimbaan.core.frictions.reports import Help, Report
from ruimbaan.core.frictions.round_table import Kind, Meeting, Outcome, Seat, Weight
from ruimbaan.parts.rulebook.queries import find_rule

MOST_AT_TABLE = 6  # organisations that the form has room for


def report_of(posted: QueryDict, region: str) -> Report:
    """Raises NotOnTheList."""
    helps = posted.getlist("helpt")
    if any(one not in {known.value for known in Help} for one in helps):
        raise NotOnTheList
    return Report(
        region=region,
        friction=posted.get("wat", ""),
        words=posted.get("woorden", ""),
        between=tuple(one for one in posted.getlist("tussen") if one),
        helps=frozenset(Help(one) for one in helps),
        to_them=posted.get("lezen") == "ja",
    )


def meeting_of(
    posted: QueryDict, organisations: Collection[UUID]
) -> tuple[Meeting, tuple[UUID, ...]]:
    """What the table decided, and the organisations that sat there. Raises DomainError."""
    rule = posted.get("regel", "")
    if rule and find_rule(rule) is None:
        raise NotOnTheList
    at_table = _organisations(posted.getlist("organisatie"), organisations)
    try:
        meeting = Meeting(
            held=_day(posted.get("dag", "")),
            seats=frozenset(Seat(one) for one in posted.getlist("plaats")),
            organisations=len(at_table),
            weight=Weight(posted.get("gewicht", "")),
            kind=Kind(posted.get("besluit", "")),
            what=posted.get("afspraak", "").strip(),
            who=posted.get("wie", "").strip(),
            review=_day(posted.get("terugkijken", "")),
            rule=rule,
        )
    except ValueError:
        raise NotOnTheList from None
    return meeting, at_table


def outcome_of(posted: QueryDict) -> Outcome:
    """Raises NotOnTheList."""
    try:
        return Outcome(posted.get("uitkomst", ""))
    except ValueError:
        raise NotOnTheList from None


def _organisations(sent: Collection[str], known: Collection[UUID]) -> tuple[UUID, ...]:
    try:
        found = tuple(dict.fromkeys(UUID(one) for one in sent if one))
    except ValueError:
        raise NotOnTheList from None
    if any(one not in known for one in found):
        raise NotOnTheList
    return found


def _day(text: str) -> date:
    """Raises DayNotRight."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DayNotRight(day=text or "-") from None
