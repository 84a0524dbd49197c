# SPDX-License-Identifier: EUPL-1.2
"""A scenario: somebody applies for one service on one day, and what must come of it."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.journey.situation import Window


@dataclass(frozen=True, slots=True)
class Period:
    """A fact on the days [from_day, until); None is not said for the first, for ever for the last."""

    fact: str
    from_day: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """One side of the boundary of a rule. Either `refused_by` or `starts_on` is said."""

    rule: str
    name: str
    region: str
    apply_for: str
    day: int = 0
    given: tuple[Window, ...] = ()
    bent: tuple[str, ...] = ()
    refused_by: str | None = None
    starts_on: int | None = None
    gives: Period | None = None
    loses: Period | None = None
    keeps: str | None = None
    place: str = ""
