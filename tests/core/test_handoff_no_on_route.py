# SPDX-License-Identifier: EUPL-1.2
"""The no of a place that was asked, on the kept route: it stands until the step goes on after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ruimbaan.core.journey.kept_route import Event, EventKind, KeptRoute
from ruimbaan.core.journey.kept_route_legs import LegState, legs
from ruimbaan.core.journey.kept_route_no import refused_on, unsure_from
from ruimbaan.core.journey.kept_route_progress import after, progress_of
from tests.core.kept_routes import BEGIN, route, step

DETOX, HOME = step("detox", wait=30, lasts=10), step("begeleiding", apply=45, wait=42)


def on(number: int) -> date:
    return BEGIN + timedelta(days=number)


def said(kind: EventKind, number: int) -> KeptRoute:
    return after(route(DETOX, HOME), Event(kind, DETOX.id, on(number)), on(number))


def no_day(found: KeptRoute, number: int) -> date | None:
    return refused_on(DETOX, progress_of(found, DETOX), {DETOX.id: on(number)})


@pytest.mark.parametrize("kind", [EventKind.ASKED, EventKind.BEGAN])
def test_a_no_that_comes_later_or_on_that_day_stands(kind: EventKind):
    assert no_day(said(kind, 3), 8) == on(8)
    assert no_day(said(kind, 3), 3) == on(3)


@pytest.mark.parametrize("kind", [EventKind.ASKED, EventKind.BEGAN])
def test_what_went_on_after_the_no_is_refused_no_more(kind: EventKind):
    assert no_day(said(kind, 8), 3) is None


@pytest.mark.parametrize("kind", [EventKind.DONE, EventKind.CANNOT, EventKind.REFUSED])
def test_what_is_over_has_no_no_that_stands_open(kind: EventKind):
    assert no_day(said(kind, 3), 8) is None


def test_after_a_no_to_what_had_begun_the_rest_has_no_sure_day():
    began, no = said(EventKind.BEGAN, 3), {DETOX.id: on(8)}

    line = legs(began, on(9), no)

    assert unsure_from(began, no) == DETOX.start
    assert [leg.first for leg in line if leg.state is LegState.REFUSED] == [on(8)]
    assert any(leg.unsure for leg in line if leg.step == HOME)
