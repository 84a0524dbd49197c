# SPDX-License-Identifier: EUPL-1.2
"""The calendar behind a picture, from four weeks to three years."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures.measure import text_width
from ruimbaan.ui.pictures.timescale import LABEL_SIZE, Scale, bands

FIRST = date(2026, 11, 21)


def scale(days: int, width: float = 850) -> Scale:
    return Scale(FIRST, FIRST + timedelta(days=days), 100, 100 + width)


def labels(days: int, language: Language = "nl") -> list[str]:
    return [band.label for band in bands(scale(days), language) if band.label]


@given(st.integers(28, 1100), st.sampled_from(("nl", "en")))
def test_bands_cover_the_scale_and_labels_fit(days, language):
    found = bands(scale(days), language)

    assert found[0].left == 100
    assert found[-1].right == pytest.approx(950)
    assert all(a.right == b.left for a, b in pairwise(found))
    for band in found:
        assert text_width(band.label, LABEL_SIZE, bold=True) <= max(band.right - band.left, 0)


@given(st.integers(28, 1100))
def test_every_new_year_is_written_once(days):
    years = [band.year for band in bands(scale(days), "nl") if band.year]

    assert years == sorted(set(years))
    assert years


def test_weeks_when_the_route_is_short():
    assert labels(42) == ["23 nov", "30 nov", "7 dec", "14 dec", "21 dec", "28 dec"]


def test_whole_names_when_they_fit():
    assert labels(200)[:3] == ["december", "januari", "februari"]
    assert labels(200, "en")[:2] == ["December", "January"]


def test_short_names_when_they_do_not():
    assert labels(400)[1:4] == ["jan", "feb", "mrt"]


def test_seasons_when_the_route_is_long():
    assert labels(1000)[:3] == ["jan", "apr", "jul"]


def test_days_outside_end_on_the_edge():
    assert scale(100).at(FIRST - timedelta(days=5)) == 100
    assert scale(100).at(FIRST + timedelta(days=500)) == 950
